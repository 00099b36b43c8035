package jp.kyufu.database;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import jp.kyufu.value.Check;
import org.jspecify.annotations.Nullable;

/**
 * Rows of PostgreSQL's binary COPY format, built in one growing array. Each row starts with {@link
 * #row} and is followed by exactly that many fields, in the order of the target's columns and of
 * their exact types (int8 for bigint, int4 for integer; text also for varchar and enums).
 *
 * <p>Not safe for several threads, but it may be filled by one thread and sent by another. {@link
 * #clear} makes it new again without giving the array back.
 */
public final class CopyBuffer {

    static final int TEXT_OID = 25;
    static final int INT8_OID = 20;

    private static final VarHandle SHORT =
            MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle INT =
            MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle LONG =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private byte[] bytes;
    private int length;
    private int rows;
    private int fieldsLeft;

    /** An empty buffer of 64 KiB, which grows as needed. */
    public CopyBuffer() {
        this(1 << 16);
    }

    /** An empty buffer with room for {@code capacity} bytes, which grows as needed. */
    public CopyBuffer(int capacity) {
        bytes = new byte[capacity];
    }

    /** Begins a row of {@code fields} fields; refuses while the last one lacks some. */
    public CopyBuffer row(int fields) {
        complete();
        room(2);
        SHORT.set(bytes, length, (short) fields);
        length += 2;
        rows++;
        fieldsLeft = fields;
        return this;
    }

    public CopyBuffer nullField() {
        field(-1);
        return this;
    }

    public CopyBuffer text(String value) {
        int at = field(0);
        room(3 * value.length());
        utf8(value);
        INT.set(bytes, at, length - at - 4);
        return this;
    }

    public CopyBuffer nullableText(@Nullable String value) {
        return value == null ? nullField() : text(value);
    }

    public CopyBuffer bytes(byte[] value) {
        return bytes(value, 0, value.length);
    }

    /** Part of an array, for bytea or, when it is UTF-8, for text. */
    public CopyBuffer bytes(byte[] value, int from, int count) {
        field(count);
        room(count);
        System.arraycopy(value, from, bytes, length, count);
        length += count;
        return this;
    }

    public CopyBuffer nullableBytes(byte @Nullable [] value) {
        return value == null ? nullField() : bytes(value);
    }

    public CopyBuffer int8(long value) {
        field(8);
        putLong(value);
        return this;
    }

    public CopyBuffer nullableInt8(@Nullable Long value) {
        return value == null ? nullField() : int8(value);
    }

    public CopyBuffer int4(int value) {
        field(4);
        putInt(value);
        return this;
    }

    public CopyBuffer nullableInt4(@Nullable Integer value) {
        return value == null ? nullField() : int4(value);
    }

    /** A real, or null. */
    public CopyBuffer nullableFloat4(@Nullable Float value) {
        return value == null ? nullField() : int4(Float.floatToRawIntBits(value));
    }

    public CopyBuffer int2(int value) {
        Check.that(value == (short) value, "%d is no int2", value);
        field(2);
        room(2);
        SHORT.set(bytes, length, (short) value);
        length += 2;
        return this;
    }

    public CopyBuffer bool(boolean value) {
        field(1);
        room(1);
        bytes[length++] = (byte) (value ? 1 : 0);
        return this;
    }

    public CopyBuffer date(@Nullable LocalDate value) {
        if (value == null) {
            return nullField();
        }
        return int4((int) (value.toEpochDay() - PostgresTime.EPOCH_DAY));
    }

    /** For {@code timestamp} (without time zone). */
    public CopyBuffer timestamp(@Nullable LocalDateTime value) {
        return value == null ? nullField() : instant(value.toInstant(ZoneOffset.UTC));
    }

    /** For {@code timestamptz}. */
    public CopyBuffer instant(@Nullable Instant value) {
        return value == null ? nullField() : int8(PostgresTime.micros(value));
    }

    public CopyBuffer textArray(Collection<String> values) {
        int at = array(TEXT_OID, values.size());
        for (String value : values) {
            room(4 + 3 * value.length());
            int start = length;
            length += 4;
            utf8(value);
            INT.set(bytes, start, length - start - 4);
        }
        INT.set(bytes, at, length - at - 4);
        return this;
    }

    /** A {@code text[]} of the names of constants. */
    public CopyBuffer nameArray(Collection<? extends Enum<?>> values) {
        int at = array(TEXT_OID, values.size());
        for (Enum<?> value : values) {
            String name = value.name();
            room(4 + 3 * name.length());
            int start = length;
            length += 4;
            utf8(name);
            INT.set(bytes, start, length - start - 4);
        }
        INT.set(bytes, at, length - at - 4);
        return this;
    }

    public CopyBuffer int8Array(long... values) {
        int at = array(INT8_OID, values.length);
        for (long value : values) {
            putInt(8);
            putLong(value);
        }
        INT.set(bytes, at, length - at - 4);
        return this;
    }

    /**
     * Appends one whole row of another buffer, which lies there between two values of its {@link
     * #size}: for rows that are sent although their neighbours must not be.
     */
    public CopyBuffer append(CopyBuffer other, int from, int to) {
        complete();
        room(to - from);
        System.arraycopy(other.bytes, from, bytes, length, to - from);
        length += to - from;
        rows++;
        return this;
    }

    /** Rows begun since the last {@link #clear}. */
    public int rows() {
        return rows;
    }

    /** Bytes filled, to decide when a buffer is large enough to be sent. */
    public int size() {
        return length;
    }

    public CopyBuffer clear() {
        length = 0;
        rows = 0;
        fieldsLeft = 0;
        return this;
    }

    /** The array, filled up to {@link #size}; refuses while the last row lacks fields. */
    byte[] array() {
        complete();
        return bytes;
    }

    private void complete() {
        if (fieldsLeft != 0) {
            throw new IllegalStateException("row " + rows + " lacks " + fieldsLeft + " fields");
        }
    }

    /** Writes the length word of a field and gives its place. */
    private int field(int count) {
        if (fieldsLeft-- == 0) { // Check.that would box its arguments for every field
            throw new IllegalStateException("row " + rows + " has too many fields");
        }
        putInt(count);
        return length - 4;
    }

    private int array(int elementOid, int count) {
        int at = field(0);
        putInt(count == 0 ? 0 : 1); // dimensions
        putInt(0); // no element is null
        putInt(elementOid);
        if (count > 0) {
            putInt(count);
            putInt(1); // the first index
        }
        return at;
    }

    private void putInt(int value) {
        room(4);
        INT.set(bytes, length, value);
        length += 4;
    }

    private void putLong(long value) {
        room(8);
        LONG.set(bytes, length, value);
        length += 8;
    }

    /** Appends UTF-8; a half surrogate becomes U+FFFD, which PostgreSQL can keep. */
    private void utf8(String value) {
        byte[] to = bytes;
        int at = length;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c < 0x80) {
                to[at++] = (byte) c;
            } else if (c < 0x800) {
                to[at++] = (byte) (0xC0 | c >> 6);
                to[at++] = (byte) (0x80 | c & 0x3F);
            } else if (Character.isHighSurrogate(c)
                    && i + 1 < value.length()
                    && Character.isLowSurrogate(value.charAt(i + 1))) {
                int point = Character.toCodePoint(c, value.charAt(++i));
                to[at++] = (byte) (0xF0 | point >> 18);
                to[at++] = (byte) (0x80 | point >> 12 & 0x3F);
                to[at++] = (byte) (0x80 | point >> 6 & 0x3F);
                to[at++] = (byte) (0x80 | point & 0x3F);
            } else {
                char whole = Character.isSurrogate(c) ? '\uFFFD' : c;
                to[at++] = (byte) (0xE0 | whole >> 12);
                to[at++] = (byte) (0x80 | whole >> 6 & 0x3F);
                to[at++] = (byte) (0x80 | whole & 0x3F);
            }
        }
        length = at;
    }

    private void room(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
        }
    }
}
