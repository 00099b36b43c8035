package jp.kyufu.shape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.kyufu.shape.JavaText.Literal;
import org.junit.jupiter.api.Test;

/** How the sources look: sizes, languages, what stands where. */
class SourceTest {

    private static final int FILE_LINES = 400;
    private static final int METHOD_LINES = 70;
    private static final int COLUMNS = 100;

    private static final Pattern JAPANESE =
            Pattern.compile(
                    "[\\x{2E80}-\\x{303F}\\p{IsHiragana}\\p{IsKatakana}\\p{IsHan}"
                            + "\\x{FF00}-\\x{FFEF}]");

    /** A character named by its number is arithmetic on characters; several letters are a word. */
    private static final Pattern HIDDEN_WORD =
            Pattern.compile("[\\x{3041}-\\x{30FA}\\p{IsHan}]{2}");

    /** A record's layout is the standard's table with the names of its fields. */
    private static final Pattern RECORD_LAYOUT = Pattern.compile("bank/\\w*Record\\.java$");

    private static final Pattern STATEMENT =
            Pattern.compile(
                    "^\\s*(SELECT|INSERT INTO|UPDATE|DELETE FROM|WITH|CREATE|ALTER|TRUNCATE|COPY)"
                            + "\\s");

    private static final Pattern CATCH_ALL =
            Pattern.compile("catch\\s*\\([^)]*\\b(RuntimeException|Exception|Throwable|Error)\\b");

    /**
     * The way in answers for defects; a stored file whose proof fails is broken, whatever it is.
     */
    private static final Pattern MAY_CATCH_ALL =
            Pattern.compile("/cli/\\w+\\.java$|/dispatch/FileProof\\.java$");

    private static final Pattern TYPE = Pattern.compile("\\b(class|interface|enum|record)\\s+\\w");

    /** Written so that this file is none that has one. */
    private static final Pattern MACHINE =
            Pattern.compile(
                    "/[r]oot/|/[h]ome/|/[t]mp/|/[w]ork/|[C]:\\\\Users|/usr/lib/[j]vm"
                            + "|repo1?\\.[m]aven\\.(apache\\.)?org|registry\\.[n]pmjs"
                            + "|[a]rtifactory|plugins\\.[g]radle|[g]hcr\\.io|[q]uay\\.io"
                            + "|registry-1\\.[d]ocker|[d]eb\\.debian");

    private static final Set<String> TOP_LEVEL =
            Set.of("pom.xml", "src", "db", "sample-files", "README.md", "docs", "LICENSE");

    @Test
    void japaneseStandsInResourcesAndInTheCodeAboutTextOnly() {
        List<String> found = new ArrayList<>();
        Sources.MAIN.forEach((file, text) -> {
            boolean allowed =
                    Sources.module(file).equals("text") || RECORD_LAYOUT.matcher(path(file)).find();
            if (!allowed) {
                text.literals().stream()
                        .filter(SourceTest::isJapanese)
                        .forEach(literal -> found.add(place(file, literal.line())));
            }
        });
        assertThat(found).isEmpty();
    }

    @Test
    void aStatementLongerThanALineStandsInAFileOfItsOwn() {
        List<String> found = new ArrayList<>();
        Sources.MAIN.forEach((file, text) -> {
            List<Literal> literals = text.literals();
            for (int i = 0; i < literals.size(); i++) {
                Literal first = literals.get(i);
                StringBuilder whole = new StringBuilder(first.value());
                while (i + 1 < literals.size()
                        && isJoined(text, literals.get(i), literals.get(i + 1))) {
                    whole.append(literals.get(++i).value());
                }
                if (STATEMENT.matcher(whole).find()
                        && (whole.length() > COLUMNS || whole.indexOf("\n") >= 0)) {
                    found.add(place(file, first.line()));
                }
            }
        });
        assertThat(found).isEmpty();
    }

    @Test
    void everyStatementFileBeginsWithItsPurpose() {
        List<Path> files = new ArrayList<>(Sources.files(Sources.RESOURCES, ".sql"));
        files.addAll(Sources.files(Path.of("db"), ".sql"));
        assertThat(files)
                .isNotEmpty()
                .allSatisfy(
                        file -> assertThat(Sources.text(file)).as(path(file)).startsWith("-- "));
    }

    @Test
    void filesAreShort() {
        for (Path file : allJava()) {
            assertThat(Sources.text(file).lines().count()).as(path(file)).isLessThan(FILE_LINES);
        }
    }

    @Test
    void linesAreShort() {
        List<String> found = new ArrayList<>();
        for (Path file : Sources.MAIN.keySet()) {
            List<String> lines = Sources.text(file).lines().toList();
            for (int i = 0; i < lines.size(); i++) {
                if (lines.get(i).length() > COLUMNS) {
                    found.add(place(file, i + 1));
                }
            }
        }
        assertThat(found).isEmpty();
    }

    @Test
    void methodsAreShort() {
        List<String> found = new ArrayList<>();
        for (Path file : allJava()) {
            found.addAll(longMethods(file, JavaText.of(Sources.text(file))));
        }
        assertThat(found).isEmpty();
    }

    /**
     * With {@link ClassesTest#aFailedCheckIsCaughtByNobody}: only the way in answers for defects.
     */
    @Test
    void whoeverCatchesEverythingThrowsItAgain() {
        List<String> found = new ArrayList<>();
        Sources.MAIN.forEach((file, text) -> {
            Matcher matcher = CATCH_ALL.matcher(text.code());
            while (matcher.find()) {
                int open = text.code().indexOf('{', matcher.end());
                String block = text.code().substring(open, closing(text.code(), open));
                if (!block.contains("throw ") && !MAY_CATCH_ALL.matcher(path(file)).find()) {
                    found.add(place(file, text.line(matcher.start())));
                }
            }
        });
        assertThat(found).isEmpty();
    }

    @Test
    void noTrackedFileNamesAMachineOrARegistry() throws Exception {
        List<String> found = new ArrayList<>();
        for (Path file : tracked()) {
            String text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
            Matcher matcher = MACHINE.matcher(text);
            while (matcher.find()) {
                found.add(path(file) + ": " + matcher.group());
            }
        }
        assertThat(found).isEmpty();
    }

    @Test
    void theTopLevelHoldsWhatItMayAndNothingElse() throws Exception {
        Set<String> found = new TreeSet<>();
        for (Path file : tracked()) {
            found.add(file.getName(0).toString());
        }
        assertThat(found).filteredOn(name -> !name.startsWith(".")).isSubsetOf(TOP_LEVEL);
    }

    private static boolean isJapanese(Literal literal) {
        return JAPANESE.matcher(literal.value()).find()
                || HIDDEN_WORD.matcher(literal.decoded()).find();
    }

    private static List<Path> allJava() {
        return Sources.files(Path.of("src"), ".java");
    }

    /** The files of the project as git knows them; a copy without git is not looked at. */
    private static List<Path> tracked() throws IOException, InterruptedException {
        assumeTrue(Files.exists(Path.of(".git")), "not a checkout");
        Process git = new ProcessBuilder("git", "ls-files", "-z").start();
        String names = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assumeTrue(git.waitFor() == 0, "no git");
        return names.lines()
                .flatMap(line -> Pattern.compile("\0").splitAsStream(line))
                .map(Path::of)
                .filter(Files::isRegularFile)
                .toList();
    }

    /** Only a plus and white space (comments are blank) stand between them. */
    private static boolean isJoined(JavaText text, Literal one, Literal other) {
        return text.code().substring(one.end(), other.start()).strip().equals("+");
    }

    /** Blocks right inside a type that are no types: methods, constructors, initialisers. */
    private static List<String> longMethods(Path file, JavaText text) {
        List<String> found = new ArrayList<>();
        Deque<Boolean> types = new ArrayDeque<>();
        String code = text.code();
        int header = 0;
        for (int at = 0; at < code.length(); at++) {
            char c = code.charAt(at);
            if (c == '{') {
                boolean type = TYPE.matcher(code.substring(header, at)).find();
                if (!type && Boolean.TRUE.equals(types.peek())) {
                    String words = code.substring(header, at);
                    int start = header + words.length() - words.stripLeading().length();
                    int lines = text.line(closing(code, at)) - text.line(start) + 1;
                    if (lines >= METHOD_LINES) {
                        found.add(place(file, text.line(start)) + " " + lines + " lines");
                    }
                }
                types.push(type);
            } else if (c == '}') {
                types.pop();
            }
            if (c == '{' || c == '}' || c == ';') {
                header = at + 1;
            }
        }
        return found;
    }

    /** The offset of the brace that closes the one at {@code open}. */
    private static int closing(String code, int open) {
        int depth = 0;
        for (int at = open; ; at++) {
            if (code.charAt(at) == '{') {
                depth++;
            } else if (code.charAt(at) == '}' && --depth == 0) {
                return at;
            }
        }
    }

    private static String place(Path file, int line) {
        return path(file) + ":" + line;
    }

    private static String path(Path file) {
        return file.toString().replace('\\', '/');
    }
}
