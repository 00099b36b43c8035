package jp.kyufu.city;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import jp.kyufu.value.ApplicationState;
import jp.kyufu.value.ReasonCode;
import jp.kyufu.value.ReasonCode.Kind;

/**
 * What must become of every application, from what was put into it (file contract §9, §10). Never
 * derived from the engine, which this truth judges.
 */
final class Truth {

    /** Rates of the generated program, per resident (§11). */
    static final long YEN = 5_000;

    static final long POINTS = 6_000;

    private Truth() {}

    /**
     * Of several applications for the same members the earliest that is decided or in review
     * stands; the others are duplicates, an earlier defective one superseded.
     *
     * @param forms of one household, in order of arrival
     */
    static void settle(List<Form> forms) {
        settle(forms, false);
        settle(forms, true);
    }

    private static void settle(List<Form> forms, boolean guarded) {
        List<Form> claims =
                forms.stream()
                        .filter(form -> form.guardedClaim == guarded)
                        .filter(form -> form.spoil == Form.Spoil.NONE && identified(form))
                        .toList();
        Form standing = claims.stream().filter(Truth::stands).findFirst().orElse(null);
        if (standing == null) {
            return;
        }
        int place = claims.indexOf(standing);
        for (int i = 0; i < claims.size(); i++) {
            if (i < place) {
                claims.get(i).codes.add(ReasonCode.SUPERSEDED);
            } else if (i > place) {
                claims.get(i).codes.add(ReasonCode.HOUSEHOLD_ALREADY_APPLIED);
            }
        }
    }

    /** The first row of the table in §10 that applies, else DECIDED. */
    static ApplicationState state(Form form) {
        return form.codes.stream()
                .min(Comparator.comparing(ReasonCode::kind))
                .map(ReasonCode::state)
                .orElse(ApplicationState.DECIDED);
    }

    /** One line of {@code truth.csv} without its end; no field ever needs quotes. */
    static String row(Form form, String receipt, Household home) {
        Person person = form.person;
        ApplicationState state = state(form);
        return String.join(
                ",",
                receipt,
                person == null ? "" : person.number,
                person == null ? "" : home.number,
                state.name(),
                codes(form.codes),
                form.chosen == null ? "" : form.chosen.name(),
                state == ApplicationState.DECIDED ? String.valueOf(amount(form)) : "",
                home.kind.name());
    }

    private static long amount(Form form) {
        return switch (Objects.requireNonNull(form.chosen)) {
            case CASH -> form.payees * YEN;
            case POINTS -> form.payees * POINTS;
        };
    }

    private static String codes(Set<ReasonCode> codes) {
        return codes.stream().map(ReasonCode::name).collect(Collectors.joining("|"));
    }

    private static boolean identified(Form form) {
        return form.codes.stream()
                .map(ReasonCode::kind)
                .noneMatch(kind -> kind == Kind.UNMATCHED || kind == Kind.IDENTITY);
    }

    private static boolean stands(Form form) {
        ApplicationState state = state(form);
        return state == ApplicationState.DECIDED || state == ApplicationState.REVIEW;
    }
}
