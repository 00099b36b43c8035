package jp.kyufu.kanji;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import jp.kyufu.kanji.ShrinkMap.Candidate;
import jp.kyufu.kanji.ShrinkMap.Entry;
import jp.kyufu.value.FileRefusal;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the official map (MJShrinkMap, JSON): {@code meta.version} and {@code content}, one object
 * a glyph, which lists other characters by the evidence for them. What the format does not know is
 * refused where it could be evidence, else passed over.
 */
final class ShrinkMapReader {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern GLYPH = Pattern.compile("MJ[0-9]{6}");

    private final String file;
    private final Set<String> glyphs = new HashSet<>();
    private final List<Entry> entries = new ArrayList<>();
    private String version = "";
    private boolean content;

    private ShrinkMapReader(String file) {
        this.file = file;
    }

    /**
     * The map of a file.
     *
     * @throws FileRefusal if it is no JSON, has no content, or an entry breaks the format: with the
     *     line where that entry starts
     */
    static ShrinkMap read(byte[] bytes, String file) {
        if (bytes.length == 0) {
            throw new FileRefusal("kanji.empty", file, 1, "", "0", "> 0");
        }
        ShrinkMapReader reader = new ShrinkMapReader(file);
        try (JsonParser parser = JSON.createParser(bytes)) {
            reader.read(parser);
        } catch (JacksonException e) {
            long line = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNr());
            throw new FileRefusal("kanji.notJson", file, line, "", "", "JSON");
        }
        return new ShrinkMap(reader.version, reader.entries);
    }

    private void read(JsonParser parser) {
        String wanted = MapNames.get("content");
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            throw refusal("kanji.noContent", parser, "", String.valueOf(parser.currentToken()));
        }
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String member = parser.currentName();
            parser.nextToken();
            if (member.equals(wanted)) {
                readContent(parser);
            } else {
                JsonNode value = parser.readValueAsTree();
                if (member.equals(MapNames.get("meta"))) {
                    version = value.path(MapNames.get("version")).asString("");
                }
            }
        }
        parser.nextToken(); // whatever follows the map is no JSON
        if (!content) {
            throw new FileRefusal("kanji.noContent", file, 1, wanted, "", wanted);
        }
    }

    private void readContent(JsonParser parser) {
        if (content || parser.currentToken() != JsonToken.START_ARRAY) {
            throw refusal(
                    "kanji.noContent",
                    parser,
                    MapNames.get("content"),
                    String.valueOf(parser.currentToken()));
        }
        content = true;
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            long line = parser.currentTokenLocation().getLineNr();
            JsonNode entry = parser.readValueAsTree();
            entries.add(entry(entry, line));
        }
    }

    private Entry entry(JsonNode entry, long line) {
        String glyph = entry.path(MapNames.get("glyph")).asString("");
        if (!GLYPH.matcher(glyph).matches()) {
            throw refusal("kanji.glyph", line, MapNames.get("glyph"), shown(entry), "MJ000001");
        }
        if (!glyphs.add(glyph)) {
            throw refusal("kanji.glyphTwice", line, MapNames.get("glyph"), glyph, "");
        }
        List<Candidate> candidates = new ArrayList<>(2);
        for (Map.Entry<String, JsonNode> member : entry.properties()) {
            Optional<Evidence> evidence = Evidence.ofMember(member.getKey());
            if (evidence.isPresent()) {
                candidates(evidence.get(), member.getKey(), member.getValue(), line, candidates);
            } else if (member.getValue().isContainer()) {
                throw refusal("kanji.evidence", line, glyph, member.getKey(), Evidence.known());
            }
        }
        JsonNode own = entry.path(MapNames.get("own"));
        return new Entry(
                glyph,
                own.isMissingNode()
                        ? OptionalInt.empty()
                        : OptionalInt.of(character(own, line, glyph)),
                candidates);
    }

    private void candidates(
            Evidence evidence,
            String member,
            JsonNode listed,
            long line,
            List<Candidate> candidates) {
        if (!listed.isArray()) {
            throw refusal("kanji.noList", line, member, shown(listed), "[ ]");
        }
        for (JsonNode one : listed) {
            int target = character(one.path(MapNames.get("target")), line, member);
            JsonNode hops = one.path(MapNames.get("hops"));
            if (!hops.isMissingNode() && !(hops.isInt() && hops.intValue() >= 1)) {
                throw refusal("kanji.hops", line, MapNames.get("hops"), shown(hops), ">= 1");
            }
            boolean other =
                    one.path(MapNames.get("remark"))
                            .asString("")
                            .contains(MapNames.get("otherCharacter"));
            if (!other) {
                candidates.add(new Candidate(evidence, target, hops.asInt(1)));
            }
        }
    }

    private int character(JsonNode written, long line, String column) {
        int character = Ucs.read(written.asString(""));
        if (character < 0) {
            throw refusal("kanji.character", line, column, shown(written), "U+9AD8");
        }
        return character;
    }

    private FileRefusal refusal(String key, JsonParser parser, String column, String found) {
        return refusal(
                key,
                parser.currentTokenLocation().getLineNr(),
                column,
                found,
                MapNames.get("content"));
    }

    private FileRefusal refusal(
            String key, long line, String column, String found, String expected) {
        return new FileRefusal(key, file, line, column, found, expected);
    }

    private static String shown(JsonNode node) {
        String text = node.isMissingNode() ? "" : node.toString();
        return text.length() <= 80 ? text : text.substring(0, 80);
    }
}
