package jp.kyufu.database;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import jp.kyufu.value.Check;
import org.jspecify.annotations.Nullable;

/**
 * The row a {@link CopyReader} stands on: fields by position from 0, decoded when asked for. It is
 * the same object for every row: take the values out, do not keep it; {@link CopyRows} keeps rows.
 * A getter of another type than the column's, or a plain getter of a null, is a programmer's error.
 */
public final class CopyRow {

    private static final VarHandle SHORT =
            MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle INT =
            MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle LONG =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private byte[] bytes = new byte[0];
    private int from;
    private int to;
    private int fields;
    private int[] starts = new int[16];
    private int[] lengths = new int[16];

    /** A row that stands nowhere yet, for {@link CopyRows#read}. */
    public CopyRow() {}

    /** Takes the row at {@code at} and gives the place after it, or -1 at the end of the copy. */
    int take(byte[] message, int at) {
        bytes = message;
        from = at;
        fields = (short) SHORT.get(message, at);
        if (fields < 0) {
            return -1;
        }
        if (fields > starts.length) {
            starts = new int[fields];
            lengths = new int[fields];
        }
        int next = at + 2;
        for (int i = 0; i < fields; i++) {
            int length = (int) INT.get(message, next);
            starts[i] = next + 4;
            lengths[i] = length;
            next += 4 + Math.max(length, 0);
        }
        to = next;
        return next;
    }

    /** Bytes of the whole row. */
    int size() {
        return to - from;
    }

    /** Copies the whole row, for {@link #take} to stand on later. */
    void copyTo(byte[] page, int at) {
        System.arraycopy(bytes, from, page, at, to - from);
    }

    public boolean isNull(int field) {
        if (field >= fields) { // Check.that would box its arguments for every field
            throw new IllegalStateException("no field " + field + " of " + fields);
        }
        return lengths[field] < 0;
    }

    public String text(int field) {
        int start = start(field);
        return new String(bytes, start, lengths[field], StandardCharsets.UTF_8);
    }

    public @Nullable String nullableText(int field) {
        return isNull(field) ? null : text(field);
    }

    /** A copy of a bytea, or the UTF-8 of a text. */
    public byte[] bytes(int field) {
        int start = start(field);
        return Arrays.copyOfRange(bytes, start, start + lengths[field]);
    }

    public byte @Nullable [] nullableBytes(int field) {
        return isNull(field) ? null : bytes(field);
    }

    /** Copies a bytea or the UTF-8 of a text into an array and gives its length. */
    public int bytes(int field, byte[] to, int at) {
        int start = start(field);
        System.arraycopy(bytes, start, to, at, lengths[field]);
        return lengths[field];
    }

    /** Length of a field in bytes; 0 for null. */
    public int length(int field) {
        return isNull(field) ? 0 : lengths[field];
    }

    public long int8(int field) {
        return (long) LONG.get(bytes, fixed(field, 8));
    }

    public @Nullable Long nullableInt8(int field) {
        return isNull(field) ? null : Long.valueOf(int8(field));
    }

    public int int4(int field) {
        return (int) INT.get(bytes, fixed(field, 4));
    }

    public @Nullable Integer nullableInt4(int field) {
        return isNull(field) ? null : Integer.valueOf(int4(field));
    }

    public short int2(int field) {
        return (short) SHORT.get(bytes, fixed(field, 2));
    }

    public boolean bool(int field) {
        return bytes[fixed(field, 1)] != 0;
    }

    public @Nullable LocalDate date(int field) {
        return isNull(field)
                ? null
                : LocalDate.ofEpochDay((long) int4(field) + PostgresTime.EPOCH_DAY);
    }

    /** Of a {@code timestamp} (without time zone). */
    public @Nullable LocalDateTime timestamp(int field) {
        return isNull(field)
                ? null
                : LocalDateTime.ofInstant(PostgresTime.instant(int8(field)), ZoneOffset.UTC);
    }

    /** Of a {@code timestamptz}. */
    public @Nullable Instant instant(int field) {
        return isNull(field) ? null : PostgresTime.instant(int8(field));
    }

    public List<String> textArray(int field) {
        int at = start(field);
        int count = elements(at, CopyBuffer.TEXT_OID);
        String[] values = new String[count];
        at += 20;
        for (int i = 0; i < count; i++) {
            int length = (int) INT.get(bytes, at);
            values[i] = new String(bytes, at + 4, length, StandardCharsets.UTF_8);
            at += 4 + length;
        }
        return List.of(values);
    }

    public long[] int8Array(int field) {
        int at = start(field);
        long[] values = new long[elements(at, CopyBuffer.INT8_OID)];
        at += 20;
        for (int i = 0; i < values.length; i++) {
            values[i] = (long) LONG.get(bytes, at + 4);
            at += 12;
        }
        return values;
    }

    private int elements(int at, int elementOid) {
        int dimensions = (int) INT.get(bytes, at);
        Check.that(dimensions <= 1, "an array of %d dimensions", dimensions);
        Check.that((int) INT.get(bytes, at + 4) == 0, "an array with a null in it");
        int oid = (int) INT.get(bytes, at + 8);
        Check.that(oid == elementOid, "elements of type %d, not %d", oid, elementOid);
        return dimensions == 0 ? 0 : (int) INT.get(bytes, at + 12);
    }

    private int start(int field) {
        if (isNull(field)) {
            throw new IllegalStateException("field " + field + " is null");
        }
        return starts[field];
    }

    private int fixed(int field, int size) {
        int start = start(field);
        if (lengths[field] != size) {
            throw new IllegalStateException(
                    "field " + field + " has " + lengths[field] + " bytes, not " + size);
        }
        return start;
    }
}
