package jp.kyufu.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.Optional;
import jp.kyufu.assessment.Findings;
import jp.kyufu.assessment.Findings.Finding;
import jp.kyufu.program.Program;
import jp.kyufu.program.Programs;
import jp.kyufu.value.ReasonCode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The office's review from signing in to taking a decision back, without a mouse. */
class OfficeKeyboardTest {

    private static final int MOST_TABS = 80;

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
    void aReviewIsDoneFromSigningInToUndoingByKeyboardAlone() {
        Page page = pages.stranger();
        page.navigate(pages.url("/sign-in"));
        tabTo(page, "#person");
        page.keyboard().type("office");
        tabTo(page, "#password");
        page.keyboard().type(pages.password("office"));
        page.keyboard().press("Enter");
        page.waitForURL(pages.url("/"));
        page.keyboard().press("Tab");
        assertThat((Boolean) page.evaluate("document.activeElement.matches('a[href=\"#main\"]')"))
                .as("the first stop leads past the navigation")
                .isTrue();
        tabTo(page, "nav a[href='/findings']");
        page.keyboard().press("Enter");
        page.waitForURL("**/findings");
        page.keyboard().press("n");
        page.waitForURL("**/findings/*");
        String held = number(page);
        page.keyboard().press("h");
        page.waitForURL(url -> !url.matches(".*/" + held + "(\\?.*)?"));
        assertThat(finding(held).state()).as("held").isEqualTo("OPEN");
        tabTo(page, "nav a[href='/findings']");
        page.keyboard().press("Enter");
        page.waitForURL("**/findings");
        tabTo(page, "a[href*='reason=SEVERAL_CANDIDATES']");
        page.keyboard().press("Enter");
        page.waitForURL("**/findings?reason=SEVERAL_CANDIDATES");
        page.keyboard().press("n");
        page.waitForSelector("#why");
        String decided = number(page);
        page.keyboard().press("s");
        page.keyboard().type("asked the residents' desk");
        page.keyboard().press("Enter");
        page.waitForSelector(".notice.done");
        assertThat(finding(decided).decision()).startsWith("MATCH:");
        page.navigate(pages.url("/findings"));
        tabTo(page, "#undo-why");
        page.keyboard().type("the wrong line");
        page.keyboard().press("Enter");
        page.waitForSelector(".notice.done");
        assertThat(
                        pages.database()
                                .jdbc()
                                .sql(
                                        "SELECT count(*) FROM match_decision WHERE revoked_by ="
                                                + " 'office'")
                                .query(Long.class)
                                .single())
                .isEqualTo(1);
    }

    @Test
    void twoNumbersAreSaidToBeOnePersonByKeyAndThatIsTakenBackOnThePage() {
        long no = duplicate();
        Page page = pages.signIn("office2");
        page.navigate(pages.url("/findings/" + no));
        Pages.isAccessible(page);
        page.keyboard().press("s");
        page.keyboard().type("same birth certificate");
        page.keyboard().press("Enter");
        page.waitForSelector(".notice.done");
        assertThat(finding(Long.toString(no)).decision()).startsWith("SAME:");
        assertThat(closed()).isEqualTo(1);
        Page plain = pages.signInWithoutScripts("office");
        plain.navigate(pages.url("/findings/" + no));
        page.navigate(pages.url("/findings/" + no));
        Pages.isAccessible(page);
        Pages.look(page, "office-same-person");
        plain.fill("#reopen-why", "they are cousins");
        plain.click("form[action$='/reopen'] button");
        assertThat(plain.locator(".notice.done").count()).isEqualTo(1);
        assertThat(closed()).isZero();
        assertThat(
                        pages.get(Findings.class)
                                .open(program(), Optional.of(ReasonCode.REGISTER_DUPLICATE)))
                .extracting(Finding::findingNo)
                .doesNotContain(no)
                .isNotEmpty();
    }

    /** Two residents of different households, of whom the register tells nothing against it. */
    private static long duplicate() {
        return pages.database()
                .jdbc()
                .sql(
                        "INSERT INTO finding (program_id, code, resident_no, other_resident_no)"
                                + " SELECT e.program_id, 'REGISTER_DUPLICATE', min(e.resident_no),"
                                + " max(e.resident_no) FROM entitlement e JOIN current_resident r"
                                + " USING (resident_no) WHERE NOT r.protected AND"
                                + " e.ineligible_snapshot IS NULL AND NOT EXISTS (SELECT 1 FROM"
                                + " current_resident g WHERE g.household_no = r.household_no AND"
                                + " g.protected) GROUP BY e.program_id RETURNING finding_no")
                .query(Long.class)
                .single();
    }

    private static long closed() {
        return pages.database()
                .jdbc()
                .sql("SELECT count(*) FROM entitlement WHERE same_as IS NOT NULL")
                .query(Long.class)
                .single();
    }

    private static Program program() {
        return pages.get(Programs.class).theOne(Optional.empty());
    }

    private static Finding finding(String no) {
        return pages.get(Findings.class).get(Long.parseLong(no));
    }

    private static String number(Page page) {
        return page.locator(".crumbs li").last().innerText();
    }

    /** Goes from stop to stop until the focus is there, where it must be seen. */
    private static void tabTo(Page page, String selector) {
        for (int i = 0; i < MOST_TABS; i++) {
            Object there =
                    page.evaluate("selector => document.activeElement.matches(selector)", selector);
            if (there.equals(true)) {
                return;
            }
            page.keyboard().press("Tab");
        }
        throw new AssertionError("no key leads to " + selector);
    }
}
