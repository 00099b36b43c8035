package jp.kyufu.intake;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import jp.kyufu.intake.Layout.Column;
import jp.kyufu.text.Width;
import jp.kyufu.value.FileRefusal;
import jp.kyufu.value.Rail;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * Reads a layout:
 *
 * <pre>
 * channel: PAPER                 # capitals, digits and _
 * columns: {管理番号: RECEIPT_NO}  # header: field; each of both once; RECEIPT_NO and RECEIVED at least
 * optional: [不備メモ]             # headers of columns that a file may lack
 * words: {CASH: ["1"], POINTS: ["2"], ATTACHED: [有]}
 * </pre>
 *
 * A file that says anything else is refused at the first such place. Scalars are taken as written.
 */
final class LayoutFile {

    private static final Pattern CHANNEL = Pattern.compile("[A-Z][A-Z0-9_]{0,15}");
    private static final Set<Field> INDISPENSABLE = EnumSet.of(Field.RECEIPT_NO, Field.RECEIVED);
    private static final Set<String> KEYS = Set.of("channel", "columns", "optional", "words");
    private static final Set<String> WORDS = Set.of("CASH", "POINTS", "ATTACHED");

    private final String file;

    private LayoutFile(String file) {
        this.file = file;
    }

    /**
     * The layout that a text states.
     *
     * @param file its name, which is the layout's name without the ending
     * @throws FileRefusal if the text is not a layout
     */
    static Layout read(String file, String text) {
        return new LayoutFile(file).layout(text);
    }

    private Layout layout(String text) {
        Map<String, Node> root = mapping(root(text), KEYS);
        Node channel = required(root, "channel");
        if (!CHANNEL.matcher(scalar(channel)).matches()) {
            throw refusal(channel, "channel", scalar(channel), CHANNEL.pattern());
        }
        Set<String> optional =
                root.containsKey("optional")
                        ? new HashSet<>(list(required(root, "optional")))
                        : Set.of();
        List<Column> columns = columns(required(root, "columns"), optional);
        Map<String, Node> words = mapping(required(root, "words"), WORDS);
        Map<String, Rail> rails = new HashMap<>();
        for (Rail rail : Rail.values()) {
            folded(words, rail.name()).forEach(word -> rails.put(word, rail));
        }
        return new Layout(
                file.replaceFirst("[.][^.]*$", ""),
                scalar(channel),
                columns,
                Map.copyOf(rails),
                Set.copyOf(folded(words, "ATTACHED")));
    }

    private Node root(String text) {
        try {
            Node root = new Yaml(new LoaderOptions()).compose(new StringReader(text));
            if (root != null) {
                return root;
            }
        } catch (MarkedYAMLException e) {
            long line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1L;
            String problem = String.valueOf(e.getProblem());
            throw new FileRefusal("intake.layoutFile", file, line, "", problem, "YAML");
        }
        throw new FileRefusal("intake.layoutFile", file, 1, "", "", "channel: ...");
    }

    private List<Column> columns(Node node, Set<String> optional) {
        List<Column> columns = new ArrayList<>();
        Set<Field> missing = EnumSet.copyOf(INDISPENSABLE);
        Set<Field> free = EnumSet.allOf(Field.class);
        for (Map.Entry<String, Node> entry : mapping(node, Set.of()).entrySet()) {
            String header = entry.getKey();
            String name = scalar(entry.getValue());
            Field field =
                    free.stream()
                            .filter(candidate -> candidate.name().equals(name))
                            .findAny()
                            .orElseThrow(
                                    () -> refusal(entry.getValue(), header, name, free.toString()));
            free.remove(field);
            missing.remove(field);
            columns.add(new Column(header, field, !optional.contains(header)));
        }
        if (!missing.isEmpty()) {
            throw refusal(node, "columns", "", missing.toString());
        }
        return List.copyOf(columns);
    }

    private List<String> folded(Map<String, Node> words, String key) {
        return list(required(words, key)).stream().map(Width::fold).toList();
    }

    private Node required(Map<String, Node> mapping, String key) {
        Node node = mapping.get(key);
        if (node == null) {
            throw new FileRefusal("intake.layoutFile", file, 1, key, "", key + ": ...");
        }
        return node;
    }

    /** A mapping of these keys; of any keys if none are named. */
    private Map<String, Node> mapping(Node node, Set<String> keys) {
        if (!(node instanceof MappingNode mapping)) {
            throw refusal(node, "", node.getNodeId().name(), "{...}");
        }
        Map<String, Node> values = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            String key = scalar(tuple.getKeyNode());
            boolean known = keys.isEmpty() || keys.contains(key);
            if (!known || values.put(key, tuple.getValueNode()) != null) {
                throw refusal(tuple.getKeyNode(), key, key, known ? "1 x " + key : keys.toString());
            }
        }
        return values;
    }

    private List<String> list(Node node) {
        if (!(node instanceof SequenceNode sequence)) {
            throw refusal(node, "", node.getNodeId().name(), "[...]");
        }
        return sequence.getValue().stream().map(this::scalar).toList();
    }

    private String scalar(Node node) {
        if (!(node instanceof ScalarNode scalar)) {
            throw refusal(node, "", node.getNodeId().name(), "...");
        }
        return scalar.getValue();
    }

    private FileRefusal refusal(Node node, String key, String found, String expected) {
        long line = node.getStartMark().getLine() + 1L;
        return new FileRefusal("intake.layoutFile", file, line, key, found, expected);
    }
}
