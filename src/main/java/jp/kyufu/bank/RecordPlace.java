package jp.kyufu.bank;

import java.util.Optional;
import jp.kyufu.value.FileRefusal;

/**
 * One record within a file: where its bytes are, and which line to name when it is refused.
 *
 * @param line of the file, from 1
 * @param bytes at least a record of them from {@code offset} on
 */
record RecordPlace(String file, long line, byte[] bytes, int offset) {

    /** Refuses the file at the first field that does not fit the table. */
    void mustFit(RecordLayout layout) {
        Optional<RecordField> misfit = layout.misfit(bytes, offset);
        if (misfit.isPresent()) {
            throw refusal("bank.recordField", misfit.get(), misfit.get().expected());
        }
    }

    /** The file is refused because of this field; the message key says why. */
    FileRefusal refusal(String key, RecordField field, String expected) {
        return new FileRefusal(key, file, line, field.place(), whole(field), expected);
    }

    String text(RecordField field) {
        return field.text(bytes, offset);
    }

    String whole(RecordField field) {
        return field.whole(bytes, offset);
    }

    String digits(RecordField field) {
        return field.digits(bytes, offset);
    }

    long number(RecordField field) {
        return field.number(bytes, offset);
    }
}
