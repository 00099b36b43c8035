package jp.kyufu.program;

import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.kyufu.value.FileRefusal;
import jp.kyufu.value.Refusal;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;

/**
 * Reads {@code program.yaml} (file contract §11). The file is refused whole, with every error in
 * it, or accepted whole. Optional are {@code today}, {@code household_cap}, {@code points} where no
 * points are paid, and each member of {@code bank_profile} (see {@link ProgramSections} for what it
 * then is).
 */
public final class ProgramFile {

    private static final int LIMIT_BYTES = 1 << 20;

    private ProgramFile() {}

    /**
     * The terms that a file states.
     *
     * @throws FileRefusal if the file is not YAML at all: unreadable, empty, not UTF-8, a syntax
     *     error
     * @throws Refusal with one {@link FileRefusal} for each error in its content
     */
    public static ProgramTerms read(Path path) {
        String file = String.valueOf(path.getFileName());
        Node root = parse(file, bytes(file, path));
        if (!(root instanceof MappingNode mapping)) {
            throw new FileRefusal("program.file.empty", file, 1, "", "", "code: ...");
        }
        List<FileRefusal> errors = new ArrayList<>();
        YamlSection section = new YamlSection(file, "", mapping, errors);
        Optional<ProgramTerms> terms = ProgramSections.terms(section);
        if (!errors.isEmpty()) {
            errors.sort((a, b) -> Long.compare((long) a.args().get(1), (long) b.args().get(1)));
            throw new Refusal(errors, "program.file.refused", file, errors.size());
        }
        return terms.orElseThrow();
    }

    private static byte[] bytes(String file, Path path) {
        try {
            if (Files.size(path) > LIMIT_BYTES) {
                String size = Files.size(path) + " bytes";
                throw new FileRefusal(
                        "program.file.size", file, 1, "", size, LIMIT_BYTES + " bytes");
            }
            return Files.readAllBytes(path);
        } catch (IOException e) {
            throw new FileRefusal("program.file.unreadable", file, 0, "", path.toString(), "");
        }
    }

    private static @Nullable Node parse(String file, byte[] bytes) {
        try {
            String text =
                    StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            String withoutMark = text.startsWith("\uFEFF") ? text.substring(1) : text;
            return new Yaml(new LoaderOptions()).compose(new StringReader(withoutMark));
        } catch (CharacterCodingException e) {
            throw new FileRefusal("program.file.encoding", file, 1, "", "", "UTF-8");
        } catch (MarkedYAMLException e) {
            throw syntax(file, e);
        } catch (YAMLException e) {
            throw new FileRefusal("program.file.syntax", file, 1, "", firstLine(e), "YAML");
        }
    }

    private static FileRefusal syntax(String file, MarkedYAMLException e) {
        long line = 1;
        String place = "";
        if (e.getProblemMark() != null) {
            line = e.getProblemMark().getLine() + 1L;
            place = " (" + line + ":" + (e.getProblemMark().getColumn() + 1) + ")";
        }
        String problem = e.getProblem() == null ? firstLine(e) : e.getProblem();
        return new FileRefusal("program.file.syntax", file, line, "", problem + place, "YAML");
    }

    private static String firstLine(YAMLException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }
}
