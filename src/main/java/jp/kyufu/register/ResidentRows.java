package jp.kyufu.register;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import jp.kyufu.database.CopyBuffer;
import jp.kyufu.register.RegisterRow.OtherName;
import jp.kyufu.register.RegisterRow.Resident;
import jp.kyufu.text.AddressKey;
import jp.kyufu.text.BlockKeys;
import jp.kyufu.text.Kana;
import jp.kyufu.text.Keys;
import jp.kyufu.text.NameKey;
import jp.kyufu.text.Width;

/**
 * Residents of one block as rows of {@code resident} and {@code resident_alias}, and where each
 * lies among them, so that one who was named before can be left out.
 */
final class ResidentRows {

    static final String TARGET =
            "resident (resident_no, snapshot_id, household_no, name, kana, birth_date, sex,"
                    + " relation, head, postal_code, address, building, foreigner, resident_from,"
                    + " left_reason, left_on, protected, name_written_key, name_key, kana_key,"
                    + " address_key, given_key, town_key, family_key, current)";
    static final String ALIAS_TARGET =
            "resident_alias (resident_no, snapshot_id, kind, name, kana, name_written_key,"
                    + " name_key, kana_key)";
    private static final int COLUMNS = 25;
    private static final int ALIAS_COLUMNS = 8;

    /** Where somebody's row lies, and the first of his or her further names. */
    private record Place(String residentNo, long line, int from, int to, int alias) {}

    /** Rows of both tables. */
    record Kept(CopyBuffer residents, CopyBuffer aliases) {}

    private final CopyBuffer rows = new CopyBuffer(1 << 19);
    private final CopyBuffer aliases = new CopyBuffer(1 << 6);
    private final List<Place> places = new ArrayList<>(2_048);
    private final List<Integer> aliasEnds = new ArrayList<>(0);

    // Of the last resident: members of a household follow each other and share it.
    private String dwelling = "";
    private String addressKey = AddressKey.of("");

    Kept all() {
        return new Kept(rows, aliases);
    }

    List<String> residentNos() {
        return places.stream().map(Place::residentNo).toList();
    }

    void add(int snapshotId, long line, Resident resident) {
        int from = rows.size();
        String name = Width.fold(resident.name());
        String written = NameKey.written(name);
        String address = addressKey(resident.dwelling());
        rows.row(COLUMNS)
                .text(resident.residentNo())
                .int4(snapshotId)
                .text(resident.householdNo())
                .text(resident.name())
                .text(resident.kana())
                .date(resident.birthDate())
                .text(resident.sex())
                .text(resident.relation())
                .bool(resident.head())
                .text(resident.postalCode())
                .text(resident.address())
                .text(resident.building())
                .bool(resident.foreigner())
                .date(resident.residentFrom())
                .nullableText(resident.leftReason() == null ? null : resident.leftReason().name())
                .date(resident.leftOn())
                .bool(resident.isProtected())
                .int8(Keys.hash64(written))
                .int8(Keys.hash64(NameKey.folded(written)))
                .int8(Keys.hash64(Kana.key(resident.kana())))
                .int8(Keys.hash64(address))
                .int8(BlockKeys.given(name))
                .int8(BlockKeys.town(address))
                .int8(BlockKeys.family(name, address))
                .bool(true);
        places.add(new Place(resident.residentNo(), line, from, rows.size(), aliasEnds.size()));
        for (OtherName other : resident.otherNames()) {
            add(snapshotId, resident.residentNo(), other);
        }
    }

    private void add(int snapshotId, String residentNo, OtherName other) {
        String written = NameKey.written(other.name());
        aliases.row(ALIAS_COLUMNS)
                .text(residentNo)
                .int4(snapshotId)
                .text(other.kind().name())
                .text(other.name())
                .text(other.kana())
                .int8(Keys.hash64(written))
                .int8(Keys.hash64(NameKey.folded(written)))
                .int8(Keys.hash64(Kana.key(other.kana())));
        aliasEnds.add(aliases.size());
    }

    private String addressKey(String of) {
        if (!of.equals(dwelling)) {
            dwelling = of;
            addressKey = AddressKey.of(of);
        }
        return addressKey;
    }

    /**
     * The rows without those whose number is in {@code seen}, which then holds those of this block
     * too.
     *
     * @param repeated told the lines of the rows left out
     */
    Kept without(Set<String> seen, Consumer<Long> repeated) {
        Kept kept = new Kept(new CopyBuffer(rows.size()), new CopyBuffer(aliases.size()));
        for (int i = 0; i < places.size(); i++) {
            Place place = places.get(i);
            if (seen.add(place.residentNo())) {
                kept.residents().append(rows, place.from(), place.to());
                int next = i + 1 < places.size() ? places.get(i + 1).alias() : aliasEnds.size();
                for (int alias = place.alias(); alias < next; alias++) {
                    int from = alias == 0 ? 0 : aliasEnds.get(alias - 1);
                    kept.aliases().append(aliases, from, aliasEnds.get(alias));
                }
            } else {
                repeated.accept(place.line());
            }
        }
        return kept;
    }
}
