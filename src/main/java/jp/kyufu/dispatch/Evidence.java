package jp.kyufu.dispatch;

import java.time.LocalDate;
import jp.kyufu.value.Refusal;

/**
 * What shows what became of a file or a payment that nobody could be sure of.
 *
 * @param document what it is, such as a fax or the number of a call
 * @param toldBy whose word it is, at the bank or the point provider
 * @param dated the day of the document
 */
public record Evidence(String document, String toldBy, LocalDate dated) {

    /** Refuses evidence without a document or a teller, and such as lies in the future. */
    public Evidence checked(LocalDate today) {
        if (document.isBlank() || toldBy.isBlank()) {
            throw new Refusal("dispatch.evidenceMissing");
        }
        if (dated.isAfter(today)) {
            throw new Refusal("dispatch.evidenceFuture", dated, today);
        }
        return new Evidence(document.strip(), toldBy.strip(), dated);
    }
}
