package jp.kyufu.export;

import java.util.Locale;

/** The exports by the names the command line gives them. */
public enum Export {
    ENTITLEMENTS,
    APPLICATIONS,
    PAYMENTS,
    REJECTS,
    REPORT,
    NOTICES,
    DECISIONS,
    REMINDERS,
    CLOSES,
    SUBSIDY;

    /** Its name as typed, and the name of its statement. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Its file name in a folder of exports. */
    public String fileName() {
        return word() + (this == REPORT ? ".json" : ".csv");
    }
}
