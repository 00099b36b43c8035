package jp.kyufu.samples;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Damages files as accidents and hostile people do; the same seed gives the same damage. */
public final class Mutation {

    private static final byte[][] PIECES = {
        {0},
        {0, 0, 0, 0},
        "\u202E\u2066".getBytes(StandardCharsets.UTF_8),
        {(byte) 0xED, (byte) 0xA0, (byte) 0x80}, // half a surrogate pair
        {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF},
        {(byte) 0xFF, (byte) 0xFE},
        {(byte) 0x81},
        "髙".getBytes(Charset.forName("windows-31j")),
        "髙".getBytes(StandardCharsets.UTF_8),
        "=cmd|' /C calc'!A0".getBytes(StandardCharsets.UTF_8),
        "@SUM(1+1)*cmd".getBytes(StandardCharsets.UTF_8),
        "\"".getBytes(StandardCharsets.UTF_8),
        "\"\"\"".getBytes(StandardCharsets.UTF_8),
        "\r".getBytes(StandardCharsets.UTF_8),
        "\n\n\n".getBytes(StandardCharsets.UTF_8),
        "\u2028\u0085".getBytes(StandardCharsets.UTF_8),
        ",".getBytes(StandardCharsets.UTF_8),
        {0x1A},
        {'\t', 0x1B, '[', '2', 'J'},
        "99999999999999999999".getBytes(StandardCharsets.UTF_8),
        "-1".getBytes(StandardCharsets.UTF_8),
        "٣".getBytes(StandardCharsets.UTF_8), // a digit, but not one of ours
    };

    private final Random random;

    public Mutation(long seed) {
        this.random = new Random(seed);
    }

    /** A damaged copy: one to four damages. */
    public byte[] of(byte[] file) {
        byte[] bytes = file.clone();
        for (int i = 0; i <= random.nextInt(4) && bytes.length > 2; i++) {
            bytes = damaged(bytes);
        }
        return bytes;
    }

    private byte[] damaged(byte[] bytes) {
        int at = random.nextInt(bytes.length);
        return switch (random.nextInt(13)) {
            case 0 -> flipped(bytes, at);
            case 1 -> replaced(bytes, at, at + 1, new byte[] {(byte) random.nextInt(256)});
            case 2 -> Arrays.copyOf(bytes, at);
            case 3 -> replaced(bytes, at, Math.min(bytes.length, at + random.nextInt(300)));
            case 4 -> replaced(bytes, at, at, longRun(random.nextInt(200_000)));
            case 5 -> lines(bytes, Change.REMOVE);
            case 6 -> lines(bytes, Change.REPEAT);
            case 7 -> lines(bytes, Change.SWAP);
            case 8 -> fieldsSwapped(bytes);
            default -> replaced(bytes, at, at, PIECES[random.nextInt(PIECES.length)]);
        };
    }

    private enum Change {
        REMOVE,
        REPEAT,
        SWAP
    }

    private byte[] flipped(byte[] bytes, int at) {
        bytes[at] ^= (byte) (1 << random.nextInt(8));
        return bytes;
    }

    private byte[] longRun(int length) {
        byte[] run = new byte[length];
        Arrays.fill(run, (byte) "A1,\" ".charAt(random.nextInt(5)));
        return run;
    }

    private byte[] lines(byte[] bytes, Change change) {
        List<byte[]> lines = split(bytes, '\n');
        int at = random.nextInt(lines.size());
        switch (change) {
            case REMOVE -> lines.remove(at);
            case REPEAT -> lines.add(random.nextInt(lines.size()), lines.get(at));
            case SWAP -> Collections.swap(lines, at, random.nextInt(lines.size()));
        }
        return joined(lines);
    }

    private byte[] fieldsSwapped(byte[] bytes) {
        List<byte[]> lines = split(bytes, '\n');
        int at = random.nextInt(lines.size());
        List<byte[]> fields = split(lines.get(at), ',');
        Collections.swap(fields, random.nextInt(fields.size()), random.nextInt(fields.size()));
        lines.set(at, joined(fields));
        return joined(lines);
    }

    private static byte[] replaced(byte[] bytes, int from, int to, byte... with) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(bytes, 0, from);
        out.writeBytes(with);
        out.write(bytes, to, bytes.length - to);
        return out.toByteArray();
    }

    /** The parts, each with the separator that ends it. */
    private static List<byte[]> split(byte[] bytes, char separator) {
        List<byte[]> parts = new ArrayList<>();
        int from = 0;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == separator) {
                parts.add(Arrays.copyOfRange(bytes, from, i + 1));
                from = i + 1;
            }
        }
        parts.add(Arrays.copyOfRange(bytes, from, bytes.length));
        return parts;
    }

    private static byte[] joined(List<byte[]> parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        parts.forEach(out::writeBytes);
        return out.toByteArray();
    }
}
