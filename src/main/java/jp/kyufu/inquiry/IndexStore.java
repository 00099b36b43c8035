package jp.kyufu.inquiry;

import java.nio.ByteBuffer;
import java.sql.Connection;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import jp.kyufu.database.CopyReader;
import jp.kyufu.database.CopyRow;
import jp.kyufu.database.Sql;
import jp.kyufu.intake.ApplicationForm;
import jp.kyufu.intake.Field;
import jp.kyufu.matching.PackedNumber;
import jp.kyufu.text.AddressKey;
import jp.kyufu.text.Width;
import jp.kyufu.vault.Fingerprints;
import jp.kyufu.vault.Vault;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads what a {@link PeopleIndex} is made of, in two streams of one snapshot of the database. */
@Repository
class IndexStore {

    /**
     * What an index was made of.
     *
     * @param registers complete extracts, and the map of kanji variants in force
     * @param uploads newest complete upload and newest finished assessment
     */
    record Stamp(String registers, String uploads) {}

    /** An index with what it was made of. */
    record Loaded(Stamp stamp, PeopleIndex index) {}

    private final DataSource source;
    private final JdbcClient jdbc;
    private final Vault vault;
    private final Fingerprints fingerprints;
    private final TransactionTemplate oneView;

    IndexStore(
            DataSource source,
            Vault vault,
            Fingerprints fingerprints,
            PlatformTransactionManager transactions) {
        this.source = source;
        this.jdbc = JdbcClient.create(source);
        this.vault = vault;
        this.fingerprints = fingerprints;
        this.oneView = new TransactionTemplate(transactions);
        oneView.setReadOnly(true);
        oneView.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    /** What an index would be made of now: four small reads. */
    Stamp stamp() {
        return jdbc.sql(Sql.of(IndexStore.class, "stamp"))
                .query((row, _) -> new Stamp(row.getString(1), row.getString(2)))
                .single();
    }

    /** Reads register and applications. */
    Loaded load() {
        return oneView.execute(_ -> {
            Stamp stamp = stamp();
            Loading loading = new Loading();
            Connection connection = DataSourceUtils.getConnection(source);
            read(connection, "everybody", loading::resident);
            read(connection, "further-names", loading::alias);
            read(connection, "applications", loading::application);
            return new Loaded(stamp, loading.build());
        });
    }

    private static void read(
            Connection connection, String statement, java.util.function.Consumer<CopyRow> rows) {
        CopyReader.read(connection, Sql.of(IndexStore.class, statement), Map.of(), rows);
    }

    /** A keyed hash, so that memory holds no telephone number. */
    private long phoneKey(String digits) {
        long key = ByteBuffer.wrap(fingerprints.of("phone " + digits)).getLong();
        return key == 0 ? 1 : key;
    }

    /** The rows as they come. */
    private final class Loading {

        private final PeopleIndex.Builder people = new PeopleIndex.Builder();
        private final ApplicationKeys.Builder applications =
                new ApplicationKeys.Builder(IndexStore.this::phoneKey);
        private final Set<Long> guarded = new HashSet<>();
        private final Set<Long> guardedNames = new HashSet<>();
        private final Set<Integer> guardedBirths = new HashSet<>();

        void resident(CopyRow row) {
            long household = PackedNumber.of(row.text(1));
            int birth = day(row, 4);
            if (row.bool(9)) {
                guarded.add(household);
                guardedNames.add(row.int8(5));
                guardedNames.add(row.int8(6));
                if (birth != PeopleIndex.Builder.NO_DAY) {
                    guardedBirths.add(birth);
                }
            }
            String dwelling = row.text(8);
            people.add(
                    PackedNumber.of(row.text(0)),
                    household,
                    birth,
                    Spelling.of(row.text(2), row.text(3)),
                    new Places.Key(row.int8(7), () -> AddressKey.of(dwelling)));
        }

        void alias(CopyRow row) {
            people.add(
                    PackedNumber.of(row.text(0)),
                    PackedNumber.of(row.text(1)),
                    day(row, 4),
                    Spelling.of(row.text(2), row.text(3)),
                    Places.Key.NONE);
        }

        void application(CopyRow row) {
            long id = row.int8(0);
            String household = row.nullableText(3);
            ApplicationForm form = ApplicationForm.fromBytes(vault.open(row.bytes(8)));
            int birth = day(row, 4);
            boolean hidden =
                    row.bool(7)
                            || household == null
                                    && (guardedNames.contains(row.int8(5))
                                            || guardedNames.contains(row.int8(6))
                                            || guardedBirths.contains(birth));
            long inCase = household == null ? -id : PackedNumber.of(household);
            String phone = Width.digits(form.get(Field.PHONE));
            applications.add(
                    id,
                    row.int2(1),
                    inCase,
                    SearchText.receiptKey(row.text(2)),
                    SearchText.isPhone(phone) ? phone : "",
                    hidden);
            if (household == null) {
                people.add(
                        -id,
                        inCase,
                        birth,
                        Spelling.of(form.get(Field.NAME), form.get(Field.KANA)),
                        Places.Key.NONE);
            }
        }

        PeopleIndex build() {
            guardedNames.remove(0L);
            return people.build(guarded, applications.build());
        }
    }

    private static int day(CopyRow row, int field) {
        @Nullable LocalDate date = row.date(field);
        return date == null ? PeopleIndex.Builder.NO_DAY : (int) date.toEpochDay();
    }
}
