package jp.kyufu.program;

import java.time.Instant;
import jp.kyufu.value.BankProfile;

/**
 * A program that was opened.
 *
 * @param id its key in every table
 * @param openedBy the person who opened it
 */
public record Program(short id, ProgramTerms terms, Instant openedAt, String openedBy) {

    public String code() {
        return terms.code();
    }

    public BankProfile bankProfile() {
        return terms.bankProfile();
    }
}
