package jp.kyufu.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Optional;
import jp.kyufu.inquiry.CaseKey;
import jp.kyufu.inquiry.Cases;
import jp.kyufu.inquiry.Search;
import jp.kyufu.program.Programs;
import jp.kyufu.value.Refusal;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Whoever opens very many cases says why, and administrators and auditors see it. */
class CallManyTest {

    private static Pages pages;
    private static List<String> households;

    @BeforeAll
    static void open() {
        pages = Pages.open(SampleCity.TODAY, "--kyufu.inquiry.cases-per-hour=2");
        pages.get(Search.class).warmUp();
        households =
                pages.database()
                        .jdbc()
                        .sql(
                                "SELECT DISTINCT household_no::text FROM decision WHERE state ="
                                        + " 'DECIDED' AND members IS NULL AND reserved = '{}'"
                                        + " ORDER BY 1 LIMIT 6")
                        .query(String.class)
                        .list();
    }

    @AfterAll
    static void close() {
        if (pages != null) {
            pages.close();
        }
    }

    @Test
    void beyondTheLimitACaseOpensForAReasonThatAdministratorsAndAuditorsSee() {
        Page page = pages.signInWithoutScripts("callcenter");
        open(page, 0);
        open(page, 1);
        assertThat(page.locator("#say-head").count()).isEqualTo(1);
        open(page, 2);
        assertThat(page.locator("#say-head").count()).isZero();
        Page scripts = pages.signIn("callcenter");
        open(scripts, 2);
        Pages.isAccessible(scripts);
        Pages.look(scripts, "call-many");
        assertThatThrownBy(() ->
                        pages.get(Cases.class)
                                .open(
                                        pages.get(Programs.class).theOne(Optional.empty()),
                                        "callcenter",
                                        new CaseKey.OfHousehold(households.get(3))))
                .isInstanceOf(Refusal.class);
        open(scripts, 0);
        assertThat(scripts.locator("#say-head").count()).isEqualTo(1);
        open(scripts, 2);
        scripts.fill("#many-why", "calls about letters of this morning");
        scripts.click("main form button");
        scripts.waitForSelector("#say-head");
        open(scripts, 3);
        assertThat(scripts.locator("#say-head").count()).isEqualTo(1);
        open(scripts, 4);
        assertThat(scripts.locator("#many-why").count()).isEqualTo(1);
        for (String watcher : List.of("admin", "auditor")) {
            Page seen = pages.signIn(watcher);
            seen.click("main .notice.warn a[href='/people']");
            assertThat(seen.locator("#many").innerText())
                    .contains("callcenter", "calls about letters of this morning");
            Pages.isAccessible(seen);
            Pages.look(seen, "people-many");
        }
    }

    @Test
    void theOfficeIsNotCounted() {
        Page page = pages.signInWithoutScripts("office");
        for (int i = 0; i < 4; i++) {
            open(page, i);
            assertThat(page.locator("#say-head").count()).isEqualTo(1);
        }
        assertThat(page.locator("a[href='/people']").count()).isZero();
    }

    private static void open(Page page, int i) {
        page.navigate(pages.url("/call/h" + households.get(i)));
    }
}
