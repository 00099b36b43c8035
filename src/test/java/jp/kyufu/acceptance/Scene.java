package jp.kyufu.acceptance;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import jp.kyufu.bank.AccountForm;
import jp.kyufu.reconciliation.RetryTo;
import jp.kyufu.value.FileState;
import jp.kyufu.value.Rail;

/** The village, its model, and who chooses among people and files at random. */
final class Scene {

    final Path directory;
    final Village village;
    final Model model;
    final Witness witness;
    Random random = new Random();

    Scene(Path directory, Village village, Model model) {
        this.directory = directory;
        this.village = village;
        this.model = model;
        this.witness = new Witness(model, new Ledgers(village.jdbc()));
    }

    /** Mostly who should do it, sometimes anybody. */
    String person(String usual) {
        List<String> all = List.copyOf(model.people.keySet());
        return random.nextInt(5) > 0 ? usual : all.get(random.nextInt(all.size()));
    }

    /** Mostly files that still move, now and then a number that is none. */
    Set<Integer> someFiles() {
        List<Integer> moving =
                model.files.values().stream()
                        .filter(f -> f.state.ordinal() <= FileState.RELEASED.ordinal())
                        .map(f -> f.number)
                        .toList();
        Set<Integer> numbers = new TreeSet<>();
        for (int i = 0; i <= random.nextInt(8) / 7; i++) {
            numbers.add(
                    moving.isEmpty() || random.nextInt(12) == 0
                            ? 1 + random.nextInt(model.files.size() + 2)
                            : moving.get(random.nextInt(moving.size())));
        }
        return numbers;
    }

    /** Mostly one of these payments, now and then any number. */
    long payment(Predicate<Owed.Payment> usual) {
        List<Owed.Payment> some = model.payments.values().stream().filter(usual).toList();
        return some.isEmpty() || random.nextInt(6) == 0
                ? 1 + random.nextInt(model.payments.size() + 2)
                : some.get(random.nextInt(some.size())).number;
    }

    /** Where a payment may go instead; empty: where it went before. */
    Optional<RetryTo> target(long number) {
        Owed.Payment payment = model.payments.get(number);
        int household = payment == null ? 1 : payment.application.household;
        return switch (random.nextInt(5)) {
            case 0 -> Optional.of(new RetryTo.Points());
            case 1 -> Optional.of(new RetryTo.Wallet(Village.wallet(90 + household)));
            case 2 ->
                    Optional.of(
                            new RetryTo.NewAccount(
                                    new AccountForm(
                                            "0005",
                                            "124",
                                            "1",
                                            Integer.toString(2_000_000 + household),
                                            Village.kana(household, 0),
                                            "",
                                            "")));
            default -> Optional.empty();
        };
    }

    static Rail rail(RetryTo to) {
        return to instanceof RetryTo.NewAccount ? Rail.CASH : Rail.POINTS;
    }

    /** Words, or now and then nothing. */
    String words(String usual) {
        return random.nextInt(12) == 0 ? " " : usual;
    }
}
