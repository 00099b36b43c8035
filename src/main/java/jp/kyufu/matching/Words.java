package jp.kyufu.matching;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What people of the office have said and not taken back, found by the application it was said of,
 * and by every other application on which the same applicant wrote the same.
 */
final class Words {

    /** What was said. */
    enum Verdict {
        /** It is this resident's. */
        SAME,
        /** It is not this resident's. */
        DIFFERENT,
        /** It is nobody's in the register. */
        NOBODY
    }

    /**
     * One word.
     *
     * @param no later words have larger numbers
     * @param residentNo packed; {@link Applicant#NONE} for nobody
     */
    record Word(
            long no,
            Verdict verdict,
            long application,
            long residentNo,
            @Nullable PersonDecision decision) {}

    /**
     * What it comes to for one applicant: the newest word counts, and whatever was said to be
     * different stays so until it is said to be the same.
     *
     * @param decision null: none; the computer decides
     * @param notThese residents ruled out, packed
     */
    record Said(@Nullable PersonDecision decision, long[] notThese) {}

    private static final Said NOTHING = new Said(null, new long[0]);

    /** An applicant as written: the same name or reading, birth date and address. */
    private record Written(int birthDay, long writtenKey, long kanaKey, long addressKey) {

        static @Nullable Written of(Applicant a) {
            boolean whole = a.hasBirthDay() && a.addressKey() != 0 && !a.isNameless();
            return whole
                    ? new Written(a.birthDay(), a.writtenKey(), a.kanaKey(), a.addressKey())
                    : null;
        }
    }

    private final Map<Long, List<Word>> byApplication = new HashMap<>();
    private final Map<Written, List<Word>> byApplicant = new HashMap<>();

    /** Takes a word about an application of this applicant. */
    void add(Applicant applicant, Word word) {
        byApplication.computeIfAbsent(applicant.id(), _ -> new ArrayList<>(1)).add(word);
        Written written = Written.of(applicant);
        if (written != null) {
            byApplicant.computeIfAbsent(written, _ -> new ArrayList<>(1)).add(word);
        }
    }

    /** What was said of this applicant, on this application or another. */
    Said of(Applicant applicant, RegisterKeys register) {
        if (byApplication.isEmpty()) {
            return NOTHING;
        }
        List<Word> words = new ArrayList<>(byApplication.getOrDefault(applicant.id(), List.of()));
        Written written = Written.of(applicant);
        if (written != null) {
            for (Word word : byApplicant.getOrDefault(written, List.of())) {
                if (word.application() != applicant.id() && fits(word, applicant, register)) {
                    words.add(word);
                }
            }
        }
        return words.isEmpty() ? NOTHING : said(words);
    }

    /** A notice of another household than the resident's is a new question, whoever wrote. */
    private static boolean fits(Word word, Applicant applicant, RegisterKeys register) {
        int[] members = register.printedOn(applicant.printedNo());
        if (word.verdict() == Verdict.DIFFERENT || members.length == 0) {
            return true;
        }
        for (int member : members) {
            if (register.residentNo(member) == word.residentNo()) {
                return true;
            }
        }
        return false;
    }

    private static Said said(List<Word> words) {
        words.sort(Comparator.comparingLong(Word::no));
        Word settled = null;
        Set<Long> notThese = new LinkedHashSet<>();
        for (Word word : words) {
            switch (word.verdict()) {
                case SAME -> {
                    settled = word;
                    notThese.remove(word.residentNo());
                }
                case NOBODY -> settled = word;
                case DIFFERENT -> {
                    notThese.add(word.residentNo());
                    if (settled != null && settled.residentNo() == word.residentNo()) {
                        settled = null;
                    }
                }
            }
        }
        return new Said(
                settled == null ? null : settled.decision(),
                notThese.stream().mapToLong(Long::longValue).toArray());
    }
}
