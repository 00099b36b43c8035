package jp.kyufu.city;

import java.util.random.RandomGenerator;
import jp.kyufu.city.Seed.Purpose;
import jp.kyufu.value.DepositType;

/** Gives every household accounts of its own at branches that exist. */
final class Accounts {

    /** Which of a household's accounts. */
    enum Owner {
        HEAD,
        MEMBER,
        PROXY
    }

    private static final int NUMBERS = 10_000_000;

    /** Odd and no multiple of five: multiplying by it permutes the seven-digit numbers. */
    private static final long SCATTER = 7_368_787L;

    private static final long OWNER_STEP = 2_900_017L;
    private static final int YUCHO_PERCENT = 25;

    private final Seed seed;
    private final BranchList branches;

    Accounts(Seed seed, BranchList branches) {
        this.seed = seed;
        this.branches = branches;
    }

    /** The account of the household's head, another member or proxy; always the same one. */
    Account of(int index, Owner owner) {
        RandomGenerator random = random(index, owner);
        boolean yucho = random.nextInt(100) < YUCHO_PERCENT;
        return yucho ? yucho(number(index, owner), random) : ordinary(number(index, owner), random);
    }

    /** An account at a bank that is not ゆうちょ. */
    Account ordinary(int index, Owner owner) {
        return ordinary(number(index, owner), random(index, owner));
    }

    /** A ゆうちょ account. */
    Account yucho(int index, Owner owner) {
        return yucho(number(index, owner), random(index, owner));
    }

    /** The account with its number at a branch whose bank code begins with zero. */
    Account withZero(Account account) {
        BranchList.Branch branch = branches.first();
        return account.bank().startsWith("0")
                ? account
                : new Account(
                        branch.bank(), branch.code(), account.type(), account.number(), "", "");
    }

    /** A branch code that the bank does not have. */
    String unknownBranch(String bank) {
        int code = 999;
        while (branches.has(bank, three(code))) {
            code--;
        }
        return three(code);
    }

    /** A bank code that nobody has. */
    String unknownBank() {
        int code = 9_899;
        while (branches.hasBank(String.valueOf(code))) {
            code--;
        }
        return String.valueOf(code);
    }

    private Account ordinary(String number, RandomGenerator random) {
        BranchList.Branch branch = branches.draw(random);
        int lot = random.nextInt(100);
        DepositType type =
                lot < 95
                        ? DepositType.ORDINARY
                        : lot < 98 ? DepositType.SAVINGS : DepositType.CURRENT;
        return new Account(branch.bank(), branch.code(), type, number, "", "");
    }

    /** 記号 1bbc0 and 番号 nnnnnnn1, branch bb8 in transfer form, c the check digit. */
    private Account yucho(String number, RandomGenerator random) {
        BranchList.Branch branch = branches.drawYucho(random);
        String serial = number + "1";
        String symbol = symbol(branch.code().substring(0, 2), serial);
        String shown = serial.replaceFirst("^0+", "");
        return new Account(
                branch.bank(), branch.code(), DepositType.ORDINARY, number, symbol, shown);
    }

    /** zengin.md: s = Σ over i = 0, 3, 6, 9 of a[i] + 3·a[i+1] + g(a[i+2]), plus a12, mod 10. */
    static String symbol(String branch, String serial) {
        String digits = "1" + branch + "00" + "0".repeat(8 - serial.length()) + serial;
        int sum = digits.charAt(12) - '0';
        for (int i = 0; i < 12; i += 3) {
            int third = digits.charAt(i + 2) - '0';
            sum += digits.charAt(i) - '0';
            sum += 3 * (digits.charAt(i + 1) - '0');
            sum += third < 5 ? 2 * third : 2 * third - 9;
        }
        return "1" + branch + sum % 10 + "0";
    }

    private RandomGenerator random(int index, Owner owner) {
        return seed.of(Purpose.ACCOUNT, index * 4L + owner.ordinal());
    }

    /** Different for every household (and for its other accounts) up to ten million. */
    private static String number(int index, Owner owner) {
        long place = index + owner.ordinal() * OWNER_STEP + 123_456;
        return HouseholdMaker.digits(place * SCATTER % NUMBERS, 7);
    }

    private static String three(int code) {
        return HouseholdMaker.digits(code, 3);
    }
}
