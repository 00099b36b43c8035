package jp.kyufu.acceptance;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import jp.kyufu.value.FileState;
import jp.kyufu.value.PaymentState;
import jp.kyufu.value.Rail;

/** What the {@link Model} remembers of applications, payments and files. */
final class Owed {

    private Owed() {}

    static final class Application {
        final String receipt;
        final String received;
        final int household;

        /** Answers that came after the close, which a person must look at. */
        int unexplained;

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
        final Set<Character> answers = new HashSet<>();
        PaymentState state = PaymentState.PLANNED;

        /** Whether a person may try it again. */
        boolean open;

        Payment(
                long number,
                Application application,
                Set<String> residents,
                Rail rail,
                int attempt) {
            this.number = number;
            this.application = application;
            this.residents = residents;
            this.rail = rail;
            this.attempt = attempt;
        }

        boolean live() {
            return state != PaymentState.RETURNED && state != PaymentState.CANCELLED;
        }

        @Override
        public String toString() {
            return "%s %s %s %s %s"
                    .formatted(number, application.receipt, rail, residents.size(), state);
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
