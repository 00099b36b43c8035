package jp.kyufu.assessment;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jp.kyufu.assessment.Submission.PersonsWord;
import jp.kyufu.bank.BankBranch;
import jp.kyufu.bank.BankMaster;
import jp.kyufu.intake.ApplicationForm;
import jp.kyufu.intake.Field;
import jp.kyufu.program.ProgramTerms;
import jp.kyufu.program.ProgramTerms.Amounts;
import jp.kyufu.value.AccountNo;
import jp.kyufu.value.BankCode;
import jp.kyufu.value.BankProfile;
import jp.kyufu.value.BranchCode;
import jp.kyufu.value.Consignor;
import jp.kyufu.value.DepositType;
import jp.kyufu.value.Rail;
import jp.kyufu.value.ReasonCode;
import org.jspecify.annotations.Nullable;

/** An application in which nothing is wrong, changed by one fact at a time; and the program. */
final class Application {

    static final LocalDate TODAY = LocalDate.of(2026, 4, 6);

    private static final BankCode BANK = new BankCode("0001");
    private static final BranchCode BRANCH = new BranchCode("001");
    private static final BankProfile PROFILE =
            new BankProfile(
                    BankProfile.Terminator.CRLF, "0000", "().-", 9_999, LocalTime.NOON, 1, 15, 5);

    static final Rules RULES = rules(new Amounts(75_000, 90_000), new Amounts(5_000, 6_000));

    private final long id;
    private final Map<Field, String> form = new EnumMap<>(Field.class);
    private final Set<ReasonCode> found = EnumSet.noneOf(ReasonCode.class);
    private final Set<ReasonCode> confirmed = EnumSet.noneOf(ReasonCode.class);
    private final @Nullable String resident;
    private String receipt;
    private LocalDateTime received;
    private @Nullable Rail rail = Rail.CASH;
    private boolean shared;
    private boolean conflict;
    private boolean refused;
    private Optional<List<String>> decliners = Optional.empty();
    private Optional<Long> replacedBy = Optional.empty();
    private @Nullable Outcome earlier;
    private boolean inFile;

    private Application(long id, @Nullable Member applicant) {
        this.id = id;
        this.resident = applicant == null ? null : applicant.residentNo();
        this.receipt = String.format("W%010d", id);
        this.received = LocalDateTime.of(2026, 3, 20, 9, 0).plusMinutes(id);
        write(Field.BANK, "0001").write(Field.BRANCH, "001").write(Field.DEPOSIT_TYPE, "普通");
        write(Field.ACCOUNT_NO, "1234567");
        if (applicant != null) {
            write(Field.NAME, applicant.name()).write(Field.KANA, applicant.kana());
            write(Field.HOLDER, applicant.kana());
        }
    }

    /** The {@code id}th application, received {@code id} minutes after nine; to his own account. */
    static Application by(Member applicant, long id) {
        return new Application(id, applicant);
    }

    static Application by(Member applicant) {
        return by(applicant, 1);
    }

    static Application byNobody(ReasonCode... codes) {
        return new Application(1, null).found(codes);
    }

    Application write(Field field, String text) {
        form.put(field, text);
        return this;
    }

    Application proxy(String name, String kana, String relation) {
        return write(Field.PROXY_NAME, name)
                .write(Field.PROXY_KANA, kana)
                .write(Field.PROXY_RELATION, relation);
    }

    /** What intake or matching found. */
    Application found(ReasonCode... codes) {
        found.addAll(List.of(codes));
        return this;
    }

    Application received(String dateTime) {
        received = LocalDateTime.parse(dateTime);
        return this;
    }

    Application receipt(String number) {
        receipt = number;
        return this;
    }

    Application rail(@Nullable Rail wished) {
        rail = wished;
        return this;
    }

    Application sharedPayee() {
        shared = true;
        return this;
    }

    Application receiptConflict() {
        conflict = true;
        return this;
    }

    Application refused() {
        refused = true;
        return this;
    }

    Application confirmed(ReasonCode... codes) {
        confirmed.addAll(List.of(codes));
        return this;
    }

    Application decliners(Member... members) {
        decliners = Optional.of(Arrays.stream(members).map(Member::residentNo).toList());
        return this;
    }

    Application replacedBy(long other) {
        replacedBy = Optional.of(other);
        return this;
    }

    Application earlier(Outcome outcome) {
        earlier = outcome;
        return this;
    }

    Application inFile(Outcome outcome) {
        inFile = true;
        return earlier(outcome);
    }

    Submission submission() {
        String[] texts = new String[Field.values().length];
        for (Field field : Field.values()) {
            texts[field.ordinal()] = form.getOrDefault(field, "");
        }
        return new Submission(
                id,
                received,
                receipt,
                resident,
                found,
                rail,
                shared,
                conflict,
                ApplicationForm.of(texts),
                new PersonsWord(confirmed, refused, decliners, replacedBy),
                earlier,
                inFile,
                inFile);
    }

    /** The outcome of this application where it is the only one of its household. */
    Outcome alone(Member... family) {
        return assess(Family.of(family), this).getFirst();
    }

    /** The outcomes in the order of the applications given. */
    static List<Outcome> assess(Household household, Application... applications) {
        List<Outcome> outcomes =
                new HouseholdAssessment(RULES, _ -> {})
                        .assess(
                                household,
                                Arrays.stream(applications).map(Application::submission).toList());
        return Arrays.stream(applications)
                .map(one ->
                        outcomes.stream()
                                .filter(outcome -> outcome.applicationId() == one.id)
                                .findFirst()
                                .orElseThrow())
                .toList();
    }

    static Rules rules(Amounts cap, Amounts rates) {
        ProgramTerms terms =
                new ProgramTerms(
                        "soto-2026",
                        "桑都のまち応援給付金",
                        Family.REFERENCE,
                        new ProgramTerms.Window(
                                LocalDate.of(2026, 3, 16), LocalDate.of(2026, 7, 31)),
                        rates,
                        Optional.of(new ProgramTerms.Points("桑都ペイ", LocalDate.of(2026, 12, 31))),
                        cap,
                        List.of(),
                        new Consignor(
                                "0123456789",
                                "ｿｳﾄｼ",
                                BANK,
                                BRANCH,
                                DepositType.ORDINARY,
                                new AccountNo("7654321")),
                        PROFILE,
                        Optional.of(TODAY),
                        List.of(),
                        Optional.empty());
        return new Rules(
                terms,
                new BankMaster(
                        1,
                        List.of(
                                open("001", null, null),
                                open("002", null, TODAY),
                                open("003", TODAY.plusDays(1), null),
                                yucho())),
                TODAY,
                Set.of());
    }

    private static BankBranch open(
            String branch, @Nullable LocalDate from, @Nullable LocalDate to) {
        return new BankBranch(BANK, "桑都銀行", "ソウト", new BranchCode(branch), "本店", "ホンテン", from, to);
    }

    private static BankBranch yucho() {
        BankCode bank = new BankCode("9900");
        return new BankBranch(
                bank, "ゆうちょ銀行", "ユウチヨ", new BranchCode("738"), "七三八", "ナナサンハチ", null, null);
    }
}
