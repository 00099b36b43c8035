package jp.kyufu.assessment;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import jp.kyufu.text.Kana;
import jp.kyufu.text.NameKey;
import jp.kyufu.text.Width;

/** Who of a household wishes nothing, by the names on the form (file contract §9). */
final class Decliners {

    private static final Pattern SEPARATORS = Pattern.compile(Vocabulary.text("decliners.between"));
    private static final List<String> NOBODY = Vocabulary.list("decliners.nobody");
    private static final Pattern SPACES = Pattern.compile("[\\s\u3000]+");

    private Decliners() {}

    /**
     * The members named, each by full name or by a given name unique in the household; empty where
     * one of the names fits nobody, or more than one member. A word for nobody stands alone: beside
     * a name it is a doubt like any other text.
     */
    static Optional<List<Member>> named(String written, List<Member> members) {
        if (written.isEmpty() || NOBODY.contains(Width.fold(written))) {
            return Optional.of(List.of());
        }
        List<Member> found = new ArrayList<>();
        for (String name : SEPARATORS.split(written)) {
            String folded = NameKey.folded(name);
            if (folded.isEmpty()) {
                continue;
            }
            List<Member> fitting =
                    Household.those(members, member -> isFullName(name, folded, member));
            if (fitting.isEmpty()) {
                fitting = Household.those(members, member -> isGivenName(name, folded, member));
            }
            if (fitting.size() != 1) {
                return Optional.empty();
            }
            if (!found.contains(fitting.getFirst())) {
                found.add(fitting.getFirst());
            }
        }
        return Optional.of(found);
    }

    private static boolean isFullName(String name, String folded, Member member) {
        return folded.equals(NameKey.folded(member.name()))
                || sameKana(name, member.kana())
                || member.otherNames().stream()
                        .anyMatch(other ->
                                folded.equals(NameKey.folded(other.name()))
                                        || sameKana(name, other.kana()));
    }

    private static boolean isGivenName(String name, String folded, Member member) {
        return folded.equals(NameKey.folded(given(member.name())))
                || sameKana(name, given(member.kana()));
    }

    /** A dash has no reading and is nobody's name. */
    private static boolean sameKana(String name, String kana) {
        String key = Kana.key(name);
        return !key.isEmpty() && key.equals(Kana.key(kana));
    }

    /** The part after the surname; empty where the register does not part them. */
    private static String given(String name) {
        String[] parts = SPACES.split(name.strip(), 2);
        return parts.length == 2 ? parts[1] : "";
    }
}
