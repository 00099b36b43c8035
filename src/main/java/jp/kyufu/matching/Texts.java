package jp.kyufu.matching;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import jp.kyufu.intake.ApplicationForm;
import jp.kyufu.intake.Field;
import jp.kyufu.matching.MatchRows.Unread;
import jp.kyufu.matching.MatchStore.Name;
import jp.kyufu.text.Kana;
import jp.kyufu.text.NameKey;
import jp.kyufu.text.Slip;
import jp.kyufu.vault.Vault;
import org.jspecify.annotations.Nullable;

/** The strings of the few applications that their keys do not decide, and of their residents. */
final class Texts {

    private final RegisterKeys register;
    private final Vault vault;
    private final Map<Long, byte[]> forms;
    private final Map<String, Name> names;

    private Texts(
            RegisterKeys register, Vault vault, Map<Long, byte[]> forms, Map<String, Name> names) {
        this.register = register;
        this.vault = vault;
        this.forms = forms;
        this.names = names;
    }

    static Texts load(List<Unread> unread, RegisterKeys register, MatchStore store, Vault vault) {
        long[] applications = unread.stream().mapToLong(one -> one.applicant().id()).toArray();
        String[] residents =
                unread.stream()
                        .flatMapToInt(one -> Arrays.stream(one.needed().residents()))
                        .distinct()
                        .mapToObj(i -> PackedNumber.text(register.residentNo(i)))
                        .toArray(String[]::new);
        return new Texts(register, vault, store.sealedForms(applications), store.names(residents));
    }

    /** Opens one form and compares it. */
    Slips slips(long application) {
        byte[] sealed = there(forms.get(application), "form of application", application);
        ApplicationForm form = ApplicationForm.fromBytes(vault.open(sealed));
        String written = NameKey.written(form.get(Field.NAME));
        String kana = Kana.key(form.get(Field.KANA));
        return new Slips() {
            @Override
            public boolean name(int resident) {
                return oneApart(written, NameKey.written(nameOf(resident).name()));
            }

            @Override
            public boolean kana(int resident) {
                return oneApart(kana, Kana.key(nameOf(resident).kana()));
            }
        };
    }

    private Name nameOf(int resident) {
        String number = PackedNumber.text(register.residentNo(resident));
        return there(names.get(number), "name of resident", number);
    }

    /** Rows are never deleted: what was read by keys is there. */
    private static <T> T there(@Nullable T found, String what, Object of) {
        if (found == null) {
            throw new IllegalStateException("no " + what + " " + of);
        }
        return found;
    }

    private static boolean oneApart(String written, String registered) {
        return !written.isEmpty()
                && !registered.isEmpty()
                && Slip.distanceAtMostOne(written, registered);
    }
}
