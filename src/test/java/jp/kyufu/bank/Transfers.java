package jp.kyufu.bank;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import jp.kyufu.value.AccountNo;
import jp.kyufu.value.BankCode;
import jp.kyufu.value.BankProfile;
import jp.kyufu.value.BankProfile.Terminator;
import jp.kyufu.value.BranchCode;
import jp.kyufu.value.Consignor;
import jp.kyufu.value.DepositType;
import jp.kyufu.value.TransferAccount;

/** What the tests of this package send: a consignor, profiles, records. */
final class Transfers {

    static final Consignor CITY =
            new Consignor(
                    "0000012345",
                    "ｿｳﾄｼ ｷﾕｳﾌｶ",
                    new BankCode("0001"),
                    new BranchCode("001"),
                    DepositType.ORDINARY,
                    new AccountNo("0001234"));

    private Transfers() {}

    static BankProfile profile(Terminator terminator) {
        return new BankProfile(terminator, "0000", "()-.", 9999, LocalTime.NOON, 1, 15, 5);
    }

    static DataRecord record(String account, String holder, long amount, long paymentNo) {
        return new DataRecord(
                new TransferAccount(
                        new BankCode("0005"),
                        new BranchCode("123"),
                        DepositType.ORDINARY,
                        new AccountNo(account),
                        holder),
                amount,
                paymentNo);
    }

    static List<DataRecord> random(RandomGenerator random, int count) {
        String characters = "ｱｲｳｴｵｶｷｸｹｺﾀﾁﾂﾃﾄﾊﾋﾌﾍﾎﾝABZ019()-.";
        List<DataRecord> records = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            StringBuilder holder = new StringBuilder("ｶﾞ");
            int length = random.nextInt(0, 29);
            while (holder.length() < length) {
                holder.append(characters.charAt(random.nextInt(characters.length())));
            }
            records.add(
                    new DataRecord(
                            new TransferAccount(
                                    new BankCode("%04d".formatted(random.nextInt(10_000))),
                                    new BranchCode("%03d".formatted(random.nextInt(1_000))),
                                    DepositType.values()[random.nextInt(3)],
                                    new AccountNo("%07d".formatted(random.nextInt(10_000_000))),
                                    holder.toString()),
                            random.nextLong(1, 100_000_000L),
                            random.nextLong(1, 10_000_000_000L)));
        }
        return records;
    }
}
