package jp.kyufu.register;

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
import jp.kyufu.text.AddressKey;
import jp.kyufu.text.BlockKeys;
import jp.kyufu.text.Keys;
import jp.kyufu.text.NameKey;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Component;

/** Keys of registered names after a map of variants was loaded. */
@Component
class ResidentNameStore implements FoldedNames {

    private static final String TARGET =
            "refolded_name (resident_no, snapshot_id, kind, name_key, given_key, family_key)";

    /**
     * Somebody's name, or a further one.
     *
     * @param kind empty for the name itself
     * @param dwelling address and building, which one key goes with
     */
    private record Named(
            String residentNo, int snapshot, String kind, String name, String dwelling, long key) {

        static Named of(CopyRow row) {
            return new Named(
                    row.text(0), row.int4(1), row.text(2), row.text(3), row.text(4), row.int8(5));
        }

        /** The keys of its parts follow the whole: where that stays, they stay. */
        void writeIfChanged(CopyBuffer rows) {
            long folded = Keys.hash64(NameKey.folded(name));
            if (folded != key) {
                rows.row(6)
                        .text(residentNo)
                        .int4(snapshot)
                        .text(kind)
                        .int8(folded)
                        .int8(BlockKeys.given(name))
                        .int8(BlockKeys.family(name, AddressKey.of(dwelling)));
            }
        }
    }

    private final JdbcClient jdbc;
    private final DataSource source;

    ResidentNameStore(JdbcClient jdbc, DataSource source) {
        this.jdbc = jdbc;
        this.source = source;
    }

    @Override
    public long refold() {
        List<CopyBuffer> changed;
        try (CopyCursor names =
                CopyCursor.open(
                        DataSourceUtils.getConnection(source),
                        Sql.of(ResidentNameStore.class, "all-names"),
                        Map.of())) {
            changed = Refold.rows(names, Named::of, Named::writeIfChanged);
        }
        if (changed.isEmpty()) {
            return 0;
        }
        jdbc.sql(Sql.of(ResidentNameStore.class, "create-refolded")).update();
        CopyIn.copy(source, TARGET, changed);
        return jdbc.sql(Sql.of(ResidentNameStore.class, "refold-residents")).update()
                + (long) jdbc.sql(Sql.of(ResidentNameStore.class, "refold-aliases")).update();
    }
}
