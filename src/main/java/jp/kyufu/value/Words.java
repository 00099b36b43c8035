package jp.kyufu.value;

import java.text.Format;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/**
 * Sentences for people, from the {@code messages*.properties} beside each package: key {@code
 * intake.alreadyReceived} is {@code alreadyReceived} in {@code jp/kyufu/intake/messages}. Japanese
 * is the default, English the second language.
 *
 * <p>A sentence that names a command has beside it one for pages, key {@code <key>.page}, which
 * names the page or the button instead.
 */
public final class Words {

    private static final String FOR_PAGES = ".page";

    private final Locale locale;
    private final boolean pages;

    /** Sentences as a command says them. */
    public Words(Locale locale) {
        this(locale, false);
    }

    private Words(Locale locale, boolean pages) {
        this.locale = locale;
        this.pages = pages;
    }

    /** Sentences as a page says them. */
    public static Words onPages(Locale locale) {
        return new Words(locale, true);
    }

    public Locale locale() {
        return locale;
    }

    /** Whether there is a sentence of {@code key}. */
    public boolean has(String key) {
        return bundle(key).containsKey(key.substring(key.indexOf('.') + 1));
    }

    /** The sentence of {@code key} with its arguments (java.text.MessageFormat). */
    public String of(String key, Object... args) {
        try {
            ResourceBundle sentences = bundle(key);
            String mine = key.substring(key.indexOf('.') + 1);
            boolean hasOther = pages && sentences.containsKey(mine + FOR_PAGES);
            String pattern = sentences.getString(hasOther ? mine + FOR_PAGES : mine);
            return isPlain(pattern) ? pattern : format(new MessageFormat(pattern, locale), args);
        } catch (MissingResourceException e) {
            throw new IllegalStateException("no words for " + key, e);
        }
    }

    /** Whether there is nothing in it to format; so are most words of a page. */
    private static boolean isPlain(String pattern) {
        return pattern.indexOf('{') < 0 && pattern.indexOf('\'') < 0;
    }

    private ResourceBundle bundle(String key) {
        int dot = key.indexOf('.');
        Check.that(dot > 0, "message key without a package: %s", key);
        return ResourceBundle.getBundle(
                "jp.kyufu." + key.substring(0, dot) + ".messages",
                locale,
                ResourceBundle.Control.getNoFallbackControl(
                        ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /** Numbers stand as they are (they are mostly ids) unless the pattern asks for a format. */
    private static String format(MessageFormat message, Object[] args) {
        Format[] formats = message.getFormatsByArgumentIndex();
        Object[] plain = args.clone();
        for (int i = 0; i < Math.min(plain.length, formats.length); i++) {
            if (formats[i] == null && plain[i] instanceof Number) {
                plain[i] = plain[i].toString();
            }
        }
        return message.format(plain);
    }

    /** What a code means, for a person: {@code value/messages}, key {@code reason.<CODE>}. */
    public String of(ReasonCode code) {
        return of("value.reason." + code.name());
    }

    /** A refusal with all its details, one sentence a line. */
    public String of(Refusal refusal) {
        StringBuilder text = new StringBuilder(of(refusal.key(), refusal.args().toArray()));
        refusal.details().forEach(detail -> text.append("\n  ").append(of(detail)));
        return text.toString();
    }
}
