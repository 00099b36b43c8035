package jp.kyufu.matching;

import java.util.Arrays;
import java.util.List;
import jp.kyufu.matching.Fact.KanaLevel;
import jp.kyufu.matching.Fact.NameLevel;
import jp.kyufu.text.Kana;

/** How far names and readings of an applicant and a resident agree. */
final class NameComparison {

    /** From this length on, two differing characters still are a likeness. */
    private static final int LONG = 8;

    private static final String SPACE = " ";

    private NameComparison() {}

    static NameLevel name(Facts applicant, Facts resident) {
        if (applicant.name().isEmpty() || resident.name().isEmpty()) {
            return NameLevel.MISSING;
        }
        if (applicant.joinedName().equals(resident.joinedName())) {
            return NameLevel.WRITTEN;
        }
        String folded = applicant.joinedFolded();
        String registered = resident.joinedFolded();
        if (folded.equals(registered)) {
            return NameLevel.FOLDED;
        }
        if (resident.others().stream().anyMatch(other -> other.folded().equals(folded))) {
            return NameLevel.OTHER_NAME;
        }
        if (isReordered(applicant.folded(), resident.folded())) {
            return NameLevel.SWAPPED;
        }
        if (leavesPartsOut(applicant.folded(), resident.folded())) {
            return NameLevel.PARTS;
        }
        int distance = EditDistance.of(folded, registered);
        if (distance <= 1 || LookAlikes.only(folded, registered)) {
            return NameLevel.CLOSE;
        }
        if (distance == 2 && Math.min(folded.length(), registered.length()) >= LONG) {
            return NameLevel.ALIKE;
        }
        return inPart(folded, resident.folded());
    }

    static KanaLevel kana(Facts applicant, Facts resident, NameLevel name) {
        int agreement = reading(applicant, resident);
        return switch (name) {
            case WRITTEN, FOLDED, OTHER_NAME, SWAPPED, PARTS ->
                    one(
                            agreement,
                            KanaLevel.EQUAL_AS_NAME,
                            KanaLevel.CLOSE_AS_NAME,
                            KanaLevel.DIFFERENT_AS_NAME);
            case CLOSE, ALIKE ->
                    one(
                            agreement,
                            KanaLevel.EQUAL_NEAR_NAME,
                            KanaLevel.CLOSE_NEAR_NAME,
                            KanaLevel.DIFFERENT_NEAR_NAME);
            case GIVEN, SURNAME ->
                    one(
                            agreement,
                            KanaLevel.EQUAL_IN_PART,
                            KanaLevel.CLOSE_IN_PART,
                            KanaLevel.DIFFERENT_IN_PART);
            case DIFFERENT, MISSING ->
                    one(
                            agreement,
                            KanaLevel.EQUAL_ALONE,
                            KanaLevel.CLOSE_ALONE,
                            KanaLevel.DIFFERENT_ALONE);
        };
    }

    private static KanaLevel one(
            int agreement, KanaLevel equal, KanaLevel close, KanaLevel different) {
        return switch (agreement) {
            case 2 -> equal;
            case 1 -> close;
            case 0 -> different;
            default -> KanaLevel.MISSING;
        };
    }

    /** 2 equal, 1 close, 0 different, -1 missing. */
    private static int reading(Facts applicant, Facts resident) {
        if (resident.kana().isEmpty()) {
            return -1;
        }
        // Some write their reading where the name belongs.
        int byName = reading(Kana.key(applicant.joinedName()), applicant.name(), resident);
        if (byName == 2 || applicant.kana().isEmpty()) {
            return byName == 2 ? 2 : -1;
        }
        return reading(applicant.joinedKana(), applicant.kana(), resident);
    }

    private static int reading(String joined, String parts, Facts resident) {
        String registered = resident.joinedKana();
        if (joined.equals(registered)
                || isReordered(parts, resident.kana())
                || resident.others().stream().anyMatch(other -> other.kana().equals(joined))) {
            return 2;
        }
        int distance = EditDistance.of(joined, registered);
        if (leavesPartsOut(parts, resident.kana())) {
            return 1;
        }
        boolean isLong = Math.min(joined.length(), registered.length()) >= LONG;
        return distance <= (isLong ? 2 : 1) || LookAlikes.only(joined, registered) ? 1 : 0;
    }

    /** The same parts in another order; one who writes in one may have turned them round. */
    private static boolean isReordered(String written, String registered) {
        int cut = registered.indexOf(SPACE);
        if (cut < 0 || written.length() > registered.length()) {
            return false;
        }
        if (written.indexOf(SPACE) >= 0) {
            return written.length() == registered.length()
                    && Arrays.equals(sorted(written), sorted(registered));
        }
        String turned = registered.substring(cut + 1) + registered.substring(0, cut);
        return written.equals(turned.replace(SPACE, ""));
    }

    /**
     * Two parts at least are common, and one side leaves out or shortens to an initial what the
     * other has besides.
     */
    private static boolean leavesPartsOut(String a, String b) {
        List<String> fewer = List.of(a.split(SPACE));
        List<String> more = List.of(b.split(SPACE));
        if (fewer.size() > more.size() || fewer.size() == more.size() && b.length() < a.length()) {
            List<String> swap = fewer;
            fewer = more;
            more = swap;
        }
        int equal = 0;
        for (String part : fewer) {
            if (more.contains(part)) {
                equal++;
            } else if (more.stream().noneMatch(whole -> isInitial(part, whole))) {
                return false;
            }
        }
        return equal >= 2;
    }

    /** {@code J} or {@code J.} of {@code JENNIFER}. */
    private static boolean isInitial(String part, String whole) {
        boolean shortened = part.length() == 1 || part.length() == 2 && part.charAt(1) == '.';
        return !whole.isEmpty()
                && shortened
                && part.charAt(0) >= 'A'
                && part.charAt(0) <= 'Z'
                && part.charAt(0) == whole.charAt(0);
    }

    private static NameLevel inPart(String written, String registered) {
        int cut = registered.indexOf(SPACE);
        if (cut < 0) {
            return NameLevel.DIFFERENT;
        }
        String given = registered.substring(cut + 1).replace(SPACE, "");
        if (written.length() > given.length() && written.endsWith(given)) {
            return NameLevel.GIVEN;
        }
        return written.length() > cut && written.startsWith(registered.substring(0, cut))
                ? NameLevel.SURNAME
                : NameLevel.DIFFERENT;
    }

    private static String[] sorted(String parts) {
        String[] sorted = parts.split(SPACE);
        Arrays.sort(sorted);
        return sorted;
    }
}
