package jp.kyufu.matching;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import jp.kyufu.database.TestDatabase;
import jp.kyufu.intake.ApplicationForm;
import jp.kyufu.intake.Field;
import jp.kyufu.matching.People.Form;
import jp.kyufu.matching.People.Person;
import jp.kyufu.program.Program;
import jp.kyufu.program.ProgramFile;
import jp.kyufu.program.ProgramTerms;
import jp.kyufu.value.PrintedNumber;
import jp.kyufu.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Rows in a test database that earlier and later stages would have written. */
final class Town {

    private static final ProgramTerms TERMS =
            ProgramFile.read(Path.of("src/test/resources/jp/kyufu/program/program.yaml"));

    private final JdbcClient owner;
    private final JdbcClient above;
    private final Vault vault;
    private final short program;
    private final int applications;
    private int line = 1;

    Town(TestDatabase database, Vault vault) {
        this.owner = JdbcClient.create(database.ownerDataSource());
        this.above = JdbcClient.create(database.superuserDataSource());
        this.vault = vault;
        this.program =
                owner.sql(
                                """
                                INSERT INTO program (code, name, reference_date, window_from, window_to, rate_cash,
                                    rate_points, consignor_code, consignor_name, consignor_bank, consignor_branch,
                                    consignor_type, consignor_account, terminator, clearing_house, symbols,
                                    records_per_file, cut_off, earliest_days, latest_days, return_days, opened_at,
                                    opened_by)
                                VALUES ('town', 'town', :reference, '2026-03-16', '2026-07-31', 5000, 0, '0123456789',
                                    'A', '0001', '001', 1, '0012345', 'LF', '    ', '', 50000, '18:00', 2, 10, 7,
                                    now(), 'p')
                                RETURNING program_id
                                """)
                        .param("reference", TERMS.referenceDate())
                        .query(Short.class)
                        .single();
        this.applications = upload("APPLICATIONS");
    }

    Program program() {
        return new Program(program, TERMS, Instant.EPOCH, "p");
    }

    /** A newer complete extract that names these people. */
    int register(List<Person> persons) {
        int snapshot = upload("REGISTER");
        owner.sql("INSERT INTO register_snapshot VALUES (:id, '2026-01-01', now())")
                .param("id", snapshot)
                .update();
        for (Person person : persons) {
            ResidentKeys keys = person.keys();
            owner.sql("UPDATE resident SET current = false WHERE resident_no = :no")
                    .param("no", person.no())
                    .update();
            owner.sql(
                            """
                            INSERT INTO resident VALUES (:no, :snapshot, :household, :name, :kana, :birth, '', '', false,
                                '', :address, '', false, '2000-01-01', :reason, :left::date, false, :written_key,
                                :name_key, :kana_key, :address_key, :given_key, :town_key, :family_key, true)
                            """)
                    .param("no", person.no())
                    .param("snapshot", snapshot)
                    .param("household", person.household())
                    .param("name", person.name())
                    .param("kana", person.kana())
                    .param("birth", person.birth())
                    .param("address", person.address())
                    .param("reason", person.left() ? "MOVED_OUT" : null)
                    .param("left", person.left() ? TERMS.referenceDate() : null)
                    .param("written_key", keys.writtenKey())
                    .param("name_key", keys.nameKey())
                    .param("kana_key", keys.kanaKey())
                    .param("address_key", keys.addressKey())
                    .param("given_key", keys.givenKey())
                    .param("town_key", keys.townKey())
                    .param("family_key", keys.familyKey())
                    .update();
        }
        return snapshot;
    }

    /** 旧氏 of a resident with the given name, and its reading. */
    void formerName(String residentNo, String name, String kana) {
        Facts.OtherName other = Facts.OtherName.of(name, kana);
        owner.sql(
                        """
                        INSERT INTO resident_alias
                        SELECT resident_no, snapshot_id, 'FORMER_SURNAME', :name, :kana, :key, :key, :kana_key
                        FROM resident WHERE resident_no = :no AND current
                        """)
                .param("no", residentNo)
                .param("name", name)
                .param("kana", kana)
                .param("key", other.nameKey())
                .param("kana_key", other.kanaKey())
                .update();
    }

    /** Protects a resident as no extract can: rows of a register never change. */
    void protect(String residentNo) {
        above.sql("ALTER TABLE resident DISABLE TRIGGER ALL").update();
        above.sql("UPDATE resident SET protected = true WHERE resident_no = :no")
                .param("no", residentNo)
                .update();
        above.sql("ALTER TABLE resident ENABLE TRIGGER ALL").update();
    }

    /** A received application; gives its id. */
    long application(Form form) {
        long id = ((long) applications << 32) + ++line;
        Applicant keys = form.applicant();
        String[] texts = new String[Field.values().length];
        Arrays.fill(texts, "");
        texts[Field.NAME.ordinal()] = form.name();
        texts[Field.KANA.ordinal()] = form.kana();
        texts[Field.ADDRESS.ordinal()] = form.address();
        owner.sql(
                        """
                        INSERT INTO application VALUES (:id, :program, :file, 'ONLINE', :receipt, '2026-04-01', :printed,
                            :birth, :written_key, :name_key, :kana_key, :address_key, 'CASH', NULL, '{}', '', :sealed)
                        """)
                .param("id", id)
                .param("program", program)
                .param("file", applications)
                .param("receipt", "W" + line)
                .param(
                        "printed",
                        form.number() == null
                                ? null
                                : PrintedNumber.ofHousehold(form.number()).household())
                .param("birth", form.birth())
                .param("written_key", keys.writtenKey())
                .param("name_key", keys.nameKey())
                .param("kana_key", keys.kanaKey())
                .param("address_key", keys.addressKey())
                .param("sealed", vault.seal(ApplicationForm.of(texts).toBytes()))
                .update();
        return id;
    }

    /**
     * Two residents per household and an application of the first of them: of ten, two without a
     * number and one with the number of the next household.
     */
    void crowd(int households) {
        int snapshot = register(List.of());
        owner.sql(
                        """
                        INSERT INTO resident
                        SELECT i, :snapshot, i / 2, 'A' || i, '', date '1930-01-01' + (i * 7919 % 32000), '', '', false,
                            '', '', '', false, '2000-01-01', NULL, NULL, false,
                            hashint8extended(i, 1), hashint8extended(i, 2), hashint8extended(i, 3),
                            hashint8extended(i / 2, 4), 0, 0, 0, true
                        FROM generate_series(0, 2 * :households - 1) AS i
                        """)
                .param("snapshot", snapshot)
                .param("households", households)
                .update();
        String[] texts = new String[Field.values().length];
        Arrays.fill(texts, "");
        owner.sql(
                        """
                        INSERT INTO application
                        SELECT (:file::bigint << 32) + j + 2, :program, :file, 'PAPER', 'P' || j, '2026-04-01',
                            CASE WHEN j % 10 < 8 THEN
                                lpad((CASE j % 10 WHEN 7 THEN (j + 1) % :households ELSE j END)::text, 10, '0') END,
                            date '1930-01-01' + (2 * j * 7919 % 32000),
                            hashint8extended(2 * j, 1), hashint8extended(2 * j, 2), hashint8extended(2 * j, 3),
                            hashint8extended(j, 4), 'CASH', NULL, '{}', '', :sealed
                        FROM generate_series(0, :households - 1) AS j
                        """)
                .param("file", applications)
                .param("program", program)
                .param("households", households)
                .param("sealed", vault.seal(ApplicationForm.of(texts).toBytes()))
                .update();
    }

    /** A payment of an application in some state. */
    void payment(long application, String state) {
        owner.sql(
                        """
                        INSERT INTO payment
                        SELECT count(*) + 1, :program, :application, 1, 0, 'CASH', 5000, 1, 1, :state::payment_state, 1
                        FROM payment
                        """)
                .param("program", program)
                .param("application", application)
                .param("state", state)
                .update();
    }

    /** {@code method resident household} or the code of an application. */
    String match(long application) {
        return owner.sql(
                        "SELECT coalesce(method || ' ' || resident_no || ' ' || household_no, code)"
                                + " FROM match WHERE application_id = :id")
                .param("id", application)
                .query(String.class)
                .single();
    }

    List<String> evidence(long application) {
        return owner.sql(
                        "SELECT rank || ' ' || resident_no || ' ' || evidence FROM match_evidence"
                                + " WHERE application_id = :id ORDER BY rank")
                .param("id", application)
                .query(String.class)
                .list();
    }

    /** Every row of both tables with the transaction that wrote it. */
    List<Map<String, Object>> rows() {
        return owner.sql(
                        """
                        SELECT m.xmin::text, m::text FROM match m
                        UNION ALL SELECT e.xmin::text, e::text FROM match_evidence e
                        ORDER BY 2
                        """)
                .query()
                .listOfRows();
    }

    private int upload(String kind) {
        return owner.sql(
                        """
                        INSERT INTO intake_file (program_id, kind, name, sha256, bytes, received_at, received_by,
                            encoding, next_offset, completed_seq, completed_at)
                        SELECT CASE :kind WHEN 'REGISTER' THEN NULL ELSE :program END, :kind, 'f',
                            sha256((count(*) || 'f')::bytea), 1, now(), 'p', 'UTF-8', 1, count(*) + 1, now()
                        FROM intake_file
                        RETURNING file_id
                        """)
                .param("kind", kind)
                .param("program", program)
                .query(Integer.class)
                .single();
    }
}
