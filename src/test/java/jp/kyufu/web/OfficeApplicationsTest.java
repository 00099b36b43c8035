package jp.kyufu.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import jp.kyufu.value.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The list of applications and the page of one. */
class OfficeApplicationsTest {

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

    private static long one(String where) {
        return pages.database()
                .jdbc()
                .sql("SELECT application_id FROM decision WHERE " + where + " LIMIT 1")
                .query(Long.class)
                .single();
    }

    private static long count(String where) {
        return pages.database()
                .jdbc()
                .sql("SELECT count(*) FROM audit_event WHERE " + where)
                .query(Long.class)
                .single();
    }

    @Test
    void theListIsFilteredByUrlPagedByKeyAndTakenAway() {
        Page page = pages.signIn("office");
        page.navigate(pages.url("/applications"));
        Pages.isAccessible(page);
        Pages.look(page, "office-applications");
        assertThat(page.locator("tbody tr").count()).isEqualTo(50);
        page.click("nav.more a >> text=最後");
        assertThat(page.locator("a[rel=next]").count()).isZero();
        page.click("a[rel=prev]");
        assertThat(page.locator("tbody tr").count()).isEqualTo(50);
        page.click("a[href*='state=DEFECTIVE']");
        List<String> states =
                page.locator("tbody td:nth-child(4) .chip:first-child").allInnerTexts();
        assertThat(states).isNotEmpty().allMatch("不備"::equals);
        var file = page.waitForDownload(() -> page.click("a[href*='list.xlsx']"));
        assertThat(file.suggestedFilename()).startsWith("applications-");
        assertThat(count("act = 'applications.export'")).isEqualTo(1);
        assertThat(Statements.during(() -> page.navigate(pages.url("/applications"))))
                .isBetween(1L, 15L);
    }

    @Test
    void anApplicationTellsItsWholeStoryAndItsFormOnlyToTheOffice() {
        long id = one("state = 'DECIDED' AND members IS NULL");
        Page page = pages.signInWithoutScripts("office2");
        page.navigate(pages.url("/applications/" + id));
        assertThat(page.locator(".timeline li").count()).isGreaterThanOrEqualTo(3);
        assertThat(page.locator("#form-head").count()).isZero();
        page.click("a[href*='form=true']");
        assertThat(page.locator("#form-head").count()).isEqualTo(1);
        assertThat(count("act = 'review.view' AND person = 'office2'")).isEqualTo(1);
        Page auditor = pages.signIn("auditor");
        auditor.navigate(pages.url("/applications/" + id + "?form=true&lang=en"));
        assertThat(auditor.locator(".timeline li").count()).isGreaterThanOrEqualTo(3);
        assertThat(auditor.locator("#form-head").count()).isZero();
        Pages.isAccessible(auditor);
        Pages.look(auditor, "office-application-en");
    }

    @Test
    void aProtectedPersonsApplicationIsToldForTheRightAndAReasonOnly() {
        long id = one("members IS NOT NULL");
        Page page = pages.signIn("office2");
        page.navigate(pages.url("/applications/" + id));
        assertThat(page.locator(".timeline").count()).isZero();
        assertThat(page.locator("main").innerText()).doesNotContain("円");
        pages.add("keeper", Role.OFFICE, Role.PROTECTED);
        Page right = pages.signIn("keeper");
        right.navigate(pages.url("/applications/" + id));
        assertThat(right.locator(".timeline").count()).isZero();
        right.fill("#look-why", "asked by herself, identified");
        right.click("form.card button");
        assertThat(right.locator(".timeline").count()).isEqualTo(1);
        assertThat(
                        count(
                                "act = 'protected.view' AND detail->>'reason' = 'asked by herself,"
                                        + " identified'"))
                .isEqualTo(1);
    }

    @Test
    void whoHasNotTheRoleGetsNothing() {
        for (String person : List.of("finance", "approver", "callcenter", "admin")) {
            Page page = pages.signIn(person);
            for (String path : List.of("/applications", "/applications/1", "/register")) {
                assertThat(page.navigate(pages.url(path)).status())
                        .as(person + " " + path)
                        .isEqualTo(403);
            }
        }
    }

    @Test
    void whatIsNotThereIsSaid() {
        Page page = pages.signIn("office");
        assertThat(page.navigate(pages.url("/applications/1")).status()).isEqualTo(404);
        assertThat(page.locator("h1").innerText()).isNotBlank();
        Pages.isAccessible(page);
    }
}
