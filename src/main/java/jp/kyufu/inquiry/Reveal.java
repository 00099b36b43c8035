package jp.kyufu.inquiry;

import jp.kyufu.intake.ApplicationForm;
import jp.kyufu.intake.Field;

/** What can be shown in full, with a reason: how to reach the applicant, as he or she wrote it. */
public enum Reveal {
    PHONE,
    ADDRESS;

    String of(ApplicationForm form) {
        return switch (this) {
            case PHONE -> form.get(Field.PHONE);
            case ADDRESS -> (form.get(Field.POSTAL_CODE) + " " + form.get(Field.ADDRESS)).strip();
        };
    }
}
