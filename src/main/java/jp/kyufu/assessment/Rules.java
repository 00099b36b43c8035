package jp.kyufu.assessment;

import static jp.kyufu.value.ReasonCode.*;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.kyufu.bank.AccountForm;
import jp.kyufu.bank.BankMaster;
import jp.kyufu.intake.ApplicationForm;
import jp.kyufu.intake.Field;
import jp.kyufu.program.ProgramTerms;
import jp.kyufu.text.Width;
import jp.kyufu.value.ApplicationState;
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
 */
record Rules(ProgramTerms terms, BankMaster master, LocalDate today) {

    /** The outcome of an application that belongs to no household. */
    Outcome withoutHousehold(Submission submission) {
        Set<ReasonCode> codes = ofForm(submission);
        TransferAccount account = account(submission, codes);
        dropConfirmed(submission, codes);
        return outcome(submission, codes, null, 0, null, List.of(), List.of(), account);
    }

    /** The outcome of an application as if it were the only one of its household. */
    Outcome alone(Submission submission, Household household, Member applicant, Claim claim) {
        Set<ReasonCode> codes = ofForm(submission);
        whoApplies(submission, household, applicant, claim, codes);

        List<Member> entitled = household.entitled();
        if (entitled.isEmpty() || claim.members().isEmpty()) {
            codes.add(NOT_ENTITLED);
        }
        List<String> declined = decliners(submission, household, claim, codes);
        List<Member> paid =
                claim.members().stream().filter(m -> !declined.contains(m.residentNo())).toList();
        if (paid.isEmpty() && !claim.members().isEmpty()) {
            codes.add(ALL_DECLINED);
        }
        memberCount(submission.form(), household, claim, paid.size(), codes);

        TransferAccount account = account(submission, codes);
        boolean holderOfHousehold = false;
        if (account != null) {
            Member payee =
                    claim instanceof Claim.OfProtected own ? own.claimant() : household.head();
            HolderRule.Holder holder =
                    HolderRule.of(account.holder(), household, payee, applicant, submission.form());
            holder.code().ifPresent(codes::add);
            holderOfHousehold = holder.ofHousehold();
        }
        sharedPayee(submission, holderOfHousehold, codes);

        Rail rail = submission.rail();
        Long amount = rail == null ? null : paid.size() * terms.rates().of(rail);
        if (rail != null && amount != null && amount > terms.cap(rail)) {
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
                account);
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
        switch (claim) {
            case Claim.OfProtected own -> {
                if (own.unclear()) {
                    codes.add(RESERVED_UNCLEAR);
                }
            }
            case Claim.OfHousehold everybody -> {
                Member head = household.head();
                if (head == null) {
                    codes.add(HEAD_UNCLEAR);
                } else {
                    if (head.leftOn() != null) {
                        codes.add(HEAD_LEFT);
                    }
                    if (!head.equals(applicant) && !Proxy.any(submission.form())) {
                        codes.add(NOT_HEAD);
                    }
                }
            }
        }
    }

    private static List<String> decliners(
            Submission submission, Household household, Claim claim, Set<ReasonCode> codes) {
        List<String> claimed = numbers(claim.members());
        Optional<List<String>> decided = submission.word().decliners();
        if (decided.isPresent()) {
            return decided.get().stream().filter(claimed::contains).sorted().toList();
        }
        Optional<List<Member>> named =
                Decliners.named(submission.form().get(Field.DECLINERS), household.members());
        if (named.isEmpty()) {
            codes.add(DECLINER_UNKNOWN);
            return List.of();
        }
        return numbers(named.get()).stream().filter(claimed::contains).sorted().toList();
    }

    private static void memberCount(
            ApplicationForm form,
            Household household,
            Claim claim,
            int paid,
            Set<ReasonCode> codes) {
        String written = Width.digits(form.get(Field.MEMBER_COUNT));
        if (written.isEmpty()) {
            return;
        }
        if (!Digits.isDigits(written, 1, 4)) {
            codes.add(MEMBER_COUNT_DIFFERS);
            return;
        }
        int count = Integer.parseInt(written);
        int others = household.entitled().size() - claim.members().size();
        if (count != paid
                && count != paid + others
                && count != household.members().size()
                && count != household.stillHere()) {
            codes.add(MEMBER_COUNT_DIFFERS);
        }
    }

    /** The account on the form, if one can be read; adds what the bank master says of it. */
    private @Nullable TransferAccount account(Submission submission, Set<ReasonCode> codes) {
        if (submission.rail() != Rail.CASH) {
            return null;
        }
        ApplicationForm form = submission.form();
        TransferAccount account =
                new AccountForm(
                                form.get(Field.BANK),
                                form.get(Field.BRANCH),
                                form.get(Field.DEPOSIT_TYPE),
                                form.get(Field.ACCOUNT_NO),
                                form.get(Field.HOLDER),
                                form.get(Field.YUCHO_SYMBOL),
                                form.get(Field.YUCHO_NUMBER))
                        .read(terms.bankProfile().symbols())
                        .account();
        if (account != null) {
            master.check(account, today).ifPresent(codes::add);
        }
        return account;
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

    private static void dropConfirmed(Submission submission, Set<ReasonCode> codes) {
        codes.removeAll(submission.word().confirmed());
    }

    private static List<String> numbers(List<Member> members) {
        return members.stream().map(Member::residentNo).sorted().toList();
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
