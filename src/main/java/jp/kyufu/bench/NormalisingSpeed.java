package jp.kyufu.bench;

import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;
import jp.kyufu.text.AddressKey;
import jp.kyufu.text.Dates;
import jp.kyufu.text.Kana;
import jp.kyufu.text.Keys;
import jp.kyufu.text.NameKey;

/**
 * How fast applications are normalised: every key that an import makes of one (name as written and
 * folded, kana, address) and its birth date, from texts in memory, on all cores.
 *
 * @param applications normalised in a round
 * @param perSecond applications in the fastest round
 */
public record NormalisingSpeed(int applications, double perSecond) {

    private static final int PIECE = 1_000;
    private static final int WARM_UP = 200_000;

    /** What somebody wrote. */
    public record Written(String name, String kana, String address, String birthDate) {

        long keys() {
            String written = NameKey.written(name);
            return Keys.hash64(written)
                    + Keys.hash64(NameKey.fold(written))
                    + Keys.hash64(Kana.key(kana))
                    + Keys.hash64(AddressKey.of(address))
                    + Dates.read(birthDate).hashCode();
        }
    }

    /**
     * Measures.
     *
     * @param written at least one; a few thousand are gone through as often as a round needs
     * @param applications in a round
     * @param rounds of which the fastest counts, after a warm-up
     */
    public static NormalisingSpeed measure(List<Written> written, int applications, int rounds) {
        round(written, WARM_UP);
        double fastest = 0;
        for (int i = 0; i < rounds; i++) {
            long start = System.nanoTime();
            round(written, applications);
            fastest = Math.max(fastest, applications * 1e9 / (System.nanoTime() - start));
        }
        return new NormalisingSpeed(applications, fastest);
    }

    /** The sum of all keys, so that nothing is left out. */
    private static long round(List<Written> written, int applications) {
        LongAdder sum = new LongAdder();
        try (ForkJoinPool pool = new ForkJoinPool(Runtime.getRuntime().availableProcessors())) {
            pool.submit(() ->
                            IntStream.range(0, (applications + PIECE - 1) / PIECE)
                                    .parallel()
                                    .forEach(piece -> sum.add(piece(written, piece, applications))))
                    .join();
        }
        return sum.sum();
    }

    private static long piece(List<Written> written, int piece, int applications) {
        long sum = 0;
        int to = Math.min(applications, (piece + 1) * PIECE);
        for (int i = piece * PIECE; i < to; i++) {
            sum += written.get(i % written.size()).keys();
        }
        return sum;
    }
}
