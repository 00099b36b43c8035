package jp.kyufu.acceptance;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import jp.kyufu.dispatch.FileActs;
import jp.kyufu.dispatch.FileBuild;
import jp.kyufu.pipeline.ImportJobs;
import jp.kyufu.value.FileState;
import jp.kyufu.value.Rail;
import jp.kyufu.value.Role;

/**
 * Random people do random things, allowed or not, to a village on the whole application, and {@link
 * Model} says what must come of it. Each step has a random of its own, so that some can be left out
 * and the others stay what they are.
 */
final class VillageLife {

    /**
     * Where it failed.
     *
     * @param steps those that were lived, the last of them failing
     * @param story the last acts, one a line
     */
    record Failure(List<Integer> steps, String story, Throwable error) {}

    /** When points are granted, and the last day on which they are good. */
    static final LocalDate GRANTED = LocalDate.of(2026, 5, 28);

    static final LocalDate EXPIRES = LocalDate.of(2026, 5, 31);

    static final int HOUSEHOLDS = 10;
    private static final int RECORDS_PER_FILE = 3;
    private static final int STEPS_BETWEEN_VERIFICATIONS = 200;
    private static final String BEFORE_REFERENCE = "2025-12-31";
    private static final String STRANGER = "STRANGER";

    private final Scene scene;
    private final Model model = new Model(RECORDS_PER_FILE);
    private final LifeAfterRelease after;
    private final LifeAfterPayment later;
    private final LifeInOffice office;
    private final Map<String, String> left = new HashMap<>();
    private final List<Path> uploads = new ArrayList<>();
    private LocalDate asOf = LocalDate.of(2026, 2, 1);
    private int receipts;

    private VillageLife(Path directory, Village village) {
        this.scene = new Scene(directory, village, model);
        this.after = new LifeAfterRelease(scene);
        this.later = new LifeAfterPayment(scene);
        this.office = new LifeInOffice(scene);
        for (Role role : Role.values()) {
            model.people.put(role.name(), Set.of(role));
        }
        model.people.put("OFFICE2", Set.of(Role.OFFICE));
        model.people.put("ALL", Set.of(Role.values()));
        model.people.put(STRANGER, Set.of());
        Set<String> residents = new HashSet<>();
        for (int h = 1; h <= HOUSEHOLDS; h++) {
            for (int m = 0; m <= h % 3; m++) {
                residents.add(Village.resident(h, m));
            }
        }
        model.open(residents);
    }

    /** Lives these steps of a seed in a new village; gives where they failed, if they did. */
    static Optional<Failure> live(Path directory, long seed, List<Integer> steps) {
        try (Village village =
                new Village(directory, HOUSEHOLDS, RECORDS_PER_FILE, false, EXPIRES)) {
            VillageLife life = new VillageLife(directory, village);
            int lived = 0;
            try {
                for (int step : steps) {
                    life.scene.random = new Random(seed * 1_000_003 + step);
                    lived++;
                    life.step();
                    if (lived % STEPS_BETWEEN_VERIFICATIONS == 0) {
                        village.verify();
                    }
                }
                village.verify();
            } catch (AssertionError | RuntimeException | IOException e) {
                return Optional.of(
                        new Failure(
                                List.copyOf(steps.subList(0, lived)),
                                life.scene.witness.story(),
                                e));
            }
            System.out.println(life.scene.witness.figures());
            return Optional.empty();
        }
    }

    private void step() throws IOException {
        int lot = scene.random.nextInt(100);
        if (lot < 4) {
            apply();
        } else if (lot < 6) {
            again();
        } else if (lot < 8) {
            register();
        } else if (lot < 15) {
            scene.witness.act(
                    "assess",
                    () -> {
                        model.assess();
                        return true;
                    },
                    scene.village::assess);
        } else if (lot < 22) {
            build();
        } else if (lot < 54) {
            fileAct();
        } else if (lot < 58) {
            office.letter();
        } else if (lot < 60) {
            after.stop();
        } else if (lot < 63) {
            after.doubt();
        } else if (lot < 65) {
            after.download();
        } else if (lot < 73) {
            after.answer();
        } else if (lot < 80) {
            after.retry();
        } else if (lot < 82) {
            after.explain();
        } else if (lot < 83) {
            after.close();
        } else {
            later.step();
        }
    }

    private void apply() {
        List<Owed.Application> fresh = new ArrayList<>();
        List<Map<String, String>> rows = new ArrayList<>();
        for (int i = 0; i <= scene.random.nextInt(2); i++) {
            int household = 1 + scene.random.nextInt(HOUSEHOLDS);
            String receipt = "W%010d".formatted(++receipts);
            String received =
                    "2026-%02d-%02d %02d:00:00"
                            .formatted(
                                    3 + scene.random.nextInt(3),
                                    1 + scene.random.nextInt(28),
                                    scene.random.nextInt(24));
            fresh.add(new Owed.Application(receipt, received, household));
            rows.add(Village.application(household, receipt, received));
        }
        scene.witness.act(
                "apply " + rows.stream().map(r -> r.get("受付番号")).toList(),
                () -> {
                    model.apply(fresh);
                    return true;
                },
                () -> uploads.add(scene.village.apply(rows)));
    }

    /** The same file once more. */
    private void again() {
        if (!uploads.isEmpty()) {
            Path file = uploads.get(scene.random.nextInt(uploads.size()));
            scene.witness.act(
                    "again " + file.getFileName(),
                    () -> false,
                    () ->
                            scene.village
                                    .get(ImportJobs.class)
                                    .applications(file, scene.village.program, "OFFICE"));
        }
    }

    /** A newer extract, in which somebody may have died, before the reference date or after. */
    private void register() {
        int household = 1 + scene.random.nextInt(HOUSEHOLDS);
        String who = Village.resident(household, household % 3);
        boolean before = scene.random.nextBoolean();
        String died = before ? BEFORE_REFERENCE : "2026-01-15";
        LocalDate day = scene.random.nextInt(5) == 0 ? asOf : asOf.plusDays(1);
        boolean newer = day.isAfter(asOf);
        boolean dies =
                newer
                        && household % 3 > 0
                        && scene.random.nextInt(3) == 0
                        && left.size() < HOUSEHOLDS / 2
                        && !BEFORE_REFERENCE.equals(left.get(who))
                        && !died.equals(left.put(who, died));
        asOf = day;
        scene.witness.act(
                "register " + day + (dies ? ": " + who + " died " + died : ""),
                () -> {
                    if (newer) {
                        model.register(
                                dies ? Optional.of(household) : Optional.empty(),
                                dies && before ? Optional.of(who) : Optional.empty());
                    }
                    return newer;
                },
                () -> scene.village.register(day, left));
    }

    private void build() {
        Optional<Rail> rail =
                scene.random.nextBoolean()
                        ? Optional.empty()
                        : Optional.of(Rail.values()[scene.random.nextInt(2)]);
        String person = scene.person("OFFICE");
        scene.witness.act(
                "build " + rail + " by " + person,
                () -> model.build(person, rail),
                () ->
                        scene.village
                                .get(FileBuild.class)
                                .build(scene.village.program, Optional.empty(), rail, person));
    }

    private void fileAct() throws IOException {
        Set<Integer> numbers = scene.someFiles();
        FileActs acts = scene.village.get(FileActs.class);
        String reason = scene.random.nextInt(10) == 0 ? " " : "because";
        switch (scene.random.nextInt(3) > 0 ? next(numbers) : scene.random.nextInt(7)) {
            case 0, 1 -> {
                String person = scene.person("OFFICE");
                scene.witness.act(
                        "submit " + numbers + " by " + person,
                        () -> model.submit(numbers, person),
                        () -> acts.submit(numbers, person));
            }
            case 2, 3 -> {
                String person = scene.person("APPROVER");
                scene.witness.act(
                        "approve " + numbers + " by " + person,
                        () -> model.approve(numbers, person),
                        () -> acts.approve(numbers, person));
            }
            case 4 -> {
                String person = scene.person("FINANCE");
                scene.witness.act(
                        "release " + numbers + " by " + person,
                        () -> model.release(numbers, person),
                        () -> acts.release(numbers, scene.directory.resolve("out"), person));
                after.keepBytes(numbers);
            }
            case 5 -> {
                FileState into =
                        scene.random.nextBoolean() ? FileState.REJECTED : FileState.WITHDRAWN;
                String person = scene.person("APPROVER");
                if (scene.random.nextInt(3) > 0) {
                    return; // else too few files get through
                }
                scene.witness.act(
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
                String person = scene.person("FINANCE");
                scene.witness.act(
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
                ? scene.random.nextInt(7)
                : switch (file.state) {
                    case DRAFT -> 0;
                    case SUBMITTED -> 2;
                    case APPROVED -> 4;
                    case RELEASED -> 6;
                    default -> scene.random.nextInt(7);
                };
    }
}
