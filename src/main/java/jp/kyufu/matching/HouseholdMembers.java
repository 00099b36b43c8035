package jp.kyufu.matching;

import java.util.Arrays;
import java.util.List;
import jp.kyufu.program.Program;
import jp.kyufu.value.Digits;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Who lives in a household: from the register's keys in memory, for tables have no index on it. */
@Component
public class HouseholdMembers {

    private final KnownRegister register;
    private final TransactionTemplate transaction;

    HouseholdMembers(KnownRegister register, PlatformTransactionManager transactions) {
        this.register = register;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** 宛名番号 of everybody whom the register knows in this household; none if it is unknown. */
    public List<String> of(Program program, String householdNo) {
        if (!Digits.isDigits(householdNo, 1, 15)) {
            return List.of();
        }
        return transaction.execute(_ -> {
            RegisterKeys keys = register.on(program.terms().referenceDate());
            long packed = PackedNumber.of(householdNo);
            return Arrays.stream(keys.printedOn(PackedNumber.printed(packed)))
                    .filter(resident -> keys.householdNo(resident) == packed)
                    .mapToObj(resident -> PackedNumber.text(keys.residentNo(resident)))
                    .toList();
        });
    }
}
