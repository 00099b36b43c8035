package jp.kyufu.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import jp.kyufu.value.Refusal;

/** Sees every act done for real and in the model, and whether both come to the same. */
final class Witness {

    private static final int REMEMBERED = 60;

    private final Model model;
    private final Ledgers ledgers;
    private final Deque<String> told = new ArrayDeque<>();
    private final Map<String, Integer> allowed = new LinkedHashMap<>();
    private final Map<String, Integer> refused = new LinkedHashMap<>();

    /** Of the tables after the last act, while it is known. */
    private Map<String, String> digest = Map.of();

    Witness(Model model, Ledgers ledgers) {
        this.model = model;
        this.ledgers = ledgers;
    }

    /** The last acts, one a line. */
    String story() {
        return told.stream().map(act -> "  " + act + "\n").collect(Collectors.joining());
    }

    /** How often what was done and refused. */
    String figures() {
        return "done " + allowed + "\nrefused " + refused;
    }

    /** Does an act for real and in the model, and compares. */
    void act(String what, BooleanSupplier inModel, Runnable forReal) {
        told.add(what);
        while (told.size() > REMEMBERED) {
            told.removeFirst();
        }
        String kind = what.split(" ", 2)[0];
        Map<String, String> before = digest.isEmpty() ? ledgers.digest() : digest;
        boolean isAllowed = inModel.getAsBoolean();
        try {
            forReal.run();
            assertThat(isAllowed).as("%s was done and is forbidden", what).isTrue();
        } catch (Refusal refusal) {
            told.add("  refused: " + refusal.getMessage());
            assertThat(isAllowed).as("%s is allowed: %s", what, refusal.getMessage()).isFalse();
            assertThat(ledgers.digest()).as("%s was refused", what).isEqualTo(before);
            refused.merge(kind, 1, Integer::sum);
            digest = before;
            return;
        }
        digest = Map.of();
        allowed.merge(kind, 1, Integer::sum);
        assertThat(ledgers.payments()).as(what).isEqualTo(model.expected());
        Map<Integer, String> files = new HashMap<>();
        model.files
                .values()
                .forEach(file ->
                        files.put(
                                file.number,
                                file.state
                                        + " "
                                        + file.payments.stream()
                                                .map(p -> Long.toString(p.number))
                                                .collect(Collectors.joining(","))));
        assertThat(ledgers.files()).as(what).isEqualTo(files);
        assertThat(ledgers.cases()).as(what).isEqualTo(model.paid.expectedCases());
        assertThat(ledgers.lots()).as(what).isEqualTo(model.paid.expectedLots());
        assertThat(ledgers.accounts()).as(what).isEqualTo(model.paid.expectedAccounts());
        ledgers.mustBalance();
    }
}
