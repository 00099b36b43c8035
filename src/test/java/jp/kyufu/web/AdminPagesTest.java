package jp.kyufu.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Home and the pages of auditor and administrator, in a real browser. */
class AdminPagesTest {

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

    @Test
    void homeShowsTheProgramsFunnelInFigures() {
        Page page = pages.signIn("office");
        page.navigate(pages.url("/"));
        assertThat(page.locator(".tile").first().innerText()).contains("1,951");
        assertThat(page.locator("svg.chart rect").count()).isPositive();
        Pages.isAccessible(page);
        Pages.look(page, "home");
        page.navigate(pages.url("/?lang=en"));
        assertThat(page.locator("h1").innerText()).isEqualTo("Home");
        Pages.isAccessible(page);
    }

    @Test
    void anAdministratorAddsAPersonWhoComesInWithAOneTimePasswordAndNeverGrantsHimselfARole() {
        Page page = pages.signIn("admin");
        page.navigate(pages.url("/people"));
        Pages.isAccessible(page);
        Pages.look(page, "people");
        page.fill("#id", "yamada");
        page.check("#role-OFFICE");
        page.click("main form.stack button");
        assertThat(page.locator(".notice.done").innerText()).contains("yamada");
        page.click("form[action='/people/yamada/password'] button");
        String told = page.locator(".notice.done").innerText();
        page.reload();
        assertThat(page.content()).doesNotContain(told.substring(told.length() - 16));

        page.fill("#id", "admin");
        page.check("#role-OFFICE");
        page.click("main form.stack button");
        assertThat(page.locator(".notice.refused").count()).isEqualTo(1);

        Page stranger = pages.stranger();
        stranger.navigate(pages.url("/sign-in"));
        stranger.fill("#person", "yamada");
        stranger.fill("#password", told.substring(told.length() - 16));
        stranger.click("main button");
        assertThat(stranger.url()).endsWith("/password");
    }

    @Test
    void theAuditorFindsAnActAndVerifiesTheChain() {
        Page page = pages.signIn("auditor");
        page.navigate(pages.url("/audit?act=people.add"));
        assertThat(page.locator("tbody tr").count()).isPositive();
        assertThat(page.locator("tbody tr td:nth-child(4)").allInnerTexts())
                .containsOnly("人と役割の登録 people.add");
        assertThat(page.locator("#act option").allInnerTexts())
                .as("every act has a word")
                .noneMatch(act -> act.matches("[a-zA-Z. -]+"));
        Pages.isAccessible(page);
        Pages.look(page, "audit");
        page.click("form[action='/audit/verify'] button");
        assertThat(page.locator(".notice.done").count()).isEqualTo(1);
    }

    @Test
    void theAuditorLooksAndChangesNothing() {
        Page page = pages.signIn("auditor");
        page.navigate(pages.url("/people"));
        assertThat(page.locator("main form").count()).isZero();
    }

    @Test
    void jobsAndSettingsSayHowThingsAre() {
        Page page = pages.signIn("admin");
        page.navigate(pages.url("/jobs"));
        assertThat(page.locator("tbody tr").count()).isGreaterThanOrEqualTo(5);
        Pages.isAccessible(page);
        Pages.look(page, "jobs");
        page.navigate(pages.url("/settings"));
        assertThat(page.content()).contains("BANK_UNKNOWN");
        Pages.isAccessible(page);
        Pages.look(page, "settings");
    }

    @Test
    void whatOneMayNotOpenIsRefusedByItsAddress() {
        Page page = pages.signIn("callcenter");
        for (String path :
                List.of(
                        "/findings",
                        "/files",
                        "/applications",
                        "/register",
                        "/audit",
                        "/people",
                        "/jobs",
                        "/settings",
                        "/uploads",
                        "/books",
                        "/actuator/prometheus")) {
            assertThat(page.navigate(pages.url(path)).status()).as(path).isEqualTo(403);
        }
    }

    @Test
    void measuresAreForTheAdministratorAndHealthForAll() {
        assertThat(pages.stranger().navigate(pages.url("/actuator/health")).status())
                .isEqualTo(200);
        Page page = pages.signIn("admin");
        assertThat(page.navigate(pages.url("/actuator/prometheus")).status()).isEqualTo(200);
    }
}
