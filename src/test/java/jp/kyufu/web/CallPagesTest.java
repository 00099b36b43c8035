package jp.kyufu.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.util.List;
import jp.kyufu.dispatch.FileActs;
import jp.kyufu.dispatch.FileBuild;
import jp.kyufu.inquiry.Search;
import jp.kyufu.program.Programs;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The call center at work: somebody rings, is found, told, and noted down. */
class CallPagesTest {

    private static Pages pages;
    private static Caller paid;
    private static Caller defective;

    /** What the register has of an applicant. */
    private record Caller(
            String receipt, String household, String name, String birth, String address) {

        String family() {
            return name.split("[ 　]")[0];
        }
    }

    @BeforeAll
    static void open(@TempDir java.nio.file.Path out) {
        pages = Pages.open(SampleCity.TODAY);
        var program = pages.get(Programs.class).theOne(java.util.Optional.empty());
        List<Integer> files =
                pages
                        .get(FileBuild.class)
                        .build(
                                program,
                                java.util.Optional.empty(),
                                java.util.Optional.empty(),
                                "office")
                        .stream()
                        .map(file -> file.fileNo())
                        .toList();
        FileActs acts = pages.get(FileActs.class);
        acts.submit(files, "office");
        acts.approve(files, "approver");
        acts.release(files, out, "finance");
        pages.get(Search.class).warmUp();
        paid = caller("p.state = 'RELEASED' AND p.rail = 'CASH'");
        defective = caller("d.state = 'DEFECTIVE' AND 'ACCOUNT_DOCUMENT_MISSING' = ANY (d.codes)");
    }

    @AfterAll
    static void close() {
        if (pages != null) {
            pages.close();
        }
    }

    @Test
    void whoeverOnlyAnswersCallsBeginsWithTheSearchAndFindsByWordsInAnyOrder() {
        Page page = pages.signIn("callcenter");
        assertThat(page.url()).endsWith("/call");
        Pages.isAccessible(page);
        search(page, paid.birth().replace('-', '/') + " " + paid.family());
        assertThat(page.url()).endsWith("/call");
        assertThat(page.locator(".hits a").first().innerText()).contains(paid.family());
        assertThat(page.locator("main").innerText()).doesNotContain(paid.birth());
        Pages.isAccessible(page);
        Pages.look(page, "call-search");
        search(page, "だれもいない名前");
        assertThat(page.locator(".empty").count()).isEqualTo(1);
        Pages.isAccessible(page);
    }

    @Test
    void theCaseIsToldInASentenceComparedAndNotedDown() {
        Page page = pages.signIn("callcenter");
        open(page, paid);
        assertThat(page.locator(".spoken").first().innerText()).contains("振込を銀行に依頼しました");
        assertThat(page.locator("main").innerText())
                .doesNotContain(paid.birth(), paid.address(), "RELEASED", "DECIDED");
        Pages.isAccessible(page);
        page.fill("#birth", paid.birth());
        page.fill("#address", "どこか別の町9-9-9");
        page.click("form[action$=compare] button");
        assertThat(page.locator("#birth-fits").innerText()).isEqualTo("合います");
        assertThat(page.locator("#address-fits").innerText()).isEqualTo("合いません");
        Pages.isAccessible(page);
        Pages.look(page, "call-case");
        page.selectOption("#topic", "PAY_DATE");
        page.fill("#asked", "いつ振り込まれるか");
        page.fill("#answered", "振込の日を伝えた");
        page.click("form[action$=notes] button");
        assertThat(page.locator(".notice.done").count()).isEqualTo(1);
        assertThat(page.locator(".kept").first().innerText()).isEqualTo("いつ振り込まれるか");
        page.reload();
        assertThat(page.locator(".kept").count()).isEqualTo(2);
        Pages.isAccessible(page);
    }

    @Test
    void whatIsMissingIsSaidInWords() {
        Page page = pages.signIn("callcenter");
        open(page, defective);
        assertThat(page.locator(".say li").allInnerTexts())
                .anyMatch(sentence -> sentence.contains("通帳などの写しが届いていません"));
        Pages.isAccessible(page);
        page.click(".who a[lang=en]");
        assertThat(page.locator(".say li").allInnerTexts())
                .anyMatch(sentence -> sentence.contains("copy of a bank book"));
    }

    @Test
    void aTelephoneNumberIsShownForAReasonInADialogAndGoneWithTheNextPage() {
        Page page = pages.signIn("callcenter");
        open(page, paid);
        page.click("button[id^=open-reveal]");
        assertThat(page.locator("dialog[open][aria-labelledby^=reveal]").count()).isEqualTo(1);
        Pages.isAccessible(page);
        Pages.look(page, "call-reveal");
        page.fill("dialog[open] input[name=reason]", "折り返しの電話のため");
        page.click("dialog[open] form button");
        assertThat(page.locator("section .notice.warn strong").innerText()).matches("0[0-9-]{9,}");
        assertThat(events("call.reveal")).isEqualTo(1);
        page.navigate(page.url());
        assertThat(page.url()).doesNotContain("reveal");
        assertThat(page.locator("section .notice.warn strong").count()).isZero();
    }

    @Test
    void everythingWorksWithoutScriptsAndByKeyboard() {
        Page plain = pages.signInWithoutScripts("callcenter");
        open(plain, paid);
        plain.fill("dialog input[name=reason]", "折り返しの電話のため");
        plain.click("dialog[open][aria-labelledby^=reveal] form button");
        assertThat(plain.locator("section .notice.warn strong").count()).isEqualTo(1);
        Page page = pages.signIn("callcenter");
        page.locator("#words").blur();
        page.keyboard().press("/");
        page.keyboard().type(paid.receipt());
        page.keyboard().press("Enter");
        page.waitForSelector(".hits");
        page.focus(".hits a");
        page.keyboard().press("Enter");
        page.waitForSelector(".spoken");
        page.waitForLoadState();
        page.keyboard().press("n");
        assertThat(page.evaluate("document.activeElement.id")).isEqualTo("asked");
    }

    @Test
    void thePagesFitAPhone() {
        Page page = pages.signIn("callcenter");
        open(page, paid);
        page.setViewportSize(360, 740);
        Object overflow =
                page.evaluate(
                        "document.documentElement.scrollWidth"
                                + " - document.documentElement.clientWidth");
        assertThat(((Number) overflow).intValue()).isLessThanOrEqualTo(0);
    }

    @Test
    void aProtectedPersonsCaseTellsThatTheOfficeAnswersAndNoMore() {
        String receipt =
                pages.database()
                        .jdbc()
                        .sql(
                                "SELECT receipt_no FROM application JOIN match USING (application_id)"
                                        + " JOIN current_resident USING (resident_no)"
                                        + " WHERE protected ORDER BY 1 LIMIT 1")
                        .query(String.class)
                        .single();
        Page page = pages.signIn("callcenter");
        search(page, receipt);
        page.click(".hits a");
        assertThat(page.locator(".spoken").first().innerText()).contains("担当課");
        assertThat(page.locator("form[action$=compare], form[action$=reveal], .timeline").count())
                .isZero();
        Pages.isAccessible(page);
        Response unknown = page.navigate(pages.url("/call/x1"));
        assertThat(unknown.status()).isEqualTo(404);
    }

    private static void open(Page page, Caller caller) {
        page.navigate(pages.url("/call"));
        search(page, caller.receipt());
        page.click(".hits a");
        page.waitForSelector(".spoken");
    }

    private static void search(Page page, String words) {
        page.fill("#words", words);
        page.click("form[role=search] button");
        page.waitForSelector("#found");
    }

    private static int events(String act) {
        return pages.database()
                .jdbc()
                .sql("SELECT count(*) FROM audit_event WHERE act = ?")
                .param(act)
                .query(Integer.class)
                .single();
    }

    private static Caller caller(String where) {
        return pages.database()
                .jdbc()
                .sql(
                        "SELECT a.receipt_no, r.household_no, r.name, r.birth_date::text, r.address"
                                + " FROM application a JOIN match m USING (application_id)"
                                + " JOIN decision d USING (application_id)"
                                + " JOIN current_resident r USING (resident_no)"
                                + " LEFT JOIN payment p USING (application_id)"
                                + " WHERE r.household_no NOT IN (SELECT household_no"
                                + "   FROM current_resident WHERE protected) AND "
                                + where
                                + " ORDER BY 1 LIMIT 1")
                .query((row, _) ->
                        new Caller(
                                row.getString(1),
                                row.getString(2),
                                row.getString(3),
                                row.getString(4),
                                row.getString(5)))
                .single();
    }
}
