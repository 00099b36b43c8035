package jp.kyufu.city;

import java.time.LocalDate;
import java.util.List;
import java.util.random.RandomGenerator;
import jp.kyufu.city.Accounts.Owner;
import jp.kyufu.value.DepositType;
import jp.kyufu.value.ReasonCode;

/** Writes the applications of every {@link AccountCase}. */
final class AccountMess {

    private static final String ABSENT = Lexicon.of("absent");
    private static final List<String> UNKNOWN_RAILS = Lexicon.list("rail.unknown");
    private static final List<String> BAD_WALLETS =
            List.of("SP12345", "SP00000000001", "AB1234567890", "1234567890");

    private static final Account NO_ACCOUNT = new Account("", "", DepositType.ORDINARY, "", "", "");

    private final Scribe scribe;

    AccountMess(Scribe scribe) {
        this.scribe = scribe;
    }

    Form write(AccountCase kind, Household home, Channel channel, RandomGenerator random) {
        Form form = scribe.byHead(home, channel, random);
        switch (kind) {
            case IDENTITY_COPY_MISSING -> withoutIdentityCopy(form);
            case ACCOUNT_COPY_MISSING -> {
                scribe.payHead(form, home, random);
                withoutAccountCopy(form);
            }
            case COPIES_MISSING -> {
                scribe.payHead(form, home, random);
                withoutIdentityCopy(form);
                withoutAccountCopy(form);
            }
            case COPY_MISSING_AND_BRANCH_UNKNOWN,
                    ACCOUNT_MISSING,
                    BANK_UNKNOWN,
                    BRANCH_UNKNOWN,
                    ACCOUNT_NUMBER_LONG,
                    ACCOUNT_TYPE_UNKNOWN,
                    ACCOUNT_LOST_ZERO,
                    ACCOUNT_SIX_DIGITS ->
                    bankAccount(kind, form, home, random);
            case ACCOUNT_AMBIGUOUS, YUCHO_INVALID, ACCOUNT_BOTH_EQUAL, YUCHO_CHECK_DIGIT ->
                    yuchoAccount(kind, form, home, random);
            case RAIL_MISSING -> {
                scribe.payHead(form, home, random);
                int lot = random.nextInt(UNKNOWN_RAILS.size() + 1);
                form.rail = lot == 0 ? "" : UNKNOWN_RAILS.get(lot - 1);
                form.chosen = null;
                form.codes.add(ReasonCode.RAIL_MISSING);
            }
            case WALLET_INVALID -> {
                form.grantPoints(BAD_WALLETS.get(random.nextInt(BAD_WALLETS.size())));
                form.codes.add(ReasonCode.WALLET_INVALID);
            }
            case HOLDER_STRANGER, HOLDER_SLIP, HOLDER_IN_KANJI, HOLDER_IS_MEMBER ->
                    wrongHolder(kind, form, home, random);
        }
        return form;
    }

    /** Something about an account at a bank other than ゆうちょ. */
    private void bankAccount(AccountCase kind, Form form, Household home, RandomGenerator random) {
        Account bank = scribe.accounts.ordinary(home.index, Owner.HEAD);
        form.pay(bank, Handwriting.holder(home.head(), random));
        if (kind == AccountCase.COPY_MISSING_AND_BRANCH_UNKNOWN) {
            withoutIdentityCopy(form);
        }
        if (kind == AccountCase.BRANCH_UNKNOWN
                || kind == AccountCase.COPY_MISSING_AND_BRANCH_UNKNOWN) {
            form.branch = scribe.accounts.unknownBranch(bank.bank());
            form.codes.add(ReasonCode.BRANCH_UNKNOWN);
        } else if (kind == AccountCase.ACCOUNT_MISSING) {
            form.pay(NO_ACCOUNT, "");
            form.type = "";
            form.codes.add(ReasonCode.ACCOUNT_MISSING);
        } else if (kind == AccountCase.BANK_UNKNOWN) {
            form.bank = scribe.accounts.unknownBank();
            form.codes.add(ReasonCode.BANK_UNKNOWN);
        } else if (kind == AccountCase.ACCOUNT_NUMBER_LONG) {
            form.account = bank.number() + random.nextInt(10);
            form.codes.add(ReasonCode.ACCOUNT_NUMBER_FORMAT);
        } else if (kind == AccountCase.ACCOUNT_TYPE_UNKNOWN) {
            form.type = form.channel.wrongType();
            form.codes.add(ReasonCode.ACCOUNT_TYPE_UNKNOWN);
        } else if (kind == AccountCase.ACCOUNT_LOST_ZERO) {
            form.pay(scribe.accounts.withZero(bank), form.holder);
            form.bank = form.bank.replaceFirst("^0+", "");
            form.codes.add(ReasonCode.ACCOUNT_LOST_ZERO);
        } else {
            form.account = bank.number().substring(1);
        }
    }

    /** Something about a ゆうちょ account. */
    private void yuchoAccount(AccountCase kind, Form form, Household home, RandomGenerator random) {
        Account yucho = scribe.accounts.yucho(home.index, Owner.HEAD);
        String holder = Handwriting.holder(home.head(), random);
        if (kind == AccountCase.ACCOUNT_AMBIGUOUS) {
            form.pay(scribe.accounts.ordinary(home.index, Owner.HEAD), holder);
            form.symbol = yucho.symbol();
            form.serial = yucho.serial();
            form.codes.add(ReasonCode.ACCOUNT_AMBIGUOUS);
        } else if (kind == AccountCase.YUCHO_INVALID) {
            invalidYucho(form, yucho, holder, random);
        } else if (kind == AccountCase.ACCOUNT_BOTH_EQUAL) {
            form.payInBankForm(yucho, holder);
        } else {
            form.pay(yucho, holder);
            form.symbol = otherCheckDigit(yucho.symbol());
            form.codes.add(ReasonCode.YUCHO_CHECK_DIGIT);
        }
    }

    static void withoutIdentityCopy(Form form) {
        form.identityCopy = ABSENT;
        form.codes.add(ReasonCode.IDENTITY_DOCUMENT_MISSING);
    }

    static void withoutAccountCopy(Form form) {
        form.accountCopy = ABSENT;
        form.codes.add(ReasonCode.ACCOUNT_DOCUMENT_MISSING);
    }

    private static void invalidYucho(
            Form form, Account yucho, String holder, RandomGenerator random) {
        form.pay(yucho, holder);
        switch (random.nextInt(3)) {
            case 0 -> form.symbol = "2" + form.symbol.substring(1);
            case 1 -> form.symbol = form.symbol.substring(0, 4) + "5";
            default -> form.serial = yucho.serial().substring(0, yucho.serial().length() - 1) + "6";
        }
        form.codes.add(ReasonCode.YUCHO_INVALID);
    }

    private static String otherCheckDigit(String symbol) {
        int digit = (symbol.charAt(3) - '0' + 1) % 10;
        return symbol.substring(0, 3) + digit + symbol.substring(4);
    }

    private void wrongHolder(AccountCase kind, Form form, Household home, RandomGenerator random) {
        scribe.payHead(form, home, random);
        Person head = home.head();
        if (kind == AccountCase.HOLDER_SLIP) {
            form.holder = Kana.narrow(Kana.slip(head.kana(" ")));
            form.codes.add(ReasonCode.HOLDER_MISMATCH);
        } else if (kind == AccountCase.HOLDER_IN_KANJI) {
            form.holder = Handwriting.writable(head.name("\u3000"), form.channel);
            form.codes.add(ReasonCode.HOLDER_CHARACTERS);
        } else if (kind == AccountCase.HOLDER_IS_MEMBER) {
            form.holder = Handwriting.holder(home.otherAdult(), random);
            form.codes.add(ReasonCode.HOLDER_IS_MEMBER);
        } else {
            LocalDate birth = head.birth;
            Names.Word given = Names.given(head.female, birth.getYear(), random);
            String surname = Names.rareSurname(random).kana();
            form.holder = Handwriting.holder(surname, given.kana(), random);
            form.codes.add(ReasonCode.HOLDER_MISMATCH);
        }
    }
}
