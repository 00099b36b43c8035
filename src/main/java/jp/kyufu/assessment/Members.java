package jp.kyufu.assessment;

import java.util.ArrayList;
import java.util.List;
import jp.kyufu.database.CopyRow;
import jp.kyufu.database.CopyRows;
import jp.kyufu.matching.ChainedIndex;
import jp.kyufu.matching.PackedNumber;
import jp.kyufu.value.Check;

/**
 * Everybody on the register with the household he or she claims with, the rows of {@code
 * members.sql}. A household is known by the position of its first member, so that whoever asks for
 * it again need not compare numbers. Safe for any number of threads.
 */
final class Members {

    private static final int HOUSEHOLD = 0;
    private static final int RESIDENT = 1;

    private final CopyRows rows;
    private final ChainedIndex byResident;
    private final ChainedIndex byHousehold;

    Members(CopyRows rows) {
        this.rows = rows;
        this.byResident = index(rows, RESIDENT);
        this.byHousehold = index(rows, HOUSEHOLD);
    }

    private static ChainedIndex index(CopyRows rows, int field) {
        Row row = new Row();
        return new ChainedIndex(rows.size(), position -> row.number(rows, position, field));
    }

    /** How many positions there are. */
    int size() {
        return rows.size();
    }

    /** The household in which a resident claims; refuses a number that the register never had. */
    int householdOf(String residentNo) {
        Row row = new Row();
        long wanted = PackedNumber.of(residentNo);
        int resident = find(row, byResident, RESIDENT, wanted);
        Check.that(resident >= 0, "resident %s has no household", residentNo);
        return find(row, byHousehold, HOUSEHOLD, row.number(rows, resident, HOUSEHOLD));
    }

    private int find(Row row, ChainedIndex index, int field, long wanted) {
        int at = index.first(wanted);
        while (at >= 0 && row.number(rows, at, field) != wanted) {
            at = index.next(wanted, at);
        }
        return at;
    }

    /** 世帯番号 of a household. */
    String numberOf(int household) {
        return rows.read(household, new CopyRow()).text(HOUSEHOLD);
    }

    /** Everybody of a household, in no particular order. */
    List<Member> of(int household) {
        Row row = new Row();
        long wanted = row.number(rows, household, HOUSEHOLD);
        List<Member> members = new ArrayList<>(4);
        for (int at = household; at >= 0; at = byHousehold.next(wanted, at)) {
            if (row.number(rows, at, HOUSEHOLD) == wanted) {
                members.add(member(row.copy));
            }
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
                row.isNull(9) ? List.of() : OtherName.of(row.textArray(9)));
    }

    /** A row to stand on and room for the digits of a number. */
    private static final class Row {

        private final CopyRow copy = new CopyRow();
        private final byte[] digits = new byte[15];

        long number(CopyRows rows, int position, int field) {
            rows.read(position, copy);
            return PackedNumber.of(digits, copy.bytes(field, digits, 0));
        }
    }
}
