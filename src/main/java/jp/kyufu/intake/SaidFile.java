package jp.kyufu.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import jp.kyufu.value.FileRefusal;
import jp.kyufu.value.Refusal;

/**
 * What an applicant says now, as a file or standard input gives it: lines {@code FIELD=TEXT} in
 * UTF-8, an empty text for nothing, empty lines for the eye. So a name or an account need not stand
 * on a command line, where the shell keeps it and the list of processes shows it. No refusal
 * repeats a text.
 */
public final class SaidFile {

    /** Sixteen times the longest form that any layout has; what is longer is another file. */
    private static final int MOST_BYTES = 1 << 16;

    private static final String BOM = "\uFEFF";
    private static final String FORM = "FIELD=TEXT";

    private final String file;
    private final Map<Field, String> said = new EnumMap<>(Field.class);
    private final List<Refusal> wrong = new ArrayList<>();

    private SaidFile(String file) {
        this.file = file;
    }

    /**
     * Reads them all.
     *
     * @param file its name, for refusals
     * @throws Refusal with every line that is wrong: not UTF-8, no field and no text, a field that
     *     there is not, or twice; of a file that says nothing, or is too large to be one
     */
    public static Map<Field, String> read(String file, InputStream in) throws IOException {
        byte[] bytes = in.readNBytes(MOST_BYTES + 1);
        if (bytes.length > MOST_BYTES) {
            throw new Refusal("intake.said.tooLarge", file, MOST_BYTES);
        }
        SaidFile read = new SaidFile(file);
        read.lines(bytes);
        if (!read.wrong.isEmpty()) {
            throw new Refusal(read.wrong, "intake.said.wrong", file, read.wrong.size());
        }
        if (read.said.isEmpty()) {
            throw new Refusal("intake.said.nothing", file);
        }
        return read.said;
    }

    /** Parts the bytes before they are text: so a line that is not UTF-8 has its number. */
    private void lines(byte[] bytes) {
        int number = 1;
        for (int from = 0; from < bytes.length; number++) {
            int to = from;
            while (to < bytes.length && bytes[to] != '\n') {
                to++;
            }
            line(number, ByteBuffer.wrap(bytes, from, to - from));
            from = to + 1;
        }
    }

    private void line(int number, ByteBuffer bytes) {
        String text;
        try {
            text = StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
        } catch (CharacterCodingException e) {
            wrong.add(at("intake.said.encoding", number, "", "UTF-8"));
            return;
        }
        String line = number == 1 && text.startsWith(BOM) ? text.substring(1) : text;
        if (line.isBlank()) {
            return;
        }
        int equals = line.indexOf('=');
        if (equals < 0) {
            wrong.add(at("intake.said.noText", number, "", FORM));
            return;
        }
        String name = line.substring(0, equals).strip();
        Optional<Field> field =
                Arrays.stream(Field.values()).filter(one -> one.name().equals(name)).findFirst();
        if (field.isEmpty()) {
            wrong.add(at("intake.said.unknown", number, name, fields()));
        } else if (said.put(field.get(), withoutReturn(line.substring(equals + 1))) != null) {
            wrong.add(at("intake.said.twice", number, name, ""));
        }
    }

    private FileRefusal at(String key, int line, String name, String expected) {
        return new FileRefusal(key, file, line, name, "", expected);
    }

    private static String withoutReturn(String text) {
        return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
    }

    private static String fields() {
        return Rectifications.correctable().stream()
                .map(Enum::name)
                .collect(Collectors.joining(", "));
    }
}
