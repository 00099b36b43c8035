package jp.kyufu.matching;

import java.sql.Connection;
import java.util.Map;
import java.util.function.Consumer;
import javax.sql.DataSource;
import jp.kyufu.database.CopyReader;
import jp.kyufu.database.CopyRow;
import jp.kyufu.database.Sql;
import jp.kyufu.intake.ApplicationForm;
import jp.kyufu.intake.Field;
import jp.kyufu.matching.Linkage.Application;
import jp.kyufu.matching.Linkage.Resident;
import jp.kyufu.vault.Vault;
import org.springframework.jdbc.datasource.DataSourceUtils;

/** What training reads: the whole register and all applications of a program, normalised. */
final class TrainingStore {

    private final DataSource source;

    TrainingStore(DataSource source) {
        this.source = source;
    }

    void eachResident(Consumer<Resident> resident) {
        read(
                "training-residents",
                Map.of(),
                row ->
                        resident.accept(
                                new Resident(
                                        row.text(0),
                                        row.text(1),
                                        false,
                                        false,
                                        Facts.of(
                                                        row.text(2),
                                                        row.text(3),
                                                        row.date(4),
                                                        row.text(5),
                                                        row.text(6))
                                                .with(
                                                        MatchStore.others(
                                                                row.textArray(7)
                                                                        .toArray(
                                                                                String[]::new))))));
    }

    void eachApplication(short program, Vault vault, Consumer<Application> application) {
        read(
                "training-applications",
                Map.of("program", (long) program),
                row -> {
                    ApplicationForm form = ApplicationForm.fromBytes(vault.open(row.bytes(3)));
                    application.accept(
                            new Application(
                                    row.int8(0),
                                    row.nullableText(1),
                                    Facts.of(
                                            form.get(Field.NAME),
                                            form.get(Field.KANA),
                                            row.date(2),
                                            form.get(Field.ADDRESS),
                                            "")));
                });
    }

    private void read(String statement, Map<String, ?> parameters, Consumer<CopyRow> rows) {
        Connection connection = DataSourceUtils.getConnection(source);
        CopyReader.read(connection, Sql.of(TrainingStore.class, statement), parameters, rows);
    }
}
