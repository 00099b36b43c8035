package jp.kyufu.city;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What may be wrong with the way answers arrive; for tests and training. */
public enum Mischief {
    /** The answers come in two files. */
    PARTIAL,
    /** The answers come in two files, and the second begins with some of the first. */
    OVERLAPPING,
    /** An answer stands in its file twice. */
    REPEATED,
    /** One payment is answered with a code that nobody has agreed upon. */
    UNKNOWN_CODE;

    /**
     * How the answers to {@code count} payments are spread over files: places in the original file,
     * a list for each file. Without mischief one file with every place once.
     */
    static List<List<Integer>> files(int count, Set<Mischief> mischief) {
        List<List<Integer>> files = new ArrayList<>();
        int cut = count / 2;
        if (mischief.contains(OVERLAPPING)) {
            files.add(places(0, cut));
            files.add(places(Math.max(0, cut - Math.max(1, count / 10)), count));
        } else if (mischief.contains(PARTIAL)) {
            files.add(places(0, cut));
            files.add(places(cut, count));
        } else {
            files.add(places(0, count));
        }
        files.removeIf(List::isEmpty);
        if (mischief.contains(REPEATED)) {
            files.forEach(file -> file.add(file.getFirst()));
        }
        return files;
    }

    private static List<Integer> places(int from, int to) {
        List<Integer> places = new ArrayList<>(to - from);
        for (int place = from; place < to; place++) {
            places.add(place);
        }
        return places;
    }
}
