package jp.kyufu.bank;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.kyufu.bank.RecordField.Kind;
import jp.kyufu.value.Check;

/**
 * The field table of one record type, written as the standard writes it. A table whose lengths do
 * not add up stops the class that declares it from loading.
 */
final class RecordLayout {

    /** 総合振込: 120 bytes a record. */
    static final int BYTES = 120;

    private final List<RecordField> fields;
    private final byte[] template;

    private RecordLayout(List<RecordField> fields, byte[] template) {
        this.fields = fields;
        this.template = template;
    }

    static Builder ofBytes(int length) {
        return new Builder(length);
    }

    /** The field of that name; a programmer's error if the table has none or several. */
    RecordField field(String name) {
        List<RecordField> found = fields.stream().filter(f -> f.name().equals(name)).toList();
        Check.that(found.size() == 1, "%s fields are called %s", found.size(), name);
        return found.getFirst();
    }

    /** Starts a record: constants, zeros and spaces of the table, ready for the values. */
    void start(byte[] into, int record) {
        System.arraycopy(template, 0, into, record, template.length);
    }

    /** The first field whose bytes are not what the table allows. */
    Optional<RecordField> misfit(byte[] bytes, int record) {
        for (RecordField field : fields) {
            if (!field.fits(bytes, record)) {
                return Optional.of(field);
            }
        }
        return Optional.empty();
    }

    /** Collects the fields in the order of the standard. */
    static final class Builder {

        private final int length;
        private final List<RecordField> fields = new ArrayList<>();
        private int next;

        private Builder(int length) {
            this.length = length;
        }

        Builder constant(String name, String value) {
            return add(name, Kind.CONSTANT, value.length(), value);
        }

        Builder digits(String name, int bytes) {
            return add(name, Kind.DIGITS, bytes, "");
        }

        Builder kana(String name, int bytes) {
            return add(name, Kind.KANA, bytes, "");
        }

        Builder blank(String name, int bytes) {
            return add(name, Kind.BLANK, bytes, "");
        }

        Builder any(String name, int bytes) {
            return add(name, Kind.ANY, bytes, "");
        }

        private Builder add(String name, Kind kind, int bytes, String fixed) {
            fields.add(new RecordField(name, kind, next, bytes, fixed));
            next += bytes;
            return this;
        }

        /** The finished table; refuses one whose lengths do not add up. */
        RecordLayout end() {
            Check.that(next == length, "fields of %s bytes in a record of %s", next, length);
            byte[] template = new byte[length];
            for (RecordField field : fields) {
                for (int i = 0; i < field.length(); i++) {
                    template[field.start() + i] =
                            (byte)
                                    switch (field.kind()) {
                                        case CONSTANT -> field.fixed().charAt(i);
                                        case DIGITS -> '0';
                                        case KANA, BLANK, ANY -> ' ';
                                    };
                }
            }
            return new RecordLayout(List.copyOf(fields), template);
        }
    }
}
