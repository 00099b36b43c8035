package jp.kyufu.assessment;

import static jp.kyufu.value.ReasonCode.*;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.kyufu.bank.AccountReading;
import jp.kyufu.bank.BankMaster;
import jp.kyufu.bank.DataRecord;
import jp.kyufu.bank.TrailerRecord;
import jp.kyufu.intake.ApplicationForm;
import jp.kyufu.intake.Field;
import jp.kyufu.program.ProgramTerms;
import jp.kyufu.text.Width;
import jp.kyufu.value.ApplicationState;
import jp.kyufu.value.Check;
import jp.kyufu.value.Digits;
import jp.kyufu.value.Rail;
import jp.kyufu.value.ReasonCode;
import jp.kyufu.value.TransferAccount;
import org.jspecify.annotations.Nullable;

/**
 * Every rule of file contract §9 that looks at one application and its household; which of several
 * applications stands is {@link Standing}.
 *
 * @param terms of the program the run is for
 * @param master the newest bank master
 * @param today the day of assessment, on which a branch must exist
 * @param declining residents who declined in writing ({@link Declines})
 */
record Rules(ProgramTerms terms, BankMaster master, LocalDate today, Set<String> declining) {

    /** The outcome of an application that belongs to no household. */
    Outcome withoutHousehold(Submission submission) {
        Outcome settled = submission.settled();
        if (settled != null) {
            return settled;
        }
        Set<ReasonCode> codes = ofForm(submission);
        AccountReading reading = account(submission, codes);
        dropConfirmed(submission, codes);
        Outcome outcome =
                outcome(
                        submission,
                        codes,
                        null,
                        0,
                        null,
                        List.of(),
                        List.of(),
                        reading == null ? null : reading.account());
        Check.that(
                outcome.state() != ApplicationState.DECIDED,
                "application %s of nobody without a reason",
                submission.applicationId());
        return outcome;
    }

    /** The outcome of an application as if it were the only one of its household. */
    Outcome alone(Submission submission, Household household, Member applicant, Claim claim) {
        Set<ReasonCode> codes = ofForm(submission);
        whoApplies(submission, household, applicant, claim, codes);

        codes.addAll(claim.paidElsewhere());
        if (claim.members().isEmpty()) {
            codes.add(NOT_ENTITLED);
        }
        List<String> named = decliners(submission, household, codes);
        List<Member> paid =
                named.isEmpty()
                        ? claim.members()
                        : Household.those(claim.members(), m -> !named.contains(m.residentNo()));
        List<String> declined =
                named.isEmpty()
                        ? named
                        : numbers(
                                Household.those(
                                        claim.members(), m -> named.contains(m.residentNo())));
        // Who has written that he or she declines is not asked again.
        if (paid.isEmpty() && Household.any(claim.members(), m -> !hasDeclined(m))) {
            codes.add(ALL_DECLINED);
        }
        if (claim instanceof Claim.OfProtected own
                && own.contested()
                && Household.any(paid, household::minor)) {
            codes.add(RESERVED_UNCLEAR);
        }
        memberCount(
                submission.form(),
                codes,
                paid.size(),
                household.entitled().size() - named.size(),
                household.members().size(),
                household.stillHere());

        AccountReading reading = account(submission, codes);
        boolean holderOfHousehold = false;
        if (reading != null && reading.holder() != null) {
            List<Member> payees =
                    claim instanceof Claim.OfProtected own
                            ? List.of(own.claimant())
                            : household.heads();
            HolderRule.Holder holder =
                    HolderRule.of(
                            reading.holder(), household, payees, applicant, submission.form());
            holder.code().ifPresent(codes::add);
            holderOfHousehold = holder.ofHousehold();
        }
        sharedPayee(submission, holderOfHousehold, codes);

        Rail rail = submission.rail();
        Long amount = rail == null ? null : paid.size() * terms.rates().of(rail);
        if (rail != null && amount != null && amount > most(rail)) {
            codes.add(ABOVE_CAP);
        }
        dropConfirmed(submission, codes);
        return outcome(
                submission,
                codes,
                amount,
                paid.size(),
                claim instanceof Claim.OfProtected ? numbers(claim.members()) : null,
                declined,
                claim instanceof Claim.OfHousehold ? numbers(household.reserved()) : List.of(),
                reading == null ? null : reading.account());
    }

    /** What one payment can be: the household cap, and what its file has digits for. */
    private long most(Rail rail) {
        return switch (rail) {
            case CASH -> Math.min(terms.cap(rail), DataRecord.AMOUNT_MAX);
            case POINTS -> Math.min(terms.cap(rail), TrailerRecord.SUM_MAX);
        };
    }

    private Set<ReasonCode> ofForm(Submission submission) {
        Set<ReasonCode> codes = EnumSet.noneOf(ReasonCode.class);
        codes.addAll(submission.formCodes());
        if (submission.rail() != null && !terms.offers(submission.rail())) {
            codes.add(RAIL_MISSING);
        }
        if (!terms.window().contains(submission.receivedAt().toLocalDate())) {
            codes.add(OUTSIDE_WINDOW);
        }
        if (submission.receiptConflict()) {
            codes.add(RECEIPT_CONFLICT);
        }
        if (submission.word().refused()) {
            codes.add(REFUSED);
        }
        return codes;
    }

    private static void whoApplies(
            Submission submission,
            Household household,
            Member applicant,
            Claim claim,
            Set<ReasonCode> codes) {
        List<Member> heads = household.heads();
        if (heads.size() != 1) {
            codes.add(HEAD_UNCLEAR);
        }
        switch (claim) {
            case Claim.OfProtected own -> {
                if (household.leftSince(own.claimant())) {
                    codes.add(HEAD_LEFT);
                }
            }
            case Claim.OfHousehold _ -> {
                if (Household.any(heads, household::leftSince)) {
                    codes.add(HEAD_LEFT);
                }
                // Nobody acts as proxy of a member who is not there any more.
                boolean byProxy = Proxy.any(submission.form()) && applicant.leftOn() == null;
                if (!heads.isEmpty() && !heads.contains(applicant) && !byProxy) {
                    codes.add(NOT_HEAD);
                }
            }
        }
    }

    private boolean hasDeclined(Member member) {
        return declining.contains(member.residentNo());
    }

    /** Entitled members who decline: in writing, by the word of a person, or else by the form. */
    private List<String> decliners(
            Submission submission, Household household, Set<ReasonCode> codes) {
        List<String> named = named(submission, household, codes);
        if (declining.isEmpty() || !Household.any(household.entitled(), this::hasDeclined)) {
            return named;
        }
        return numbers(
                Household.those(
                        household.entitled(),
                        m -> hasDeclined(m) || named.contains(m.residentNo())));
    }

    private static List<String> named(
            Submission submission, Household household, Set<ReasonCode> codes) {
        Optional<List<String>> decided = submission.word().decliners();
        if (decided.isPresent()) {
            return numbers(
                    Household.those(
                            household.entitled(), m -> decided.get().contains(m.residentNo())));
        }
        Optional<List<Member>> named =
                Decliners.named(submission.form().get(Field.DECLINERS), household.members());
        if (named.isEmpty()) {
            codes.add(DECLINER_UNKNOWN);
            return List.of();
        }
        return numbers(Household.those(named.get(), Member::entitled));
    }

    private static void memberCount(ApplicationForm form, Set<ReasonCode> codes, int... accepted) {
        String written = Width.digits(form.get(Field.MEMBER_COUNT));
        if (written.isEmpty()) {
            return;
        }
        if (Digits.isDigits(written, 1, 4)) {
            int count = Integer.parseInt(written);
            for (int one : accepted) {
                if (one == count) {
                    return;
                }
            }
        }
        codes.add(MEMBER_COUNT_DIFFERS);
    }

    /** The account on the form as far as it can be read; null where none is needed. */
    private @Nullable AccountReading account(Submission submission, Set<ReasonCode> codes) {
        if (submission.rail() != Rail.CASH) {
            return null;
        }
        ApplicationForm form = submission.form();
        AccountReading reading = form.account().read(terms.bankProfile().symbols());
        // The bank profile may have been amended since intake.
        codes.addAll(reading.codes());
        if (reading.bank() != null && reading.branch() != null) {
            master.check(reading.bank(), reading.branch(), today).ifPresent(codes::add);
        }
        return reading;
    }

    private static void sharedPayee(
            Submission submission, boolean holderOfHousehold, Set<ReasonCode> codes) {
        if (!submission.payeeShared()) {
            return;
        }
        if (submission.rail() == Rail.POINTS) {
            codes.add(SHARED_WALLET);
        } else if (!holderOfHousehold) {
            codes.add(SHARED_ACCOUNT);
        }
    }

    /** A person's confirmation settles doubts, never defects. */
    private static void dropConfirmed(Submission submission, Set<ReasonCode> codes) {
        codes.removeIf(code ->
                code.kind() == ReasonCode.Kind.REVIEW
                        && submission.word().confirmed().contains(code));
    }

    private static List<String> numbers(List<Member> members) {
        if (members.isEmpty()) {
            return List.of();
        }
        String[] numbers = new String[members.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = members.get(i).residentNo();
        }
        Arrays.sort(numbers);
        return List.of(numbers);
    }

    private static Outcome outcome(
            Submission submission,
            Set<ReasonCode> codes,
            @Nullable Long amount,
            int residents,
            @Nullable List<String> members,
            List<String> declined,
            List<String> reserved,
            @Nullable TransferAccount account) {
        return new Outcome(
                submission.applicationId(),
                state(codes),
                codes,
                submission.rail(),
                amount,
                residents,
                members,
                declined,
                reserved,
                null,
                account);
    }

    /** The state of the first row of the table of file contract §10 that applies, else DECIDED. */
    static ApplicationState state(Set<ReasonCode> codes) {
        if (codes.isEmpty()) {
            return ApplicationState.DECIDED;
        }
        for (ReasonCode.Kind kind : ORDER) {
            for (ReasonCode code : codes) {
                if (code.kind() == kind) {
                    return code.state();
                }
            }
        }
        return ApplicationState.DECIDED;
    }

    private static final List<ReasonCode.Kind> ORDER =
            List.of(
                    ReasonCode.Kind.UNMATCHED,
                    ReasonCode.Kind.IDENTITY,
                    ReasonCode.Kind.NOTHING_DUE,
                    ReasonCode.Kind.DUPLICATE,
                    ReasonCode.Kind.DEFECTIVE,
                    ReasonCode.Kind.REVIEW);
}
