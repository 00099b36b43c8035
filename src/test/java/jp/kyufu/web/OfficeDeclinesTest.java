package jp.kyufu.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.kyufu.assessment.Declines;
import jp.kyufu.dispatch.DispatchFile;
import jp.kyufu.dispatch.FileActs;
import jp.kyufu.dispatch.FileBuild;
import jp.kyufu.program.Program;
import jp.kyufu.value.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** Declines in writing on the pages: told, taken back, listed, and closed to who may not see. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class OfficeDeclinesTest {

    private static final String LIST = "/register/declines";

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

    /** Somebody beside the head of a household whose payment for several people is planned. */
    private static final String PAID_WITH_OTHERS =
            "SELECT s.resident_no FROM payment p JOIN payment_share s USING (payment_no) JOIN"
                    + " current_resident r USING (resident_no) JOIN decision d USING"
                    + " (application_id) WHERE p.state = 'PLANNED' AND p.residents > 1 AND NOT"
                    + " r.head AND d.members IS NULL AND d.reserved = '{}' AND r.household_no NOT IN"
                    + " (SELECT household_no FROM current_resident WHERE protected)";

    private static final String NOT_APPLIED =
            "SELECT e.resident_no FROM entitlement e JOIN current_resident r USING (resident_no)"
                    + " WHERE e.ineligible_snapshot IS NULL AND NOT EXISTS (SELECT 1 FROM decision d"
                    + " WHERE d.household_no = e.household_no) AND r.household_no NOT IN (SELECT"
                    + " household_no FROM current_resident WHERE protected)";

    private static final String UNPAID =
            "SELECT e.resident_no FROM entitlement e JOIN current_resident r USING (resident_no)"
                    + " WHERE e.ineligible_snapshot IS NULL AND NOT EXISTS (SELECT 1 FROM"
                    + " payment_share s WHERE s.resident_no = e.resident_no) AND r.household_no NOT"
                    + " IN (SELECT household_no FROM current_resident WHERE protected)";

    @Test
    @Order(1)
    void aListOfNothingSaysWhatToDo() {
        Page page = pages.signIn("office");
        page.navigate(pages.url("/register"));
        page.click("main a[href$='" + LIST + "']");
        assertThat(page.locator(".empty").count()).isEqualTo(1);
        assertThat(page.locator("main table").count()).isZero();
        Pages.isAccessible(page);
        page.fill("#resident", "about nobody");
        page.keyboard().press("Enter");
        page.waitForURL("**/declines?resident=*");
        assertThat(page.locator("main").innerText()).contains("about nobody");
    }

    @Test
    void aMemberDeclinesFromTheHouseholdsPageAndThePaymentOfAllIsMadeAnew() {
        String resident = text(PAID_WITH_OTHERS + " ORDER BY 1 LIMIT 1");
        String payment =
                text(
                        "SELECT payment_no::text FROM payment_share WHERE live AND resident_no = ?",
                        resident);
        Page page = pages.signIn("office");
        page.navigate(pages.url("/register/" + resident));
        Pages.isAccessible(page);
        Pages.look(page, "office-household-declines");
        page.click("#declines-head ~ .scroll a[href$='/" + resident + "']");
        Pages.isAccessible(page);
        Pages.look(page, "office-decline");
        page.click("#open-decline");
        assertThat(page.locator("#act-decline").innerText()).contains(resident, payment);
        Pages.isAccessible(page);
        Pages.look(page, "office-decline-act");
        page.fill("#reason", "she does not want it");
        page.fill("#evidence", "letter of 29 June");
        page.click("#act-decline .danger");
        page.waitForSelector(".notice.done");
        assertThat(page.locator(".notice.done").innerText()).contains(resident);
        assertThat(page.locator(".notices .notice.warn").innerText()).contains(payment);
        assertThat(page.locator("#told-head ~ .scroll tbody").innerText())
                .contains("she does not want it", "letter of 29 June", "office");
        Pages.isAccessible(page);
        Pages.look(page, "office-declined");
        assertThat(text("SELECT state::text FROM payment WHERE payment_no::text = ?", payment))
                .isEqualTo("CANCELLED");
        page.navigate(pages.url("/returns"));
        assertThat(page.locator("main").innerText()).contains(payment);
        page.navigate(pages.url("/register/" + resident));
        assertThat(page.locator("#acts-head ~ .scroll tbody").innerText())
                .contains("declines.add", "letter of 29 June");
    }

    @Test
    void whoHasNotAppliedDeclinesByNumberFromTheListAndTakesItBackWithoutScripts() {
        String resident = text(NOT_APPLIED + " ORDER BY 1 DESC LIMIT 1");
        Page page = pages.signInWithoutScripts("office2");
        page.navigate(pages.url(LIST));
        page.fill("#resident", resident);
        page.click("form[role=search] button");
        assertThat(page.locator("#act-decline dd strong").count()).isEqualTo(2);
        page.fill("#reason", "moved in with his son");
        page.fill("#evidence", "told at the counter, form 3");
        page.click("#act-decline form button");
        assertThat(page.locator(".notice.done").count()).isEqualTo(1);
        page.navigate(pages.url(LIST + "?person=office2&state=TAKEN_BACK"));
        assertThat(page.locator(".empty").count()).isEqualTo(1);
        page.navigate(pages.url(LIST + "?person=office2&state=STANDS"));
        assertThat(page.locator("tbody").innerText()).contains(resident, "form 3", "office2");
        page.click("tbody a");
        assertThat(page.locator("#act-decline .danger").count()).isZero();
        page.fill("#reason", "changed his mind");
        page.fill("#evidence", "letter of 30 June");
        page.click("#act-decline form button");
        assertThat(page.locator("#told-head ~ .scroll tbody").innerText())
                .contains("form 3", "letter of 30 June");
        page.navigate(pages.url(LIST + "?state=TAKEN_BACK&lang=en"));
        assertThat(page.locator("tbody").innerText()).contains(resident, "Taken back");
    }

    @Test
    void whatHappenedSinceThePageWasOpenedIsAskedAgainByTheServer() {
        String resident = text(PAID_WITH_OTHERS + " ORDER BY 1 DESC LIMIT 1");
        Page late = pages.signInWithoutScripts("office2");
        late.navigate(pages.url(LIST + "/" + resident));
        Program program = PaidCity.program(pages);
        List<Integer> files =
                pages
                        .get(FileBuild.class)
                        .build(program, Optional.empty(), Optional.empty(), "office")
                        .stream()
                        .map(DispatchFile::fileNo)
                        .toList();
        late.fill("#reason", "too late");
        late.fill("#evidence", "letter");
        late.click("#act-decline form button");
        assertThat(late.locator(".notice.refused").innerText()).contains(resident);
        assertThat(late.locator("#act-decline").count()).isZero();
        assertThat(late.locator("main .notice.warn a[href^='/payments/']").count()).isEqualTo(1);
        pages.get(FileActs.class).withdraw(files, "a letter came", "office");
        late.reload();
        late.fill("#reason", " ");
        late.fill("#evidence", "letter");
        late.click("#act-decline form button");
        assertThat(late.locator(".notice.refused").count()).isEqualTo(1);
        assertThat(text("SELECT count(*)::text FROM decline WHERE resident_no = ?", resident))
                .isEqualTo("0");
    }

    @Test
    void aProtectedPersonsDeclineIsForTheRightAndAReasonOnly() {
        String resident =
                text(
                        "SELECT r.resident_no FROM current_resident r JOIN entitlement e USING"
                                + " (resident_no) WHERE r.protected AND e.ineligible_snapshot IS NULL"
                                + " ORDER BY 1 LIMIT 1");
        Page page = pages.signInWithoutScripts("office");
        page.navigate(pages.url(LIST + "/" + resident));
        assertThat(page.locator("main .notice.warn").count()).isEqualTo(1);
        assertThat(page.locator("main form, main dl").count()).isZero();
        FormData form =
                FormData.create()
                        .set("_csrf", page.locator("header input[name=_csrf]").inputValue())
                        .set("_act", UUID.randomUUID().toString())
                        .set("reason", "x")
                        .set("evidence", "x");
        String forged =
                page.request()
                        .post(
                                pages.url(LIST + "/" + resident + "/add"),
                                RequestOptions.create().setForm(form))
                        .text();
        assertThat(forged).contains("protected");
        pages.add("guardian", Role.OFFICE, Role.PROTECTED);
        Page right = pages.signInWithoutScripts("guardian");
        right.navigate(pages.url("/register/" + resident));
        right.fill("#look-why", "her letter came by the shelter");
        right.click("form.card button");
        right.click("#declines-head ~ .scroll a[href$='/" + resident + "']");
        right.fill("#reason", "wants no trace");
        right.fill("#evidence", "letter 12");
        right.click("#act-decline form button");
        assertThat(right.locator(".notice.done").count()).isEqualTo(1);
        page.navigate(pages.url(LIST + "?person=guardian"));
        assertThat(page.locator("tbody").innerText())
                .contains(resident)
                .doesNotContain("wants no trace", "letter 12");
        Page auditor = pages.signIn("auditor");
        auditor.navigate(pages.url(LIST + "/" + resident));
        assertThat(auditor.locator("#told-head").count()).isZero();
    }

    @Test
    void theListTurnsItsPagesAndIsTakenAwayAndAsksNoQueryForARow() throws IOException {
        Program program = PaidCity.program(pages);
        List<String> all =
                pages.database()
                        .jdbc()
                        .sql(UNPAID + " ORDER BY 1 LIMIT 60")
                        .query(String.class)
                        .list();
        assertThat(all).hasSize(60);
        Declines declines = pages.get(Declines.class);
        pages.add("lister", Role.OFFICE);
        all.forEach(one -> declines.add(program, one, "asked", "=letter", "lister"));
        declines.takeBack(program, all.getFirst(), "asked anew", "letter", "office2");
        Page page = pages.signIn("office");
        page.navigate(pages.url(LIST + "?person=lister"));
        Pages.isAccessible(page);
        Pages.look(page, "office-declines");
        List<String> seen = new ArrayList<>(page.locator("tbody th").allInnerTexts());
        page.click("a[rel=next]");
        seen.addAll(page.locator("tbody th").allInnerTexts());
        assertThat(seen).isEqualTo(all);
        page.click("a[rel=prev]");
        assertThat(page.locator("tbody th").count()).isEqualTo(50);
        assertThat(Statements.during(() -> page.navigate(pages.url(LIST)))).isBetween(1L, 15L);
        assertThat(Statements.during(() -> page.navigate(pages.url(LIST + "/" + all.get(1)))))
                .isBetween(1L, 25L);
        page.navigate(pages.url(LIST + "?person=lister&state=STANDS"));
        Download csv = page.waitForDownload(() -> page.click("a[href*='list.csv']"));
        assertThat(Files.readString(csv.path()).lines())
                .hasSize(60)
                .anyMatch(line -> line.contains(all.get(1)) && line.contains("'=letter"))
                .noneMatch(line -> line.contains(all.getFirst()));
        Download xlsx = page.waitForDownload(() -> page.click("a[href*='list.xlsx']"));
        assertThat(xlsx.failure()).isNull();
        assertThat(
                        text(
                                "SELECT string_agg(detail->>'rows', ' ') FROM audit_event"
                                        + " WHERE act = 'declines.export'"))
                .isEqualTo("59 59");
        Page auditor = pages.signIn("auditor");
        auditor.navigate(pages.url(LIST + "/" + all.get(1)));
        assertThat(auditor.locator("#told-head ~ .scroll tbody").innerText()).contains("asked");
        assertThat(auditor.locator("main form").count()).isZero();
        Page finance = pages.signIn("finance");
        assertThat(finance.navigate(pages.url(LIST)).status()).isEqualTo(403);
    }

    private String text(String sql, Object... params) {
        return pages.database()
                .jdbc()
                .sql(sql)
                .params(List.of(params))
                .query(String.class)
                .single();
    }
}
