package jp.kyufu.text;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** Random text for property tests: any Unicode, with a bias to what hurts Japanese text. */
final class AnyText {

    private static final String HURTFUL =
            " 　\t-‐‑–—―−─ーｰ－~〜・･.,/0123456789０１９〇一二三十百元年月日昭和令"
                    + "大字丁目番地号のノヶケがッつァアかガカｶﾊハば゚゛゜ﾞﾟ髙高﨑崎邉齋々〆㍼㍻①½㈱"
                    + "ªßıİéÉ\u0301\u0308aAzZＡｚ:TSMHR\ufe00\ufe0f\u200b\ufeff\u00a0\u2028\u3000"
                    + "\ue000\ud800\udc00\udb40\udd00\ud842\udfb7";

    final long seed;
    private final RandomGenerator random;

    private AnyText(long seed) {
        this.seed = seed;
        this.random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        System.out.println("seed " + seed);
    }

    static AnyText seeded() {
        return new AnyText(Long.getLong("test.seed", System.nanoTime()));
    }

    String next() {
        int length = random.nextInt(12);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            switch (random.nextInt(8)) {
                case 0 -> text.appendCodePoint(random.nextInt(0x110000));
                case 1 -> text.append((char) random.nextInt(0x10000));
                case 2 -> text.append((char) random.nextInt(0x3000, 0x3400));
                case 3 -> text.append((char) random.nextInt(0x250));
                default -> text.append(HURTFUL.charAt(random.nextInt(HURTFUL.length())));
            }
        }
        return text.toString();
    }

    int below(int bound) {
        return random.nextInt(bound);
    }
}
