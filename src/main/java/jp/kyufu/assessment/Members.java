package jp.kyufu.assessment;

import java.util.ArrayList;
import java.util.List;
import jp.kyufu.database.CopyRow;
import jp.kyufu.database.CopyRows;
import jp.kyufu.matching.ChainedIndex;
import jp.kyufu.matching.PackedNumber;
import jp.kyufu.value.Check;
import jp.kyufu.value.ReasonCode;

/**
 * Everybody on the register with the household he or she claims with, the rows of {@code
 * members.sql}. A household is known by the position of its first member, so that whoever asks for
 * it again need not compare numbers. Safe for any number of threads.
 */
final class Members {

    private static final int HOUSEHOLD = 0;
    private static final int RESIDENT = 1;

    private final CopyRows rows;
    private final long[] residents;
    private final ChainedIndex byResident;

    /** By position, the household and its next member; -1 after the last. */
    private final int[] households;

    private final int[] nexts;

    Members(CopyRows rows) {
        int size = rows.size();
        this.rows = rows;
        this.residents = new long[size];
        long[] numbers = new long[size];
        CopyRow row = new CopyRow();
        byte[] digits = new byte[15];
        for (int i = 0; i < size; i++) {
            rows.read(i, row);
            residents[i] = PackedNumber.of(digits, row.bytes(RESIDENT, digits, 0));
            numbers[i] = PackedNumber.of(digits, row.bytes(HOUSEHOLD, digits, 0));
        }
        this.byResident = new ChainedIndex(size, i -> residents[i]);
        this.households = new int[size];
        this.nexts = new int[size];
        ChainedIndex byHousehold = new ChainedIndex(size, i -> numbers[i]);
        for (int i = 0; i < size; i++) {
            households[i] = find(byHousehold, numbers, numbers[i], byHousehold.first(numbers[i]));
            nexts[i] = find(byHousehold, numbers, numbers[i], byHousehold.next(numbers[i], i));
        }
    }

    /** The first position from {@code from} on that has exactly this number, or -1. */
    private static int find(ChainedIndex index, long[] numbers, long wanted, int from) {
        int at = from;
        while (at >= 0 && numbers[at] != wanted) {
            at = index.next(wanted, at);
        }
        return at;
    }

    /** How many positions there are. */
    int size() {
        return residents.length;
    }

    /** The household in which a resident claims; refuses a number that the register never had. */
    int householdOf(String residentNo) {
        long wanted = PackedNumber.of(residentNo);
        int resident = find(byResident, residents, wanted, byResident.first(wanted));
        Check.that(resident >= 0, "a resident without a household");
        return households[resident];
    }

    /** 世帯番号 of a household. */
    String numberOf(int household) {
        return rows.read(household, new CopyRow()).text(HOUSEHOLD);
    }

    /** Everybody of a household, in no particular order. */
    List<Member> of(int household) {
        List<Member> members = new ArrayList<>(4);
        CopyRow row = new CopyRow();
        for (int at = household; at >= 0; at = nexts[at]) {
            members.add(member(rows.read(at, row)));
        }
        return members;
    }

    private static Member member(CopyRow row) {
        return new Member(
                row.text(1),
                row.text(2),
                row.text(3),
                row.date(4),
                row.bool(5),
                row.date(6),
                row.bool(7),
                row.bool(8),
                row.isNull(9) ? List.of() : OtherName.of(row.textArray(9)),
                row.isNull(10) ? null : ReasonCode.valueOf(row.text(10)));
    }
}
