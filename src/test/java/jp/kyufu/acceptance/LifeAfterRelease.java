package jp.kyufu.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import jp.kyufu.assessment.Findings;
import jp.kyufu.dispatch.Evidence;
import jp.kyufu.dispatch.FileActs;
import jp.kyufu.dispatch.FileDoubts;
import jp.kyufu.dispatch.Stops;
import jp.kyufu.pipeline.ImportJobs;
import jp.kyufu.reconciliation.DayClose;
import jp.kyufu.reconciliation.RetryTo;
import jp.kyufu.reconciliation.Returns;
import jp.kyufu.value.FileState;
import jp.kyufu.value.Rail;
import jp.kyufu.value.ReasonCode;

/**
 * What {@link VillageLife} does once files are released: copies, doubts, answers, retries, closes.
 */
final class LifeAfterRelease {

    private final Scene scene;
    private final Map<Integer, byte[]> released = new HashMap<>();
    private final Set<String> answers = new TreeSet<>();
    private int answered;

    LifeAfterRelease(Scene scene) {
        this.scene = scene;
    }

    void keepBytes(Set<Integer> numbers) throws IOException {
        for (int number : numbers) {
            if (scene.model.isReleased(number)) {
                released.putIfAbsent(number, Files.readAllBytes(file(number)));
            }
        }
    }

    void download() throws IOException {
        int number = scene.someFiles().iterator().next();
        String person = scene.person("FINANCE");
        Path folder = scene.directory.resolve("again");
        scene.witness.act(
                "download " + number + " by " + person,
                () -> scene.model.download(number, person),
                () -> scene.village.get(FileActs.class).download(number, folder, person));
        if (released.containsKey(number)) {
            Path again = folder.resolve(file(number).getFileName());
            if (Files.exists(again)) {
                assertThat(again).hasBinaryContent(released.get(number));
            }
        }
    }

    void answer() throws IOException {
        List<Owed.BankFile> sent =
                scene.model.files.values().stream()
                        .filter(f -> released.containsKey(f.number))
                        .toList();
        if (sent.isEmpty()) {
            return;
        }
        Owed.BankFile file = sent.get(scene.random.nextInt(sent.size()));
        Map<Long, Character> codes = ReturnedFile.someCodes(file, scene.random);
        if (codes.isEmpty()) {
            return;
        }
        boolean cash = file.payments.getFirst().rail == Rail.CASH;
        byte[] bytes = ReturnedFile.of(released.get(file.number), codes, cash);
        Path path = scene.directory.resolve("answer-" + ++answered);
        Files.write(path, bytes);
        String person = scene.person("FINANCE");
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        boolean known = answers.contains(text);
        ImportJobs imports = scene.village.get(ImportJobs.class);
        scene.witness.act(
                "answer " + file.number + " " + codes + " by " + person,
                () -> !known && scene.model.paid.answer(file, codes, person) && answers.add(text),
                () -> {
                    if (cash) {
                        imports.results(path, scene.village.program, person);
                    } else {
                        imports.pointResults(path, scene.village.program, person);
                    }
                });
    }

    void retry() {
        List<Owed.Payment> open =
                scene.model.payments.values().stream().filter(p -> p.open).toList();
        long number =
                open.isEmpty() || scene.random.nextInt(4) == 0
                        ? 1 + scene.random.nextInt(scene.model.payments.size() + 2)
                        : open.get(scene.random.nextInt(open.size())).number;
        Optional<RetryTo> to = scene.target(number);
        String reason = scene.random.nextInt(10) == 0 ? "" : "the bank confirmed it";
        String person = scene.person("OFFICE2");
        scene.witness.act(
                "retry " + number + to.map(t -> " to " + t).orElse("") + " by " + person,
                () -> scene.model.paid.retry(number, to.map(Scene::rail), reason, person),
                () ->
                        scene.village
                                .get(Returns.class)
                                .retry(
                                        scene.village.program,
                                        number,
                                        to.orElse(new RetryTo.SameAccount()),
                                        reason,
                                        person));
    }

    void explain() {
        List<Findings.Finding> open =
                scene.village
                        .get(Findings.class)
                        .open(scene.village.program, Optional.of(ReasonCode.RESULT_UNEXPLAINED));
        if (open.isEmpty()) {
            return;
        }
        Findings.Finding finding = open.get(scene.random.nextInt(open.size()));
        Owed.Application application =
                scene.model.payments.get(Objects.requireNonNull(finding.paymentNo())).application;
        String reason = scene.random.nextInt(5) == 0 ? "" : "seen";
        String person = scene.person("OFFICE2");
        scene.witness.act(
                "explain " + finding.findingNo() + " by " + person,
                () ->
                        scene.model.paid.explain(
                                application, finding.applicationId() != null, reason, person),
                () ->
                        scene.village
                                .get(Findings.class)
                                .resolve(finding.findingNo(), "CONFIRM", reason, person));
    }

    /** A file of which nobody is sure any more, or what the bank says of one. */
    void doubt() {
        FileDoubts doubts = scene.village.get(FileDoubts.class);
        List<Integer> inDoubt = files(Set.of(FileState.UNKNOWN, FileState.CANCEL_REQUESTED));
        List<Integer> sent = files(Set.of(FileState.RELEASED));
        String words = scene.random.nextInt(10) == 0 ? " " : "letter 5";
        String person = scene.person("FINANCE");
        if (!inDoubt.isEmpty() && scene.random.nextInt(3) > 0) {
            int number = inDoubt.get(scene.random.nextInt(inDoubt.size()));
            FileState into =
                    List.of(FileState.ACCEPTED, FileState.RELEASED, FileState.CANCELLED)
                            .get(scene.random.nextInt(3));
            end(doubts, number, into, words, person);
            return;
        }
        int number =
                sent.isEmpty() || scene.random.nextInt(4) == 0
                        ? scene.someFiles().iterator().next()
                        : sent.get(scene.random.nextInt(sent.size()));
        FileState into =
                scene.random.nextBoolean() ? FileState.UNKNOWN : FileState.CANCEL_REQUESTED;
        scene.witness.act(
                into + " " + number + " by " + person,
                () -> scene.model.released.doubt(number, into, words, person),
                () -> {
                    if (into == FileState.UNKNOWN) {
                        doubts.unknown(number, words, person);
                    } else {
                        doubts.cancelRequested(number, words, person);
                    }
                });
    }

    /** The bank is asked not to make a payment, or says whether it was made. */
    void stop() {
        Stops stops = scene.village.get(Stops.class);
        List<ModelAfterRelease.Stop> all = scene.model.released.stops;
        boolean waits = all.stream().anyMatch(one -> one.open);
        String words = scene.words("telephone note 2");
        String person = scene.person("FINANCE");
        if (waits && scene.random.nextInt(3) > 0) {
            int index = scene.random.nextInt(all.size());
            int number = stops.list(scene.village.program).get(index).stopNo();
            boolean confirmed = scene.random.nextBoolean();
            Evidence evidence = new Evidence(words, "Sato", Village.TODAY);
            scene.witness.act(
                    (confirmed ? "stopped " : "unstopped ") + number + " by " + person,
                    () -> scene.model.released.answer(index, confirmed, words, person),
                    () -> {
                        if (confirmed) {
                            stops.confirmed(number, evidence, person);
                        } else {
                            stops.refused(number, evidence, person);
                        }
                    });
            return;
        }
        long payment = scene.payment(p -> p.rail == Rail.CASH && p.isPaid());
        scene.witness.act(
                "stop " + payment + " by " + person,
                () -> scene.model.released.ask(payment, words, person),
                () -> stops.add(payment, words, person));
    }

    private List<Integer> files(Set<FileState> states) {
        return scene.model.files.values().stream()
                .filter(file -> states.contains(file.state))
                .map(file -> file.number)
                .toList();
    }

    private void end(FileDoubts doubts, int number, FileState into, String words, String person) {
        Evidence evidence = new Evidence(words, "Sato", Village.TODAY);
        scene.witness.act(
                "evidence " + number + " " + into + " by " + person,
                () -> scene.model.released.evidence(number, into, words, person),
                () -> {
                    switch (into) {
                        case ACCEPTED -> doubts.executed(number, evidence, person);
                        case RELEASED -> doubts.neverReceived(number, evidence, person);
                        default -> doubts.cancelledByBank(number, evidence, person);
                    }
                });
    }

    /** The close of a day that is past, or of one that has not come. */
    void close() {
        LocalDate day = Village.TODAY.plusDays(1 - scene.random.nextInt(12));
        if (day.equals(Village.TODAY)) {
            return; // nothing could be posted after it, and this village has one day only
        }
        if (scene.model.isUnexplained() && scene.model.isAnyFinished()) {
            return; // what can be cleared is cleared, even if the day then stays open
        }
        String person = scene.person("FINANCE");
        scene.witness.act(
                "close " + day + " by " + person,
                () -> scene.model.close(day, Village.TODAY, person),
                () ->
                        scene.village
                                .get(DayClose.class)
                                .close(scene.village.program, Optional.of(day), person));
    }

    private Path file(int number) throws IOException {
        try (var files = Files.list(scene.directory.resolve("out"))) {
            return files.filter(f -> f.toString().contains("-%06d".formatted(number)))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
