package jp.kyufu.program;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import jp.kyufu.value.FileRefusal;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * One mapping of a YAML file, read key by key. An error never stops the reading: it is added to the
 * list that all sections of the file share, and the value is empty. Scalars are taken as they are
 * written, so that {@code 0001} keeps its zeros and {@code 12:00} is not a number.
 */
final class YamlSection {

    private final String file;
    private final String path;
    private final long line;
    private final List<FileRefusal> errors;
    private final Map<String, Node> values = new LinkedHashMap<>();
    private final Map<String, Long> lines = new LinkedHashMap<>();
    private final Set<String> known = new LinkedHashSet<>();

    YamlSection(String file, String path, MappingNode node, List<FileRefusal> errors) {
        this.file = file;
        this.path = path;
        this.line = line(node);
        this.errors = errors;
        for (NodeTuple tuple : node.getValue()) {
            Node keyNode = tuple.getKeyNode();
            String key = keyNode instanceof ScalarNode scalar ? scalar.getValue() : shape(keyNode);
            if (values.containsKey(key)) {
                add("program.key.repeated", line(keyNode), key, key, "1");
                continue;
            }
            values.put(key, tuple.getValueNode());
            lines.put(key, line(keyNode));
        }
    }

    /** The value of a required key; empty, with an error, if absent or not as expected. */
    <T> Optional<T> required(String key, String expected, Function<String, Optional<T>> parse) {
        if (!present(key)) {
            add("program.key.missing", lineOf(key), key, "", expected);
            return Optional.empty();
        }
        return parsed(key, expected, parse);
    }

    /** The same for a key that may be absent and then means {@code otherwise}. */
    <T> Optional<T> optional(
            String key, T otherwise, String expected, Function<String, Optional<T>> parse) {
        return present(key) ? parsed(key, expected, parse) : Optional.of(otherwise);
    }

    private <T> Optional<T> parsed(
            String key, String expected, Function<String, Optional<T>> parse) {
        Node node = node(key);
        Optional<T> value =
                node instanceof ScalarNode scalar
                        ? parse.apply(scalar.getValue())
                        : Optional.empty();
        if (value.isEmpty()) {
            wrong(key, expected);
        }
        return value;
    }

    /** A mapping under a required key. */
    Optional<YamlSection> section(String key) {
        if (!present(key)) {
            add("program.key.missing", lineOf(key), key, "", "{...}");
            return Optional.empty();
        }
        return section(key, node(key), path + key);
    }

    /** The mappings of a required list of at least one. */
    List<YamlSection> sections(String key) {
        if (!present(key)) {
            add("program.key.missing", lineOf(key), key, "", "[{...}]");
            return List.of();
        }
        List<YamlSection> sections = new ArrayList<>();
        if (node(key) instanceof SequenceNode list && !list.getValue().isEmpty()) {
            int number = 1;
            for (Node element : list.getValue()) {
                String place = path + key + "[" + number++ + "]";
                section(key, element, place).ifPresent(sections::add);
            }
        } else {
            wrong(key, "[{...}]");
        }
        return sections;
    }

    /** The values of a list that may be absent; what is not as expected is an error. */
    <T> List<T> texts(String key, String expected, Function<String, Optional<T>> parse) {
        if (!present(key)) {
            return List.of();
        }
        List<T> values = new ArrayList<>();
        if (node(key) instanceof SequenceNode list) {
            for (Node element : list.getValue()) {
                if (element instanceof ScalarNode scalar) {
                    parse.apply(scalar.getValue()).ifPresent(values::add);
                }
            }
            if (values.size() == list.getValue().size()) {
                return values;
            }
        }
        wrong(key, "[" + expected + "]");
        return List.of();
    }

    private Optional<YamlSection> section(String key, Node node, String place) {
        if (node instanceof MappingNode mapping) {
            return Optional.of(new YamlSection(file, place + ".", mapping, errors));
        }
        errors.add(new FileRefusal("program.value", file, line(node), place, shape(node), "{...}"));
        return Optional.empty();
    }

    /** Whether a key is there with a value; asking makes it a known key. */
    boolean present(String key) {
        known.add(key);
        Node node = values.get(key);
        return node != null && !Tag.NULL.equals(node.getTag());
    }

    /** An error of a value that can be read but not accepted, or of an absent one. */
    void wrong(String key, String expected) {
        Node node = values.get(key);
        add("program.value", lineOf(key), key, node == null ? "" : shape(node), expected);
    }

    /** Whether the whole file, as far as it has been read, is without an error. */
    boolean withoutError() {
        return errors.isEmpty();
    }

    /** To be called last: refuses every key that nobody has asked for. */
    void refuseUnknownKeys() {
        for (String key : values.keySet()) {
            if (!known.contains(key)) {
                add("program.key.unknown", lineOf(key), key, key, String.join(", ", known));
            }
        }
    }

    private void add(String message, long atLine, String key, String found, String expected) {
        errors.add(new FileRefusal(message, file, atLine, path + key, found, expected));
    }

    private Node node(String key) {
        Node node = values.get(key);
        if (node == null) {
            throw new IllegalStateException("no key " + path + key);
        }
        return node;
    }

    private long lineOf(String key) {
        return lines.getOrDefault(key, line);
    }

    private static long line(Node node) {
        return node.getStartMark().getLine() + 1L;
    }

    private static String shape(Node node) {
        return switch (node) {
            case ScalarNode scalar -> scalar.getValue();
            case SequenceNode list -> "[...]";
            default -> "{...}";
        };
    }
}
