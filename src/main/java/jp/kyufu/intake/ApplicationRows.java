package jp.kyufu.intake;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import jp.kyufu.database.CopyBuffer;
import jp.kyufu.intake.ApplicationRow.Accepted;
import jp.kyufu.text.AddressKey;
import jp.kyufu.text.Kana;
import jp.kyufu.text.Keys;
import jp.kyufu.text.NameKey;
import jp.kyufu.vault.Fingerprints;
import jp.kyufu.vault.Vault;

/**
 * Applications of one block as rows of {@code application}, sealed already, and where each lies
 * among them, so that a receipt number that came before can be left out.
 */
final class ApplicationRows {

    static final String TARGET =
            "application (application_id, program_id, file_id, channel, receipt_no, received_at,"
                    + " printed_household, birth_date, name_written_key, name_key, kana_key,"
                    + " address_key, rail, payee_fingerprint, codes, content_digest, sealed)";
    private static final int COLUMNS = 17;
    private static final int DIGEST_BYTES = 16;
    private static final int LINE_BITS = 32;

    /**
     * One row of the block.
     *
     * @param digest equal for equal content
     * @param from where it begins in the buffer
     * @param to where it ends
     */
    record Row(long applicationId, String receiptNo, byte[] digest, int from, int to) {

        long line() {
            return applicationId & ((1L << LINE_BITS) - 1);
        }
    }

    private final CopyBuffer buffer = new CopyBuffer(1 << 20);
    private final List<Row> rows = new ArrayList<>(2_048);
    private final short program;
    private final String channel;
    private final Vault vault;
    private final Fingerprints fingerprints;

    ApplicationRows(short program, String channel, Vault vault, Fingerprints fingerprints) {
        this.program = program;
        this.channel = channel;
        this.vault = vault;
        this.fingerprints = fingerprints;
    }

    List<Row> rows() {
        return rows;
    }

    void add(int fileId, long line, Accepted application) {
        int from = buffer.size();
        ApplicationForm form = application.form();
        String written = NameKey.written(form.get(Field.NAME));
        long id = ((long) fileId << LINE_BITS) + line;
        byte[] bytes = form.toBytes();
        ApplicationForm stripped = form.stripped();
        byte[] content = stripped == form ? bytes : stripped.toBytes();
        byte[] digest = Arrays.copyOf(fingerprints.of(content), DIGEST_BYTES);
        buffer.row(COLUMNS)
                .int8(id)
                .int2(program)
                .int4(fileId)
                .text(channel)
                .text(application.receiptNo())
                .timestamp(application.receivedAt())
                .nullableText(application.printedHousehold())
                .date(application.birthDate())
                .int8(Keys.hash64(written))
                .int8(Keys.hash64(NameKey.folded(written)))
                .int8(Keys.hash64(Kana.key(form.get(Field.KANA))))
                .int8(Keys.hash64(AddressKey.of(form.get(Field.ADDRESS))))
                .nullableText(application.rail() == null ? null : application.rail().name())
                .nullableBytes(
                        application.payee() == null ? null : fingerprints.of(application.payee()))
                .nameArray(application.codes())
                .bytes(digest)
                .bytes(vault.seal(bytes));
        rows.add(new Row(id, application.receiptNo(), digest, from, buffer.size()));
    }

    /** The rows that pass, in their order; the predicate sees every row once. */
    CopyBuffer passing(Predicate<Row> passes) {
        List<Row> kept = rows.stream().filter(passes).toList();
        if (kept.size() == rows.size()) {
            return buffer;
        }
        CopyBuffer some = new CopyBuffer(buffer.size());
        kept.forEach(row -> some.append(buffer, row.from(), row.to()));
        return some;
    }
}
