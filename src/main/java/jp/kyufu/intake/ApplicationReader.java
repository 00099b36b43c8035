package jp.kyufu.intake;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import jp.kyufu.bank.AccountReading;
import jp.kyufu.intake.ApplicationRow.Accepted;
import jp.kyufu.intake.ApplicationRow.Fault;
import jp.kyufu.intake.ApplicationRow.Rejected;
import jp.kyufu.text.DateReading;
import jp.kyufu.text.Dates;
import jp.kyufu.text.Width;
import jp.kyufu.value.PrintedNumber;
import jp.kyufu.value.Rail;
import jp.kyufu.value.ReasonCode;
import jp.kyufu.value.WalletId;
import org.jspecify.annotations.Nullable;

/**
 * Reads an application as far as the form alone allows (file contract §2, §3, §9). Whatever the
 * register or the bank master must answer is left to later stages. Has no state and serves all
 * threads.
 *
 * @param symbols that the program's bank profile allows in a holder's name
 */
record ApplicationReader(Layout layout, String symbols) {

    /** Far above any number that a form or a contractor gives, and what an index still takes. */
    private static final int RECEIPT_NO_LENGTH = 200;

    /** The application, or why its row is rejected: without a number or a day it has no place. */
    ApplicationRow read(ApplicationForm form) {
        String receiptNo = form.get(Field.RECEIPT_NO).strip();
        Optional<Dates.Received> received = Dates.readReceived(form.get(Field.RECEIVED));
        if (receiptNo.isEmpty() || receiptNo.length() > RECEIPT_NO_LENGTH || received.isEmpty()) {
            return rejected(form);
        }
        Set<ReasonCode> codes = EnumSet.noneOf(ReasonCode.class);
        if (received.get().eraOverrun()) {
            codes.add(ReasonCode.ERA_OVERRUN);
        }
        Rail rail = layout.rail(form.get(Field.RAIL));
        String payee =
                switch (rail) {
                    case CASH -> account(form, codes);
                    case POINTS -> wallet(form, codes);
                    case null -> {
                        codes.add(ReasonCode.RAIL_MISSING);
                        yield null;
                    }
                };
        attachments(form, rail, codes);
        if (isProxyIncomplete(form)) {
            codes.add(ReasonCode.PROXY_INCOMPLETE);
        }
        return new Accepted(
                receiptNo,
                received.get().at(),
                printedHousehold(form, codes),
                birthDate(form, codes),
                rail,
                payee,
                codes,
                form);
    }

    private static Rejected rejected(ApplicationForm form) {
        List<Fault> faults = new ArrayList<>();
        String receiptNo = form.get(Field.RECEIPT_NO).strip();
        if (receiptNo.isEmpty()) {
            faults.add(new Fault(ReasonCode.REQUIRED_EMPTY, Field.RECEIPT_NO));
        } else if (receiptNo.length() > RECEIPT_NO_LENGTH) {
            faults.add(new Fault(ReasonCode.NUMBER_MALFORMED, Field.RECEIPT_NO));
        }
        String received = form.get(Field.RECEIVED);
        if (received.isBlank()) {
            faults.add(new Fault(ReasonCode.REQUIRED_EMPTY, Field.RECEIVED));
        } else if (Dates.readReceived(received).isEmpty()) {
            faults.add(new Fault(ReasonCode.DATE_UNREADABLE, Field.RECEIVED));
        }
        return new Rejected(faults);
    }

    private @Nullable String account(ApplicationForm form, Set<ReasonCode> codes) {
        AccountReading reading = form.account().read(symbols);
        codes.addAll(reading.codes());
        return reading.account() == null ? null : reading.account().identity();
    }

    /** An empty wallet id is legal: a charge code is issued instead. */
    private static @Nullable String wallet(ApplicationForm form, Set<ReasonCode> codes) {
        String id = form.wallet();
        if (id.isEmpty()) {
            return null;
        }
        if (WalletId.of(id).isPresent()) {
            return id;
        }
        codes.add(ReasonCode.WALLET_INVALID);
        return null;
    }

    private void attachments(ApplicationForm form, @Nullable Rail rail, Set<ReasonCode> codes) {
        if (!layout.isAttached(form.get(Field.IDENTITY_DOCUMENT))) {
            codes.add(ReasonCode.IDENTITY_DOCUMENT_MISSING);
        }
        if (rail == Rail.CASH && !layout.isAttached(form.get(Field.ACCOUNT_DOCUMENT))) {
            codes.add(ReasonCode.ACCOUNT_DOCUMENT_MISSING);
        }
    }

    private static boolean isProxyIncomplete(ApplicationForm form) {
        long given =
                Stream.of(Field.PROXY_NAME, Field.PROXY_KANA, Field.PROXY_RELATION)
                        .filter(field -> !form.get(field).isBlank())
                        .count();
        return given == 1 || given == 2;
    }

    private static @Nullable String printedHousehold(ApplicationForm form, Set<ReasonCode> codes) {
        String digits = Width.digits(form.get(Field.PRINTED_NO));
        if (digits.isEmpty()) {
            return null;
        }
        Optional<PrintedNumber> number = PrintedNumber.read(digits);
        if (number.isEmpty()) {
            codes.add(ReasonCode.CHECK_DIGIT_WRONG);
        }
        return number.map(PrintedNumber::household).orElse(null);
    }

    /** A birth date that cannot be read is for matching to deplore, if nobody is found without. */
    private static @Nullable LocalDate birthDate(ApplicationForm form, Set<ReasonCode> codes) {
        if (!(Dates.read(form.get(Field.BIRTH_DATE)) instanceof DateReading.Read read)) {
            return null;
        }
        if (read.eraOverrun()) {
            codes.add(ReasonCode.ERA_OVERRUN);
        }
        return read.date();
    }
}
