package jp.kyufu.matching;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import jp.kyufu.intake.ApplicationForm;
import jp.kyufu.intake.Field;
import jp.kyufu.matching.MatchStore.Written;
import jp.kyufu.vault.Vault;
import org.jspecify.annotations.Nullable;

/**
 * The texts of the applications that their keys do not decide, and of the residents worth comparing
 * with them: fetched on the connection of the caller's transaction, opened and normalised on all
 * cores.
 */
final class Texts implements Matcher.Texts {

    private final RegisterKeys register;
    private final MatchStore store;
    private final Vault vault;

    Texts(RegisterKeys register, MatchStore store, Vault vault) {
        this.register = register;
        this.store = store;
        this.vault = vault;
    }

    @Override
    public List<Facts> applicants(List<Applicant> applicants) {
        Map<Long, byte[]> forms =
                store.sealedForms(applicants.stream().mapToLong(Applicant::id).toArray());
        return applicants.parallelStream()
                .map(one -> facts(one, vault.open(there(forms.get(one.id()), "form", one.id()))))
                .toList();
    }

    @Override
    public IntFunction<Facts> residents(int[] residents) {
        Map<String, Integer> positions = new HashMap<>();
        for (int i : residents) {
            positions.put(PackedNumber.text(register.residentNo(i)), i);
        }
        List<Written> written = store.residents(positions.keySet().toArray(String[]::new));
        Map<Integer, Facts> facts =
                written.parallelStream()
                        .collect(
                                Collectors.toConcurrentMap(
                                        one -> there(positions.get(one.residentNo()), "one", one),
                                        Written::facts));
        return i -> there(facts.get(i), "resident", i);
    }

    private static Facts facts(Applicant applicant, byte[] form) {
        ApplicationForm written = ApplicationForm.fromBytes(form);
        return Facts.of(
                written.get(Field.NAME),
                written.get(Field.KANA),
                applicant.hasBirthDay() ? LocalDate.ofEpochDay(applicant.birthDay()) : null,
                written.get(Field.ADDRESS),
                "");
    }

    /** Rows are never deleted: what was read by keys is there. */
    private static <T> T there(@Nullable T found, String what, Object of) {
        if (found == null) {
            throw new IllegalStateException("no " + what + " " + of);
        }
        return found;
    }
}
