package jp.kyufu.kanji;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jp.kyufu.value.FileRefusal;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Which character each glyph is: MJ文字情報一覧表, saved as CSV. Two of its columns are read, the others
 * passed over; a glyph without a character of its own is left out.
 */
final class GlyphList {

    private GlyphList() {}

    /**
     * Characters by the names of glyphs.
     *
     * @throws FileRefusal if the file is in neither encoding, lacks a column, breaks the quoting,
     *     or a row names no character
     */
    static Map<String, Integer> read(byte[] bytes, String file) {
        Map<String, Integer> characters = new HashMap<>();
        try (CSVParser rows =
                CSVParser.builder()
                        .setReader(new StringReader(decode(bytes, file)))
                        .setFormat(
                                CSVFormat.RFC4180
                                        .builder()
                                        .setHeader()
                                        .setSkipHeaderRecord(true)
                                        .setAllowMissingColumnNames(true)
                                        .get())
                        .get()) {
            for (String column : List.of(MapNames.get("glyph"), MapNames.get("own"))) {
                if (!rows.getHeaderNames().contains(column)) {
                    String found = String.join(",", rows.getHeaderNames());
                    throw new FileRefusal("kanji.column", file, 1, column, found, column);
                }
            }
            for (CSVRecord row : rows) {
                add(row, rows.getCurrentLineNumber(), file, characters);
            }
        } catch (UncheckedIOException | IOException | IllegalArgumentException e) {
            throw new FileRefusal("kanji.notCsv", file, 1, "", "", "RFC 4180");
        }
        return characters;
    }

    private static void add(
            CSVRecord row, long line, String file, Map<String, Integer> characters) {
        String own = row.isConsistent() ? row.get(MapNames.get("own")).strip() : "";
        if (own.isEmpty()) {
            return;
        }
        int character = Ucs.read(own);
        if (character < 0) {
            throw new FileRefusal(
                    "kanji.character", file, line, MapNames.get("own"), own, "U+9AD8");
        }
        characters.put(row.get(MapNames.get("glyph")).strip(), character);
    }

    private static String decode(byte[] bytes, String file) {
        for (Charset charset : List.of(StandardCharsets.UTF_8, Charset.forName("windows-31j"))) {
            try {
                String text = charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
                return text.startsWith("\ufeff") ? text.substring(1) : text;
            } catch (CharacterCodingException e) {
                // the other one, then
            }
        }
        throw new FileRefusal("kanji.encoding", file, 1, "", "", "UTF-8, Windows-31J");
    }
}
