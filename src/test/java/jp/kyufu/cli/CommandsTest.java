package jp.kyufu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/** The commands by the words and options that people and scripts type. */
class CommandsTest {

    private final CommandLine kyufu = new CommandLine(Cli.class);

    @ParameterizedTest
    @CsvSource({
        "demo, --out",
        "people add, --roles --end",
        "people list, ''",
        "import bank-master, ''",
        "import register, --as-of",
        "import applications, ''",
        "import results, ''",
        "import point-results, ''",
        "import statement, --as",
        "import point-totals, --as",
        "books show, ''",
        "books explain, --reason --as",
        "books clear, --file --payment --reason --as",
        "books line, --as",
        "books day, --date",
        "close, --date --as",
        "program open, ''",
        "program amend, --as",
        "assess, ''",
        "findings list, --reason",
        "findings show, ''",
        "findings resolve, --decision --reason --as",
        "files build, --pay-date --rail --as",
        "files submit, --as",
        "files approve, --as",
        "files reject, --reason --as",
        "files withdraw, --reason --as",
        "files release, --out --as",
        "files download, --out --as",
        "files accepted, --evidence --as",
        "files unknown, --reason --as",
        "files cancel-request, --reason --as",
        "files executed, --evidence --who --when --as",
        "files never-received, --evidence --who --when --as",
        "files cancelled, --evidence --who --when --as",
        "files sent, --how --to --as",
        "files resend-request, --reason --as",
        "files resend, --out --as",
        "files show, ''",
        "files list, ''",
        "stops add, --reason --as",
        "stops confirm, --evidence --who --when --as",
        "stops refuse, --evidence --who --when --as",
        "stops print, --out --as",
        "stops list, ''",
        "alarms, ''",
        "status, ''",
        "export, --out",
        "verify, ''",
        "serve, --port --address --demo",
        "keys rotate, --as",
        "keys list, ''",
        "generate, --households --seed --out",
        "play-bank, --files --out --seed --statements",
        "bench, --households"
    })
    void everyCommandHasItsWordsAndOptions(String words, String options) {
        hasOptions(words, options);
    }

    @ParameterizedTest
    @CsvSource({
        "returns retry, --account --same-account --rail --wallet --reason --as",
        "accounts change, --account --same-account --rail --wallet --reason --evidence --as",
        "accounts list, ''",
        "lots list, ''",
        "lots show, ''",
        "lots reverse, --reason --as",
        "lots reversed, --evidence --who --when --as",
        "lots not-reversed, --evidence --who --when --as",
        "lots claimed, --evidence --who --when --as",
        "lots expired, --evidence --who --when --as",
        "import point-lots, --as",
        "declines add, --reason --evidence --as",
        "declines take-back, --reason --evidence --as",
        "declines list, ''",
        "corrections add, --declines --claims --reason --evidence --as",
        "corrections list, ''",
        "recoveries list, ''",
        "recoveries show, ''",
        "recoveries paid, --amount --when --evidence --as",
        "recoveries write-off, --amount --reason --evidence --as",
        "recoveries withdraw, --amount --reason --evidence --as",
        "recoveries refund, --amount --reason --evidence --as",
        "recoveries confirm, --as"
    })
    void everyCommandAfterPaymentHasItsWordsAndOptions(String words, String options) {
        hasOptions(words, options);
    }

    @Test
    void everyCommandAnswersToHelp() {
        assertThat(withoutHelp("kyufu", kyufu)).isEmpty();
    }

    private void hasOptions(String words, String options) {
        CommandLine command = kyufu;
        for (String word : words.split(" ")) {
            command = command.getSubcommands().get(word);
            assertThat(command).as(words).isNotNull();
        }
        List<String> expected =
                new ArrayList<>(
                        List.of("--help", "--data", "--program", "--today", "--json", "--lang"));
        expected.addAll(List.of(options.split(" ")));
        expected.removeIf(String::isEmpty);
        assertThat(command.getCommandSpec().optionsMap())
                .as(words)
                .containsKeys(expected.toArray(String[]::new));
    }

    private static List<String> withoutHelp(String words, CommandLine command) {
        List<String> without = new ArrayList<>();
        if (!command.getCommandSpec().mixinStandardHelpOptions()) {
            without.add(words);
        }
        command.getSubcommands()
                .forEach((word, below) -> without.addAll(withoutHelp(words + " " + word, below)));
        return without;
    }
}
