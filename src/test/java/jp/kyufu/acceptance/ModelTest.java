package jp.kyufu.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import jp.kyufu.assessment.Findings;
import jp.kyufu.dispatch.FileActs;
import jp.kyufu.dispatch.FileBuild;
import jp.kyufu.pipeline.ImportJobs;
import jp.kyufu.reconciliation.RetryTo;
import jp.kyufu.reconciliation.Returns;
import jp.kyufu.value.FileState;
import jp.kyufu.value.Rail;
import jp.kyufu.value.ReasonCode;
import jp.kyufu.value.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Random people do random things, allowed or not, to a village on the whole application, and {@link
 * Model} says what must come of it: what it forbids is refused and changes no row of any table;
 * what it allows is done, and the books show what it says. {@code -Dseed=N} and {@code -Dsteps=N}
 * choose others; both are printed, and the steps up to a failure.
 */
class ModelTest {

    private static final int HOUSEHOLDS = 10;
    private static final int RECORDS_PER_FILE = 3;
    private static final String STRANGER = "STRANGER";

    @TempDir Path directory;

    private final long seed = Long.getLong("seed", System.nanoTime() % 1_000_000);
    private final int steps = Integer.getInteger("steps", 2_000);
    private final Random random = new Random(seed);
    private final Model model = new Model(RECORDS_PER_FILE);
    private final Map<Integer, byte[]> released = new HashMap<>();
    private final Map<String, String> left = new HashMap<>();
    private final List<Path> uploads = new ArrayList<>();
    private Village village;
    private Witness witness;
    private LocalDate asOf = LocalDate.of(2026, 2, 1);
    private int receipts;

    @Test
    void whatIsForbiddenChangesNothingAndWhatIsAllowedDoesWhatTheDesignSays() throws Exception {
        System.out.println("seed " + seed + ", steps " + steps);
        try (Village settled = new Village(directory, HOUSEHOLDS, RECORDS_PER_FILE, false)) {
            village = settled;
            witness = new Witness(model, new Ledgers(village.jdbc()));
            for (Role role : Role.values()) {
                model.people.put(role.name(), Set.of(role));
            }
            model.people.put("OFFICE2", Set.of(Role.OFFICE));
            model.people.put("ALL", Set.of(Role.values()));
            model.people.put(STRANGER, Set.of());
            for (int h = 1; h <= HOUSEHOLDS; h++) {
                for (int m = 0; m <= h % 3; m++) {
                    model.entitled.add(Village.resident(h, m));
                }
            }
            for (int step = 0; step < steps; step++) {
                step();
                if (step % 200 == 199) {
                    village.verify();
                }
            }
            village.verify();
        } catch (AssertionError | RuntimeException e) {
            String story = witness == null ? "" : witness.story();
            throw new AssertionError("seed " + seed + ":\n" + story + e.getMessage(), e);
        }
        System.out.println(witness.figures());
    }

    private void step() throws IOException {
        int lot = random.nextInt(100);
        if (lot < 4) {
            apply();
        } else if (lot < 6) {
            again();
        } else if (lot < 8) {
            register();
        } else if (lot < 15) {
            witness.act(
                    "assess",
                    () -> {
                        model.assess();
                        return true;
                    },
                    village::assess);
        } else if (lot < 24) {
            build();
        } else if (lot < 76) {
            fileAct();
        } else if (lot < 80) {
            download();
        } else if (lot < 88) {
            answer();
        } else if (lot < 97) {
            retry();
        } else {
            explain();
        }
    }

    private void apply() {
        List<Owed.Application> fresh = new ArrayList<>();
        List<Map<String, String>> rows = new ArrayList<>();
        for (int i = 0; i <= random.nextInt(2); i++) {
            int household = 1 + random.nextInt(HOUSEHOLDS);
            String receipt = "W%010d".formatted(++receipts);
            String received =
                    "2026-%02d-%02d %02d:00:00"
                            .formatted(
                                    3 + random.nextInt(3),
                                    1 + random.nextInt(28),
                                    random.nextInt(24));
            fresh.add(new Owed.Application(receipt, received, household));
            rows.add(Village.application(household, receipt, received));
        }
        witness.act(
                "apply " + rows.stream().map(r -> r.get("受付番号")).toList(),
                () -> {
                    model.apply(fresh);
                    return true;
                },
                () -> uploads.add(village.apply(rows)));
    }

    /** The same file once more. */
    private void again() {
        if (!uploads.isEmpty()) {
            Path file = uploads.get(random.nextInt(uploads.size()));
            witness.act(
                    "again " + file.getFileName(),
                    () -> false,
                    () ->
                            village.get(ImportJobs.class)
                                    .applications(file, village.program, "OFFICE"));
        }
    }

    /** A newer extract, in which somebody may have left before the reference date. */
    private void register() {
        int household = 1 + random.nextInt(HOUSEHOLDS);
        boolean leaves =
                household % 3 > 0 && random.nextInt(3) == 0 && left.size() < HOUSEHOLDS / 2;
        String who = Village.resident(household, household % 3);
        boolean known = left.containsKey(who);
        LocalDate day = random.nextInt(5) == 0 ? asOf : asOf.plusDays(1);
        if (leaves && day.isAfter(asOf)) {
            left.put(who, "2025-12-31");
        }
        boolean newer = day.isAfter(asOf);
        asOf = day;
        witness.act(
                "register " + day + (leaves && newer ? " without " + who : ""),
                () -> {
                    if (newer) {
                        model.register(
                                leaves && !known ? Optional.of(who) : Optional.empty(), household);
                    }
                    return newer;
                },
                () -> village.register(day, left));
    }

    private void build() {
        Optional<Rail> rail =
                random.nextBoolean()
                        ? Optional.empty()
                        : Optional.of(Rail.values()[random.nextInt(2)]);
        String person = person("OFFICE");
        witness.act(
                "build " + rail + " by " + person,
                () -> model.build(person, rail),
                () ->
                        village.get(FileBuild.class)
                                .build(village.program, Optional.empty(), rail, person));
    }

    private void fileAct() throws IOException {
        Set<Integer> numbers = someFiles();
        FileActs acts = village.get(FileActs.class);
        String reason = random.nextInt(10) == 0 ? " " : "because";
        switch (random.nextInt(3) > 0 ? next(numbers) : random.nextInt(7)) {
            case 0, 1 -> {
                String person = person("OFFICE");
                witness.act(
                        "submit " + numbers + " by " + person,
                        () -> model.submit(numbers, person),
                        () -> acts.submit(numbers, person));
            }
            case 2, 3 -> {
                String person = person("APPROVER");
                witness.act(
                        "approve " + numbers + " by " + person,
                        () -> model.approve(numbers, person),
                        () -> acts.approve(numbers, person));
            }
            case 4 -> {
                String person = person("FINANCE");
                witness.act(
                        "release " + numbers + " by " + person,
                        () -> model.release(numbers, person),
                        () -> acts.release(numbers, directory.resolve("out"), person));
                keepBytes(numbers);
            }
            case 5 -> {
                FileState into = random.nextBoolean() ? FileState.REJECTED : FileState.WITHDRAWN;
                String person = person("APPROVER");
                if (random.nextInt(3) > 0) {
                    return; // else too few files get through
                }
                witness.act(
                        into + " " + numbers + " by " + person,
                        () -> model.close(numbers, person, reason, into),
                        () -> {
                            if (into == FileState.REJECTED) {
                                acts.reject(numbers, reason, person);
                            } else {
                                acts.withdraw(numbers, reason, person);
                            }
                        });
            }
            default -> {
                int number = numbers.iterator().next();
                String person = person("FINANCE");
                witness.act(
                        "accepted " + number + " by " + person,
                        () -> model.accepted(number, person, reason),
                        () -> acts.accepted(number, reason, person));
            }
        }
    }

    /** The act that comes next for a file, as the numbers above. */
    private int next(Set<Integer> numbers) {
        Owed.BankFile file = model.files.get(numbers.iterator().next());
        return file == null
                ? random.nextInt(7)
                : switch (file.state) {
                    case DRAFT -> 0;
                    case SUBMITTED -> 2;
                    case APPROVED -> 4;
                    case RELEASED -> 6;
                    default -> random.nextInt(7);
                };
    }

    private void keepBytes(Set<Integer> numbers) throws IOException {
        for (int number : numbers) {
            if (model.isReleased(number)) {
                released.putIfAbsent(number, Files.readAllBytes(file(number)));
            }
        }
    }

    private void download() throws IOException {
        int number = someFiles().iterator().next();
        String person = person("FINANCE");
        Path folder = directory.resolve("again");
        witness.act(
                "download " + number + " by " + person,
                () -> model.download(number, person),
                () -> village.get(FileActs.class).download(number, folder, person));
        if (released.containsKey(number)) {
            Path again = folder.resolve(file(number).getFileName());
            if (Files.exists(again)) {
                assertThat(again).hasBinaryContent(released.get(number));
            }
        }
    }

    private void answer() throws IOException {
        List<Owed.BankFile> sent =
                model.files.values().stream().filter(f -> released.containsKey(f.number)).toList();
        if (sent.isEmpty()) {
            return;
        }
        Owed.BankFile file = sent.get(random.nextInt(sent.size()));
        Map<Long, Character> codes = ReturnedFile.someCodes(file, random);
        if (codes.isEmpty()) {
            return;
        }
        boolean cash = file.payments.getFirst().rail == Rail.CASH;
        byte[] bytes = ReturnedFile.of(released.get(file.number), codes, cash);
        Path path = directory.resolve("answer-" + ++receipts);
        Files.write(path, bytes);
        String person = person("FINANCE");
        boolean known = !answers.add(new String(bytes, StandardCharsets.ISO_8859_1));
        ImportJobs imports = village.get(ImportJobs.class);
        witness.act(
                "answer " + file.number + " " + codes + " by " + person,
                () -> !known && model.answer(file, codes, person),
                () -> {
                    if (cash) {
                        imports.results(path, village.program, person);
                    } else {
                        imports.pointResults(path, village.program, person);
                    }
                });
        if (!model.people.getOrDefault(person, Set.of()).contains(Role.FINANCE) && !known) {
            answers.remove(new String(bytes, StandardCharsets.ISO_8859_1));
        }
    }

    private final Set<String> answers = new TreeSet<>();

    private void retry() {
        List<Owed.Payment> open = model.payments.values().stream().filter(p -> p.open).toList();
        long number =
                open.isEmpty() || random.nextInt(4) == 0
                        ? 1 + random.nextInt(model.payments.size() + 2)
                        : open.get(random.nextInt(open.size())).number;
        boolean points = random.nextInt(3) == 0;
        String reason = random.nextInt(10) == 0 ? "" : "the bank confirmed it";
        String person = person("OFFICE2");
        witness.act(
                "retry " + number + (points ? " on points" : "") + " by " + person,
                () ->
                        model.retry(
                                number,
                                points ? Optional.of(Rail.POINTS) : Optional.empty(),
                                reason,
                                person),
                () ->
                        village.get(Returns.class)
                                .retry(
                                        village.program,
                                        number,
                                        points ? new RetryTo.Points() : new RetryTo.SameAccount(),
                                        reason,
                                        person));
    }

    private void explain() {
        List<Findings.Finding> open =
                village.get(Findings.class)
                        .open(village.program, Optional.of(ReasonCode.RESULT_UNEXPLAINED));
        if (open.isEmpty()) {
            return;
        }
        Findings.Finding finding = open.get(random.nextInt(open.size()));
        Owed.Application application = model.applications.get(finding.receiptNo());
        String reason = random.nextInt(5) == 0 ? "" : "seen";
        String person = person("OFFICE2");
        witness.act(
                "explain " + finding.findingNo() + " by " + person,
                () -> model.explain(application, reason, person),
                () ->
                        village.get(Findings.class)
                                .resolve(finding.findingNo(), "CONFIRM", reason, person));
    }

    /** Mostly who should do it, sometimes anybody. */
    private String person(String usual) {
        List<String> all = List.copyOf(model.people.keySet());
        return random.nextInt(5) > 0 ? usual : all.get(random.nextInt(all.size()));
    }

    /** Mostly files that still move, now and then a number that is none. */
    private Set<Integer> someFiles() {
        List<Integer> moving =
                model.files.values().stream()
                        .filter(f -> f.state.ordinal() <= FileState.RELEASED.ordinal())
                        .map(f -> f.number)
                        .toList();
        Set<Integer> numbers = new TreeSet<>();
        for (int i = 0; i <= random.nextInt(8) / 7; i++) {
            numbers.add(
                    moving.isEmpty() || random.nextInt(12) == 0
                            ? 1 + random.nextInt(model.files.size() + 2)
                            : moving.get(random.nextInt(moving.size())));
        }
        return numbers;
    }

    private Path file(int number) throws IOException {
        try (var files = Files.list(directory.resolve("out"))) {
            return files.filter(f -> f.toString().contains("-%06d".formatted(number)))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
