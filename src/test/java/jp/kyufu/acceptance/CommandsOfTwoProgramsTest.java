package jp.kyufu.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import jp.kyufu.program.Program;
import jp.kyufu.samples.Answer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The command line with two programs open: each command is about the one that is named. */
class CommandsOfTwoProgramsTest {

    @TempDir static Path directory;
    private static Village village;
    private static Program second;

    @BeforeAll
    static void settle() {
        village = new Village(directory, 12, 9_999);
        second = village.open("second", "excludes: [mura2026]");
    }

    @AfterAll
    static void leave() {
        try {
            village.verify();
        } finally {
            village.close();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "assess",
                "status",
                "status W0000000001",
                "alarms",
                "findings list",
                "files build --as OFFICE",
                "files list",
                "stops list",
                "books show",
                "books day",
                "close --as FINANCE",
                "export entitlements --out FILE",
                "import applications FILE",
                "import results FILE",
                "import point-results FILE",
                "matching explain W0000000001 --as OFFICE --reason why",
                "returns retry 1 --same-account --reason why --as OFFICE"
            })
    void aCommandThatCouldMeanEitherAsksForTheProgram(String typed) {
        String file = village.write("any.csv", "a,b\n1,2\n").toString();
        Answer answer = village.command(typed.replace("FILE", file).split(" ", -1));
        assertThat(answer.exitCode()).as(answer.out() + answer.err()).isEqualTo(1);
        assertThat(answer.err()).contains("--program", "mura2026", "second");
    }

    @Test
    void theSecondProgramIsRunFromApplicationsToReleasedFilesBesideTheFirst() {
        Path applications =
                village.file(List.of(Village.application(3, "S0000000003", "2026-04-01 09:00:00")));
        done("import", "applications", applications.toString(), "--as", "OFFICE");
        done("assess", "--as", "OFFICE");
        // Household 3 is to be paid by the first program.
        assertThat(done("status", "S0000000003")).contains("Nothing is due", "mura2026");
        Answer first = village.command("files", "build", "--as", "OFFICE", "--program", "mura2026");
        assertThat(first.exitCode()).as(first.err()).isZero();
        assertThat(first.out()).contains("mura2026").doesNotContain("second");
        Answer other =
                village.command("files", "submit", "1", "--as", "OFFICE", "--program", "second");
        assertThat(other.exitCode()).isEqualTo(1);
        assertThat(other.err()).contains("File 1 is not of program second");
        assertThat(done("files", "list")).doesNotContain("mura2026");
        assertThat(village.command("files", "submit", "1", "--as", "OFFICE").exitCode()).isZero();
        Path out = directory.resolve("entitlements-second.csv");
        done("export", "entitlements", "--out", out.toString());
        assertThat(text(out)).contains("INELIGIBLE").doesNotContain("PAYABLE");
        assertThat(village.command("verify").exitCode()).isZero();
    }

    @Test
    void whatHasBeenTakenIsToldWhereALaterFileOfTheCommandIsRefused() {
        String header = "付与番号,結果コード,付与日時,ポイント数\n";
        String bad = village.write("bad.csv", "x\n").toString();
        for (String form : List.of("", "--json")) {
            String name = "good" + form + ".csv";
            String good = village.write(name, header + "\n".repeat(form.length())).toString();
            String typed = "import point-results " + good + " " + bad + " --as FINANCE " + form;
            Answer answer = village.command((typed.strip() + " --program second").split(" ", -1));
            assertThat(answer.exitCode()).isEqualTo(1);
            assertThat(answer.out()).contains(name);
            assertThat(answer.err()).contains("bad.csv");
        }
    }

    @Test
    void anActOnTheNumberOfAnotherProgramIsRefusedInWords() {
        village.jdbc()
                .sql("SELECT raise_finding(:p, 'HEAD_LEFT', 1, NULL, NULL, NULL, '')::text")
                .param("p", village.program.id())
                .query(String.class)
                .optional();
        String no =
                village.jdbc()
                        .sql("SELECT max(finding_no)::text FROM finding")
                        .query(String.class)
                        .single();
        for (String act :
                List.of(
                        "findings show %s --as OFFICE",
                        "findings resolve %s --decision CONFIRM --reason seen --as OFFICE",
                        "findings reopen %s --reason seen --as OFFICE")) {
            refused(act.formatted(no), "Finding " + no + " is not of program second");
        }
        refused("stops confirm 7 --evidence fax --who Ito --as FINANCE", "Stop 7 is not of");
        refused("stops refuse 7 --evidence fax --who Ito --as FINANCE", "Stop 7 is not of");
        assertThat(
                        village.command(
                                        "findings",
                                        "resolve",
                                        no,
                                        "--decision",
                                        "CONFIRM",
                                        "--reason",
                                        "seen",
                                        "--as",
                                        "OFFICE",
                                        "--program",
                                        "mura2026")
                                .exitCode())
                .isZero();
    }

    private static void refused(String typed, String words) {
        List<String> command = new ArrayList<>(List.of(typed.split(" ", -1)));
        command.addAll(List.of("--program", "second"));
        Answer answer = village.command(command.toArray(String[]::new));
        assertThat(answer.exitCode()).as(typed).isEqualTo(1);
        assertThat(answer.err()).as(typed).contains(words);
    }

    private static String done(String... words) {
        List<String> command = new ArrayList<>(List.of(words));
        command.addAll(List.of("--program", "second"));
        Answer answer = village.command(command.toArray(String[]::new));
        assertThat(answer.exitCode()).as(answer.out() + answer.err()).isZero();
        return answer.out();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
