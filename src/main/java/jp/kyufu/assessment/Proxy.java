package jp.kyufu.assessment;

import jp.kyufu.intake.ApplicationForm;
import jp.kyufu.intake.Field;

/** The proxy columns of a form: name, kana and relation, all or none. */
final class Proxy {

    private Proxy() {}

    static boolean complete(ApplicationForm form) {
        return given(form, Field.PROXY_NAME)
                && given(form, Field.PROXY_KANA)
                && given(form, Field.PROXY_RELATION);
    }

    static boolean any(ApplicationForm form) {
        return given(form, Field.PROXY_NAME)
                || given(form, Field.PROXY_KANA)
                || given(form, Field.PROXY_RELATION);
    }

    private static boolean given(ApplicationForm form, Field field) {
        return !form.get(field).isBlank();
    }
}
