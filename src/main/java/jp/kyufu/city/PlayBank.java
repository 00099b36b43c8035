package jp.kyufu.city;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import jp.kyufu.value.Refusal;

/**
 * Plays the bank and the point provider: answers every released transfer and point file in a folder
 * (zengin.md on outcomes, file contract §7). What becomes of a payment depends on the seed and its
 * number alone, so that the same files get the same answers.
 */
public final class PlayBank {

    private static final String ANSWER = "kekka-";
    private static final String TRANSFERS = "furikomi-";
    private static final String POINTS = "points-";

    private final Seed seed;
    private final LocalDate day;
    private final Set<Mischief> mischief;
    private final Path out;
    private final List<Path> written = new ArrayList<>();

    private PlayBank(Seed seed, LocalDate day, Set<Mischief> mischief, Path out) {
        this.seed = seed;
        this.day = day;
        this.mischief = mischief;
        this.out = out;
    }

    /** Answers without mischief: one answer file for each file, every payment in it once. */
    public static List<Path> play(Path filesDir, Path outDir, long seed, LocalDate day)
            throws IOException {
        return play(filesDir, outDir, seed, day, Set.of());
    }

    /**
     * Writes {@code kekka-<name>} for every {@code furikomi-*.txt} and {@code points-*.csv}.
     *
     * @param filesDir the folder of released files
     * @param outDir the folder of the answers, made if it is missing
     * @param day on which points are granted; a bank's answer has no date
     * @param mischief what shall be wrong with the answers
     * @return the files written, in order of their names
     * @throws Refusal for a file that is not one of Kyufu's
     */
    public static List<Path> play(
            Path filesDir, Path outDir, long seed, LocalDate day, Set<Mischief> mischief)
            throws IOException {
        Files.createDirectories(outDir);
        PlayBank bank = new PlayBank(new Seed(seed), day, mischief, outDir);
        List<Path> sent;
        try (Stream<Path> files = Files.list(filesDir)) {
            sent = files.sorted().toList();
        }
        for (Path file : sent) {
            String name = String.valueOf(file.getFileName());
            if (name.startsWith(TRANSFERS) && name.endsWith(".txt")) {
                bank.answerTransfers(file, name);
            } else if (name.startsWith(POINTS) && name.endsWith(".csv")) {
                bank.answerPoints(file, name);
            }
        }
        return List.copyOf(bank.written);
    }

    private void answerTransfers(Path file, String name) throws IOException {
        var answer = new TransferAnswer(seed, Files.readAllBytes(file), name);
        List<List<Integer>> files = Mischief.files(answer.payments(), mischief);
        for (int part = 0; part < files.size(); part++) {
            write(name, part, files.size(), answer.file(files.get(part), unknownCode(part)));
        }
    }

    private void answerPoints(Path file, String name) throws IOException {
        var answer = new PointAnswer(seed, day, Files.readAllLines(file), name);
        List<List<Integer>> files = Mischief.files(answer.payments(), mischief);
        for (int part = 0; part < files.size(); part++) {
            String text = answer.file(files.get(part), unknownCode(part));
            write(name, part, files.size(), text.getBytes(StandardCharsets.UTF_8));
        }
    }

    private boolean unknownCode(int part) {
        return part == 0 && mischief.contains(Mischief.UNKNOWN_CODE);
    }

    /** {@code kekka-<name>}, or {@code kekka-<name>-1} and {@code -2} where there are two. */
    private void write(String name, int part, int parts, byte[] bytes) throws IOException {
        int dot = name.lastIndexOf('.');
        String suffix = parts == 1 ? "" : "-" + (part + 1);
        Path path = out.resolve(ANSWER + name.substring(0, dot) + suffix + name.substring(dot));
        Files.write(path, bytes);
        written.add(path);
    }
}
