package jp.kyufu.acceptance;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import jp.kyufu.value.FileState;
import jp.kyufu.value.PaymentState;
import jp.kyufu.value.Rail;
import jp.kyufu.value.Role;

/**
 * The part of {@link Model} about what is released and not certain: files that may not have been
 * sent, payments that the bank is asked not to make.
 */
final class ModelAfterRelease {

    /** One that was asked for. */
    static final class Stop {
        final Owed.Payment payment;
        boolean open = true;

        private Stop(Owed.Payment payment) {
            this.payment = payment;
        }
    }

    static final Set<FileState> IN_DOUBT =
            EnumSet.of(FileState.UNKNOWN, FileState.CANCEL_REQUESTED);
    static final Set<FileState> ON_THEIR_WAY =
            EnumSet.of(FileState.RELEASED, FileState.UNKNOWN, FileState.CANCEL_REQUESTED);
    private static final Set<FileState> SENT = EnumSet.of(FileState.RELEASED, FileState.ACCEPTED);
    private static final Set<PaymentState> ON_ITS_WAY =
            EnumSet.of(PaymentState.RELEASED, PaymentState.ACCEPTED);

    final List<Stop> stops = new ArrayList<>();
    private final Model model;

    ModelAfterRelease(Model model) {
        this.model = model;
    }

    /** Whether nothing but the bank's answer may move this payment. */
    boolean holds(Owed.Payment payment) {
        return stops.stream().anyMatch(stop -> stop.open && stop.payment == payment);
    }

    /** Whether one of those that this file would take along is held. */
    boolean holdsReleased(Owed.BankFile file) {
        return file.payments.stream().anyMatch(p -> p.state == PaymentState.RELEASED && holds(p));
    }

    /** Whether its file may not have been sent: nothing moves it, and nobody tries it again. */
    boolean isInDoubt(Owed.Payment payment) {
        return model.files.values().stream()
                .anyMatch(f -> IN_DOUBT.contains(f.state) && f.payments.contains(payment));
    }

    boolean ask(long number, String reason, String person) {
        Owed.Payment payment = model.payments.get(number);
        if (!model.has(person, Role.OFFICE, Role.FINANCE)
                || reason.isBlank()
                || payment == null
                || payment.rail != Rail.CASH
                || !ON_ITS_WAY.contains(payment.state)
                || holds(payment)
                || model.files.values().stream()
                        .noneMatch(f -> SENT.contains(f.state) && f.payments.contains(payment))) {
            return false;
        }
        stops.add(new Stop(payment));
        return true;
    }

    boolean answer(int index, boolean confirmed, String document, String person) {
        if (!model.has(person, Role.FINANCE)
                || document.isBlank()
                || index >= stops.size()
                || !stops.get(index).open) {
            return false;
        }
        Stop stop = stops.get(index);
        if (confirmed && isInDoubt(stop.payment)) {
            return false;
        }
        stop.open = false;
        if (confirmed) {
            model.paid.comesBack(stop.payment);
        }
        return true;
    }

    /** Nobody knows whether the file was sent, or the bank was asked to cancel it. */
    boolean doubt(int number, FileState into, String reason, String person) {
        return !reason.isBlank()
                && model.act(Set.of(number), person, EnumSet.of(FileState.RELEASED), Role.FINANCE)
                && model.move(Set.of(number), into, file -> file.doubted = true);
    }

    /** What the bank says of a file in doubt: the three ways out. */
    boolean evidence(int number, FileState into, String document, String person) {
        if (document.isBlank() || !model.act(Set.of(number), person, IN_DOUBT, Role.FINANCE)) {
            return false;
        }
        Owed.BankFile file = model.files.get(number);
        if (into != FileState.RELEASED && holdsReleased(file)) {
            return false;
        }
        if (into == FileState.ACCEPTED) {
            Model.accept(file);
        } else if (into == FileState.CANCELLED) {
            file.payments.stream()
                    .filter(p -> p.state == PaymentState.RELEASED)
                    .forEach(model.paid::comesBack);
        }
        file.state = into;
        return true;
    }
}
