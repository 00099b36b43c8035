package jp.kyufu.intake;

import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import jp.kyufu.database.CopyBuffer;
import jp.kyufu.database.CopyCursor;
import jp.kyufu.database.CopyIn;
import jp.kyufu.database.CopyRow;
import jp.kyufu.database.Sql;
import jp.kyufu.kanji.FoldedNames;
import jp.kyufu.kanji.Refold;
import jp.kyufu.text.Keys;
import jp.kyufu.text.NameKey;
import jp.kyufu.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Component;

/** Keys of applicants' names after a map of variants was loaded; each form is opened for it. */
@Component
class ApplicantNameStore implements FoldedNames {

    private record Sealed(long application, byte[] form, long key) {

        static Sealed of(CopyRow row) {
            return new Sealed(row.int8(0), row.bytes(1), row.int8(2));
        }
    }

    private final JdbcClient jdbc;
    private final DataSource source;
    private final Vault vault;

    ApplicantNameStore(JdbcClient jdbc, DataSource source, Vault vault) {
        this.jdbc = jdbc;
        this.source = source;
        this.vault = vault;
    }

    @Override
    public long refold() {
        List<CopyBuffer> changed;
        try (CopyCursor forms =
                CopyCursor.open(
                        DataSourceUtils.getConnection(source),
                        "SELECT application_id, sealed, name_key FROM application",
                        Map.of())) {
            changed = Refold.rows(forms, Sealed::of, this::writeIfChanged);
        }
        if (changed.isEmpty()) {
            return 0;
        }
        jdbc.sql(Sql.of(ApplicantNameStore.class, "create-refolded")).update();
        CopyIn.copy(source, "refolded_form (application_id, name_key)", changed);
        return jdbc.sql(Sql.of(ApplicantNameStore.class, "refold-applications")).update();
    }

    private void writeIfChanged(Sealed sealed, CopyBuffer rows) {
        String name = ApplicationForm.fromBytes(vault.open(sealed.form())).get(Field.NAME);
        long folded = Keys.hash64(NameKey.folded(name));
        if (folded != sealed.key()) {
            rows.row(2).int8(sealed.application()).int8(folded);
        }
    }
}
