package jp.kyufu.matching;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import jp.kyufu.intake.ApplicationForm;
import jp.kyufu.intake.Field;
import jp.kyufu.matching.MatchStore.Written;
import jp.kyufu.vault.Vault;
import org.jspecify.annotations.Nullable;

/**
 * The texts of the applications that their keys do not decide, and of the residents worth comparing
 * with them: opened, read and normalised some thousands at a time, on all cores.
 */
final class Texts {

    /** An application with what it says and whom it is compared with. */
    record Opened(Applicant applicant, Facts facts, int[] candidates) {}

    private final List<Opened> opened;
    private final Map<Integer, Facts> residents;

    private Texts(List<Opened> opened, Map<Integer, Facts> residents) {
        this.opened = opened;
        this.residents = residents;
    }

    static Texts load(
            List<Applicant> applicants,
            RegisterKeys register,
            Matcher matcher,
            MatchStore store,
            Vault vault) {
        Map<Long, byte[]> forms =
                store.sealedForms(applicants.stream().mapToLong(Applicant::id).toArray());
        List<Opened> opened =
                applicants.parallelStream()
                        .map(applicant -> {
                            byte[] sealed =
                                    there(forms.get(applicant.id()), "form", applicant.id());
                            Facts facts = facts(applicant, vault.open(sealed));
                            return new Opened(
                                    applicant, facts, matcher.candidates(applicant, facts));
                        })
                        .toList();
        return new Texts(opened, residents(opened, register, store));
    }

    List<Opened> opened() {
        return opened;
    }

    /** What the register says of a candidate of one of them. */
    Facts resident(int position) {
        return there(residents.get(position), "resident", position);
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

    private static Map<Integer, Facts> residents(
            List<Opened> opened, RegisterKeys register, MatchStore store) {
        Map<String, Integer> positions = new HashMap<>();
        opened.stream()
                .flatMapToInt(one -> Arrays.stream(one.candidates()))
                .distinct()
                .forEach(i -> positions.put(PackedNumber.text(register.residentNo(i)), i));
        List<Written> written = store.residents(positions.keySet().toArray(String[]::new));
        return written.parallelStream()
                .collect(
                        Collectors.toConcurrentMap(
                                one -> there(positions.get(one.residentNo()), "resident", one),
                                Written::facts));
    }

    /** Rows are never deleted: what was read by keys is there. */
    private static <T> T there(@Nullable T found, String what, Object of) {
        if (found == null) {
            throw new IllegalStateException("no " + what + " " + of);
        }
        return found;
    }
}
