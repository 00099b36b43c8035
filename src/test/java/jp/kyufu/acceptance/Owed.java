package jp.kyufu.acceptance;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import jp.kyufu.value.FileState;
import jp.kyufu.value.PaymentState;
import jp.kyufu.value.Rail;
import org.jspecify.annotations.Nullable;

/** What the {@link Model} remembers of applications, payments and files. */
final class Owed {

    private static final Set<PaymentState> PAID =
            EnumSet.of(PaymentState.RELEASED, PaymentState.ACCEPTED, PaymentState.SETTLED);

    private Owed() {}

    static final class Application {
        final String receipt;
        final String received;
        final int household;

        /** Answers that came after the close, which a person must look at. */
        int unexplained;

        /** Answers against points that are claimed; they hold no other payment. */
        int contradicted;

        /** Who of the household does not claim, as a person corrected it. */
        final Set<String> declined = new TreeSet<>();

        /** Corrected until nobody claims any more. */
        boolean nobodyClaims;

        /** How often it was corrected. */
        int corrections;

        /** Versions of where it is paid to. */
        int accounts = 1;

        /** Who has decided anything about it. */
        final Set<String> deciders = new HashSet<>();

        Application(String receipt, String received, int household) {
            this.receipt = receipt;
            this.received = received;
            this.household = household;
        }
    }

    static final class Payment {
        final long number;
        final Application application;
        final Set<String> residents;
        final Rail rail;
        final int attempt;

        /** 0: the benefit; n: the nth difference. */
        final int correction;

        /** What became of its points; null: none were granted. */
        @Nullable Lot lot;

        /** The provider is asked to take its points back. */
        boolean asked;

        final Set<Character> answers = new HashSet<>();
        PaymentState state = PaymentState.PLANNED;

        /** Whether a person may try it again. */
        boolean open;

        Payment(
                long number,
                Application application,
                Set<String> residents,
                Rail rail,
                int attempt,
                int correction) {
            this.number = number;
            this.application = application;
            this.residents = residents;
            this.rail = rail;
            this.attempt = attempt;
            this.correction = correction;
        }

        /** Yen or points of one share. */
        long rate() {
            return rail == Rail.CASH ? 5_000 : 6_000;
        }

        long points() {
            return rate() * residents.size();
        }

        boolean isPaid() {
            return PAID.contains(state);
        }

        /** Whether another is a later attempt at the same. */
        boolean isFollowedBy(Payment other) {
            return other.application == application
                    && other.correction == correction
                    && other.attempt > attempt;
        }

        boolean live() {
            return state != PaymentState.RETURNED && state != PaymentState.CANCELLED;
        }

        @Override
        public String toString() {
            return "%s %s %s %s/%s %s %s"
                    .formatted(
                            number,
                            application.receipt,
                            rail,
                            correction,
                            attempt,
                            String.join(",", new TreeSet<>(residents)),
                            state);
        }
    }

    /** What is known of points that were granted. */
    enum Lot {
        GRANTED,
        CLAIMED,
        EXPIRED,
        REVERSED
    }

    /** What a line of the provider's file says of points. */
    record LotLine(Payment payment, Lot kind, LocalDate dated, long points) {}

    /** What a resident has and is not entitled to. */
    static final class Case {
        final Payment payment;
        final String resident;
        final String change;
        final long amount;
        long paid;
        long writtenOff;
        long ended;

        Case(Payment payment, String resident, String change, long amount) {
            this.payment = payment;
            this.resident = resident;
            this.change = change;
            this.amount = amount;
        }

        long owed() {
            return amount - ended;
        }

        long balance() {
            return owed() - writtenOff - paid;
        }

        /** What may still be entered of a kind. */
        long room(String kind) {
            return switch (kind) {
                case "REFUNDED" -> -balance();
                case "WITHDRAWN" -> owed() - writtenOff;
                default -> balance();
            };
        }

        @Override
        public String toString() {
            return "%s %s %s %s paid %s written off %s ended %s"
                    .formatted(payment.number, resident, change, amount, paid, writtenOff, ended);
        }
    }

    /** What one person asked for and another must do. */
    static final class Request {
        final Case of;
        final String kind;
        final long amount;
        final String person;
        boolean over;

        Request(Case of, String kind, long amount, String person) {
            this.of = of;
            this.kind = kind;
            this.amount = amount;
            this.person = person;
        }
    }

    static final class BankFile {
        final int number;
        final List<Payment> payments;
        final Set<String> makers = new HashSet<>();
        FileState state = FileState.DRAFT;
        String approver = "";

        /** Whether anybody ever doubted that it was sent. */
        boolean doubted;

        /** How often its bytes were written. */
        int copies;

        BankFile(int number, List<Payment> payments, String builder) {
            this.number = number;
            this.payments = payments;
            makers.add(builder);
        }
    }
}
