package jp.kyufu.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.Optional;
import jp.kyufu.pipeline.AssessJob;
import jp.kyufu.program.Programs;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A defective application is corrected on its page by what the applicant says. */
class OfficeCorrectionTest {

    private static Pages pages;

    @BeforeAll
    static void open() {
        pages = Pages.open(SampleCity.TODAY);
    }

    @AfterAll
    static void close() {
        if (pages != null) {
            pages.close();
        }
    }

    private static long defective(String code) {
        return pages.database()
                .jdbc()
                .sql(
                        "SELECT d.application_id FROM decision d JOIN application a USING"
                                + " (application_id) WHERE d.state = 'DEFECTIVE' AND d.codes ="
                                + " ARRAY[?]::text[] AND d.reserved = '{}' AND d.members IS NULL ORDER BY 1"
                                + " LIMIT 1")
                .param(code)
                .query(Long.class)
                .single();
    }

    private static String state(String receipt) {
        return pages.database()
                .jdbc()
                .sql(
                        "SELECT d.state::text FROM decision d JOIN application a USING"
                                + " (application_id) WHERE a.receipt_no = ?")
                .param(receipt)
                .query(String.class)
                .single();
    }

    @Test
    void theFieldAtFaultIsCorrectedWithoutScriptsAndTheHistoryShown() {
        long id = defective("IDENTITY_DOCUMENT_MISSING");
        Page page = pages.signInWithoutScripts("office");
        page.navigate(pages.url("/applications/" + id));
        page.click("a[href*='form=true']");
        page.click("a[href$='/correct']");
        String receipt = page.locator(".crumbs li:nth-child(2)").innerText();
        assertThat(page.locator("fieldset .field").count()).isEqualTo(2);
        page.selectOption("#now-IDENTITY_DOCUMENT", "ATTACHED");
        page.check("input[value=LETTER]");
        page.fill("#why", "the copy came by letter on the 29th");
        page.click("main form button");
        assertThat(page.locator(".notice.done").innerText()).contains(receipt + "-2");
        assertThat(page.locator("h1").innerText()).contains(receipt + "-2");
        assertThat(page.locator("#corrections-head ~ .scroll tbody").innerText())
                .contains("office", "the copy came by letter on the 29th");
        pages.get(AssessJob.class)
                .run(pages.get(Programs.class).theOne(Optional.empty()), "office");
        assertThat(state(receipt)).isEqualTo("DUPLICATE");
        assertThat(state(receipt + "-2")).isNotEqualTo("DEFECTIVE");
        page.navigate(pages.url("/applications/" + id));
        assertThat(page.locator(".timeline").innerText()).contains(receipt + "-2");
        Page auditor = pages.signIn("auditor");
        auditor.navigate(pages.url("/applications/" + id + "?form=true"));
        assertThat(auditor.locator(".timeline").innerText()).contains(receipt + "-2");
        assertThat(auditor.locator("a[href$='/correct']").count()).isZero();
    }

    @Test
    void thePageShowsWhatIsWrittenBesideWhatIsSaidAndAnAccountByThreeDigits() {
        long id = defective("HOLDER_MISMATCH");
        Page page = pages.signIn("office2");
        page.navigate(pages.url("/applications/" + id + "/correct"));
        Pages.isAccessible(page);
        page.click("summary");
        assertThat(page.locator("#now-ACCOUNT_NO-was").innerText()).matches("(?s).*…\\d{3}");
        Pages.isAccessible(page);
        Pages.look(page, "office-correct");
        page.fill("#now-HOLDER", "ﾔﾏﾀﾞ ﾀﾛｳ");
        page.fill("#now-ACCOUNT_NO", "1234567");
        page.check("input[value=TELEPHONE]");
        page.fill("#why", "he called and read it from his passbook");
        page.click("main form button");
        page.waitForSelector(".notice.done");
        assertThat(page.locator("#corrections-head ~ .scroll tbody").innerText())
                .contains("ﾔﾏﾀﾞ ﾀﾛｳ", "…567")
                .doesNotContain("1234567");
        Pages.isAccessible(page);
        Pages.look(page, "office-corrected");
        page.navigate(pages.url("/applications/" + id + "/correct"));
        assertThat(page.url()).doesNotContain("/correct");
    }

    @Test
    void whereNothingChangesNothingIsRecorded() {
        long id = defective("ACCOUNT_DOCUMENT_MISSING");
        Page page = pages.signInWithoutScripts("office2");
        page.navigate(pages.url("/applications/" + id + "/correct"));
        page.fill("#why", "nothing is entered");
        page.check("input[value=COUNTER]");
        page.click("main form button");
        assertThat(page.locator(".notice.done").count()).isZero();
        assertThat(page.locator("main").innerText()).isNotBlank();
        assertThat(
                        pages.database()
                                .jdbc()
                                .sql("SELECT count(*) FROM rectification WHERE corrects = ?")
                                .param(id)
                                .query(Long.class)
                                .single())
                .isZero();
    }
}
