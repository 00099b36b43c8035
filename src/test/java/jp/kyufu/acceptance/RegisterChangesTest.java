package jp.kyufu.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jp.kyufu.assessment.Findings;
import jp.kyufu.dispatch.Alarm;
import jp.kyufu.dispatch.Alarms;
import jp.kyufu.dispatch.FileActs;
import jp.kyufu.dispatch.Stops;
import jp.kyufu.export.Export;
import jp.kyufu.value.ReasonCode;
import jp.kyufu.value.Refusal;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What a newer register says, at every stage of a payment (rule I12; 名古屋 2020): each change stops
 * exactly the payments it touches, names them, and is a finding after the next assessment. Every
 * household has a file of its own. One village goes through all tests, so they have an order.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RegisterChangesTest {

    private static final LocalDate NEWER = LocalDate.of(2026, 5, 20);
    private static final String SINCE = "2026-05-10";
    private static final String BEFORE_THE_REFERENCE_DATE = "2025-12-31";

    /** What happens to a household of so many members. */
    private enum Change {
        NOTHING(2),
        MEMBER_DIES(2),
        SINGLE_PERSON_DIES(1),
        HEAD_DIES(2),
        HEAD_MOVES_OUT(3),
        ANOTHER_IS_HEAD(3),
        MEMBER_IS_PROTECTED(2),
        MEMBER_WAS_NEVER_ENTITLED(2);

        final int members;

        Change(int members) {
            this.members = members;
        }

        /** The register's word settles it: nobody's share is in doubt (file contract §9). */
        boolean harmless() {
            return this == NOTHING || this == MEMBER_DIES;
        }

        /** What an application that is not in a file is held for. */
        List<String> held() {
            return switch (this) {
                case NOTHING, MEMBER_DIES -> List.of();
                case SINGLE_PERSON_DIES, HEAD_DIES, HEAD_MOVES_OUT -> List.of("HEAD_LEFT");
                case ANOTHER_IS_HEAD -> List.of("HOLDER_IS_MEMBER", "NOT_HEAD");
                case MEMBER_IS_PROTECTED, MEMBER_WAS_NEVER_ENTITLED -> List.of("PAYMENT_CANCELLED");
            };
        }

        /** What is raised about a payment that is on its way. */
        List<String> raised() {
            return switch (this) {
                case NOTHING, MEMBER_DIES -> List.of();
                case SINGLE_PERSON_DIES, HEAD_DIES, HEAD_MOVES_OUT ->
                        List.of("REGISTER_CHANGED HEAD_LEFT");
                case ANOTHER_IS_HEAD ->
                        List.of("REGISTER_CHANGED HOLDER_IS_MEMBER", "REGISTER_CHANGED NOT_HEAD");
                case MEMBER_IS_PROTECTED -> List.of("REGISTER_CHANGED SHARE_APART");
                case MEMBER_WAS_NEVER_ENTITLED -> List.of("ENTITLEMENT_LOST");
            };
        }
    }

    /** How far a payment had come when the register arrived. */
    private enum Stage {
        RELEASED,
        APPROVED,
        SUBMITTED,
        IN_FILE,
        PLANNED
    }

    @TempDir static Path directory;
    private static Village village;
    private static final Map<Stage, Map<Change, Integer>> HOUSEHOLDS = new EnumMap<>(Stage.class);
    private static final Map<Integer, Long> PAYMENTS = new HashMap<>();
    private static final Map<Integer, Integer> FILES = new HashMap<>();
    private static final Map<Stage, Object> SAID_BEFORE_ASSESS = new EnumMap<>(Stage.class);

    @BeforeAll
    static void settle() {
        settleHouseholds();
        village = new Village(directory, 200, 1, false);
        for (Stage stage : Stage.values()) {
            bringTo(stage);
        }
        changeTheRegister();
        for (Stage stage : List.of(Stage.IN_FILE, Stage.SUBMITTED, Stage.APPROVED)) {
            SAID_BEFORE_ASSESS.put(stage, said(stage));
        }
        assertThatThrownBy(village::build)
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.key()).isEqualTo("dispatch.stale"));
        village.assess();
    }

    @AfterAll
    static void leave() {
        try {
            village.verify();
        } finally {
            village.close();
        }
    }

    static Stream<Arguments> everyChangeAtEveryStage() {
        return Stream.of(Stage.values())
                .flatMap(stage ->
                        Stream.of(Change.values()).map(change -> Arguments.of(change, stage)));
    }

    @ParameterizedTest
    @Order(1)
    @MethodSource("everyChangeAtEveryStage")
    void aChangeOfTheRegisterIsAFindingOfItsOwnPayment(Change change, Stage stage) {
        int household = household(stage, change);
        long payment = PAYMENTS.get(household);
        boolean planned = stage == Stage.PLANNED;
        assertThat(findings(payment, "W%010d".formatted(household)))
                .isEqualTo(planned ? change.held() : change.raised());
        boolean cancelled = planned && change.held().contains("PAYMENT_CANCELLED");
        assertThat(village.payment(payment))
                .isEqualTo(
                        switch (stage) {
                            case RELEASED -> "RELEASED";
                            case APPROVED, SUBMITTED, IN_FILE -> "IN_FILE";
                            case PLANNED -> cancelled ? "CANCELLED" : "PLANNED";
                        });
        assertThat(gate(payment).isEmpty()).isEqualTo(change.harmless());
    }

    @Test
    @Order(2)
    void nagoya2020ADeathStopsExactlyItsOwnPaymentsBeforeAndAfterTheNextAssessment() {
        for (Stage stage : List.of(Stage.IN_FILE, Stage.SUBMITTED, Stage.APPROVED)) {
            assertThat(SAID_BEFORE_ASSESS.get(stage))
                    .as("%s, the register new", stage)
                    .isEqualTo(
                            words(
                                    stage,
                                    change ->
                                            change == Change.NOTHING
                                                    ? List.of()
                                                    : List.of("REGISTER_CHANGED")));
            assertThat(said(stage))
                    .as("%s, assessed", stage)
                    .isEqualTo(
                            words(
                                    stage,
                                    change ->
                                            change.raised().stream()
                                                    .map(one -> one.split(" ", -1)[0])
                                                    .distinct()
                                                    .toList()));
            act(stage, files(stage, true));
        }
    }

    @Test
    @Order(3)
    void whatIsStillPlannedIsBuiltWithoutThoseInDoubt() {
        List<Integer> built = village.build();
        assertThat(built.stream().map(RegisterChangesTest::paymentOf))
                .containsExactlyInAnyOrderElementsOf(
                        Stream.of(Change.NOTHING, Change.MEMBER_DIES)
                                .map(change -> PAYMENTS.get(household(Stage.PLANNED, change)))
                                .toList());
    }

    @Test
    @Order(4)
    void afterReleaseItIsAnAlarmUntilAStopIsAskedFor() {
        Stage stage = Stage.RELEASED;
        List<Integer> doubtful = files(stage, false);
        assertThat(stopsWanted()).containsExactlyInAnyOrderElementsOf(doubtful);
        int household = household(stage, Change.MEMBER_IS_PROTECTED);
        village.get(Stops.class).add(PAYMENTS.get(household), "not to this account", "OFFICE");
        assertThat(stopsWanted()).hasSize(doubtful.size() - 1).doesNotContain(FILES.get(household));
        assertThat(village.payment(PAYMENTS.get(household))).isEqualTo("RELEASED");
    }

    @Test
    @Order(5)
    void aPersonConfirmsAndIsNotAskedAgainOrTakesTheFileBackAndTheApplicationIsHeld() {
        int head = household(Stage.APPROVED, Change.HEAD_MOVES_OUT);
        int single = household(Stage.APPROVED, Change.SINGLE_PERSON_DIES);
        FileActs acts = village.get(FileActs.class);
        resolve(PAYMENTS.get(head), "moved abroad, the account is his");
        acts.reject(List.of(FILES.get(single)), "he died", "APPROVER");
        village.register(NEWER.plusDays(3), LEFT);
        village.assess();
        assertThat(findings(PAYMENTS.get(head), "W%010d".formatted(head))).isEmpty();
        acts.release(List.of(FILES.get(head)), directory.resolve("out"), "FINANCE");
        assertThat(village.payment(PAYMENTS.get(head))).isEqualTo("RELEASED");
        assertThat(findings(PAYMENTS.get(single), "W%010d".formatted(single)))
                .containsExactly("HEAD_LEFT");
        assertThat(village.payment(PAYMENTS.get(single))).isEqualTo("PLANNED");
    }

    private static final Map<String, String> LEFT = new HashMap<>();

    private static void settleHouseholds() {
        List<Integer> free =
                new ArrayList<>(
                        IntStream.rangeClosed(1, 200).filter(h -> h % 4 != 0).boxed().toList());
        for (Stage stage : Stage.values()) {
            Map<Change, Integer> households = new EnumMap<>(Change.class);
            for (Change change : Change.values()) {
                int h =
                        free.stream()
                                .filter(one -> one % 3 == change.members - 1)
                                .findFirst()
                                .orElseThrow();
                free.remove((Integer) h);
                households.put(change, h);
            }
            HOUSEHOLDS.put(stage, households);
        }
    }

    private static void bringTo(Stage stage) {
        village.apply(
                HOUSEHOLDS.get(stage).values().stream()
                        .map(h ->
                                Village.application(
                                        h, "W%010d".formatted(h), "2026-04-01 09:00:00"))
                        .toList());
        village.assess();
        village.export(Export.PAYMENTS, "payment_no")
                .values()
                .forEach(row ->
                        PAYMENTS.put(
                                Integer.parseInt(row.get("receipt_no").substring(1)),
                                Long.parseLong(row.get("payment_no"))));
        if (stage == Stage.PLANNED) {
            return;
        }
        List<Integer> files = village.build();
        HOUSEHOLDS
                .get(stage)
                .values()
                .forEach(h ->
                        FILES.put(
                                h,
                                files.stream()
                                        .filter(file -> paymentOf(file) == PAYMENTS.get(h))
                                        .findFirst()
                                        .orElseThrow()));
        for (Stage next : List.of(Stage.IN_FILE, Stage.SUBMITTED, Stage.APPROVED)) {
            if (stage.compareTo(next) < 0) {
                act(next, files);
            }
        }
    }

    /** What people do next with files at a stage. */
    private static void act(Stage stage, List<Integer> files) {
        FileActs acts = village.get(FileActs.class);
        switch (stage) {
            case IN_FILE -> acts.submit(files, "OFFICE");
            case SUBMITTED -> acts.approve(files, "APPROVER");
            case APPROVED -> acts.release(files, directory.resolve("out"), "FINANCE");
            case PLANNED, RELEASED -> throw new IllegalArgumentException(stage.name());
        }
    }

    /** With what words the next act on all files of a stage is refused. */
    private static Object said(Stage stage) {
        List<Integer> files = HOUSEHOLDS.get(stage).values().stream().map(FILES::get).toList();
        try {
            act(stage, files);
        } catch (Refusal refusal) {
            return refusal.args().getFirst();
        }
        return "not refused";
    }

    private static String words(Stage stage, Function<Change, List<String>> codes) {
        Map<Long, List<String>> named = new TreeMap<>();
        HOUSEHOLDS
                .get(stage)
                .forEach((change, h) -> named.put(PAYMENTS.get(h), codes.apply(change)));
        return named.entrySet().stream()
                .flatMap(one -> one.getValue().stream().map(code -> one.getKey() + " " + code))
                .collect(Collectors.joining(", "));
    }

    private static List<Integer> files(Stage stage, boolean harmless) {
        return Stream.of(Change.values())
                .filter(change -> change.harmless() == harmless)
                .map(change -> FILES.get(household(stage, change)))
                .toList();
    }

    private static void changeTheRegister() {
        HOUSEHOLDS.forEach((_, households) -> households.forEach(RegisterChangesTest::change));
        village.register(NEWER, LEFT);
    }

    private static void change(Change change, int h) {
        switch (change) {
            case NOTHING -> {}
            case MEMBER_DIES -> LEFT.put(Village.resident(h, 1), SINCE);
            case SINGLE_PERSON_DIES, HEAD_DIES -> LEFT.put(Village.resident(h, 0), SINCE);
            case HEAD_MOVES_OUT -> {
                LEFT.put(Village.resident(h, 0), SINCE);
                village.movedOut.add(Village.resident(h, 0));
            }
            case ANOTHER_IS_HEAD -> {
                village.relations.put(Village.resident(h, 0), "父");
                village.relations.put(Village.resident(h, 1), "世帯主");
            }
            case MEMBER_IS_PROTECTED -> village.guarded.add(Village.resident(h, 1));
            case MEMBER_WAS_NEVER_ENTITLED ->
                    LEFT.put(Village.resident(h, 1), BEFORE_THE_REFERENCE_DATE);
        }
    }

    private static int household(Stage stage, Change change) {
        return HOUSEHOLDS.get(stage).get(change);
    }

    private static long paymentOf(int file) {
        return village.jdbc()
                .sql("SELECT payment_no FROM dispatch_item WHERE file_no = :file")
                .param("file", file)
                .query(Long.class)
                .single();
    }

    /** Open findings on a payment or its application, as code and detail, in order. */
    private static List<String> findings(long payment, String receipt) {
        return village.get(Findings.class).open(village.program, Optional.empty()).stream()
                .filter(one ->
                        Long.valueOf(payment).equals(one.paymentNo())
                                || receipt.equals(one.receiptNo()))
                .map(one -> (one.code() + " " + one.detail()).strip())
                .distinct()
                .sorted()
                .toList();
    }

    private static void resolve(long payment, String reason) {
        var findings = village.get(Findings.class);
        findings.open(village.program, Optional.of(ReasonCode.REGISTER_CHANGED)).stream()
                .filter(one -> Long.valueOf(payment).equals(one.paymentNo()))
                .forEach(one -> findings.resolve(one.findingNo(), "CONFIRM", reason, "OFFICE2"));
    }

    private static List<String> gate(long payment) {
        return village.jdbc()
                .sql("SELECT code FROM gate_blocked(ARRAY[:payment]::bigint[])")
                .param("payment", payment)
                .query(String.class)
                .list();
    }

    private static List<Integer> stopsWanted() {
        return village.get(Alarms.class).of(village.program).stream()
                .filter(alarm -> alarm.kind() == Alarm.Kind.STOP_WANTED)
                .map(alarm -> alarm.file().fileNo())
                .toList();
    }
}
