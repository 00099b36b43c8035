package jp.kyufu.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Optional;
import jp.kyufu.assessment.Findings;
import jp.kyufu.assessment.Findings.Finding;
import jp.kyufu.program.Program;
import jp.kyufu.program.Programs;
import jp.kyufu.value.ReasonCode;
import jp.kyufu.value.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The work lists and the review of one finding. */
class OfficeWorkTest {

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

    private static Program program() {
        return pages.get(Programs.class).theOne(Optional.empty());
    }

    private static List<Finding> open(ReasonCode code) {
        return pages.get(Findings.class).open(program(), Optional.of(code));
    }

    @Test
    void theListTellsCountAndAgeOfEveryReasonAndFiltersByUrl() {
        Page page = pages.signIn("office");
        page.navigate(pages.url("/findings"));
        Pages.isAccessible(page);
        Pages.look(page, "office-work");
        int all = pages.get(Findings.class).open(program(), Optional.empty()).size();
        assertThat(page.locator("tfoot td.number").innerText()).isEqualTo(Integer.toString(all));
        page.click("table a[href*='reason=NOT_IN_REGISTER']");
        assertThat(page.url()).contains("reason=NOT_IN_REGISTER");
        assertThat(page.locator("#list-head + .acts ~ .scroll tbody tr").count())
                .isEqualTo(Math.min(50, open(ReasonCode.NOT_IN_REGISTER).size()));
    }

    @Test
    void pagesFollowEachOtherWithoutARowLostOrTwice() {
        Page page = pages.signIn("office");
        page.navigate(pages.url("/findings"));
        List<String> seen = new java.util.ArrayList<>();
        while (true) {
            seen.addAll(page.locator("#list-head ~ .scroll tbody th").allInnerTexts());
            if (page.locator("a[rel=next]").count() == 0) {
                break;
            }
            page.click("a[rel=next]");
        }
        assertThat(seen)
                .containsExactlyElementsOf(
                        pages.get(Findings.class).open(program(), Optional.empty()).stream()
                                .map(one -> Long.toString(one.findingNo()))
                                .toList());
        if (page.locator("a[rel=prev]").count() > 0) {
            page.click("a[rel=prev]");
            assertThat(page.locator("#list-head ~ .scroll tbody th").count()).isEqualTo(50);
        }
    }

    @Test
    void aListAsksNoQueryForARow() {
        Page page = pages.signIn("office2");
        page.navigate(pages.url("/findings"));
        assertThat(Statements.during(() -> page.navigate(pages.url("/findings"))))
                .isBetween(1L, 15L);
        long no = open(ReasonCode.SEVERAL_CANDIDATES).getFirst().findingNo();
        page.navigate(pages.url("/findings/" + no));
        assertThat(Statements.during(() -> page.navigate(pages.url("/findings/" + no))))
                .isBetween(1L, 40L);
    }

    @Test
    void aFindingIsDecidedByKeyboardAloneAndTheDecisionTakenBack() {
        Page page = pages.signIn("office");
        page.navigate(pages.url("/findings"));
        page.keyboard().press("n");
        page.waitForURL("**/findings/*");
        String first = number(page);
        page.keyboard().press("h");
        page.waitForURL(url -> !url.contains("/" + first));
        assertThat(number(page)).isNotEqualTo(first);
        page.navigate(pages.url("/findings?reason=SEVERAL_CANDIDATES"));
        page.keyboard().press("n");
        page.waitForURL("**/findings/*?reason=SEVERAL_CANDIDATES");
        Pages.isAccessible(page);
        Pages.look(page, "office-finding");
        page.keyboard().press("s");
        assertThat(page.evaluate("document.activeElement.id")).isEqualTo("why");
        String decided = number(page);
        page.keyboard().type("checked with the residents' desk");
        page.keyboard().press("Enter");
        page.waitForSelector(".notice.done");
        Finding finding = pages.get(Findings.class).get(Long.parseLong(decided));
        assertThat(finding.state()).isEqualTo("RESOLVED");
        assertThat(finding.decision()).startsWith("MATCH:");
        assertThat(finding.decidedBy()).isEqualTo("office");
        page.navigate(pages.url("/findings"));
        page.fill("#undo-why", "the wrong line");
        page.click("section.card form button");
        assertThat(page.locator(".notice.done").count()).isEqualTo(1);
        assertThat(page.locator("#undo-head").count()).isZero();
    }

    @Test
    void whatIsInOrderIsConfirmedWithoutScripts() {
        Finding finding = open(ReasonCode.OUTSIDE_WINDOW).getFirst();
        Page page = pages.signInWithoutScripts("office2");
        page.navigate(pages.url("/findings/" + finding.findingNo()));
        assertThat(page.locator("input[value^='MATCH'], input[value=DIFFERENT]").count()).isZero();
        page.check("input[value=CONFIRM]");
        page.fill("#why", "handed in at the counter in time");
        page.click("form.card button");
        assertThat(page.locator(".notice.done").count()).isEqualTo(1);
        assertThat(pages.get(Findings.class).get(finding.findingNo()).decision())
                .isEqualTo("CONFIRM");
    }

    @Test
    void everyReasonHasAPageInBothLanguages() {
        Page page = pages.signIn("office2");
        for (String language : List.of("en", "ja")) {
            page.navigate(pages.url("/findings?lang=" + language));
            for (Findings.Waiting pile : pages.get(Findings.class).waiting(program())) {
                long no = open(pile.code()).getFirst().findingNo();
                page.navigate(pages.url("/findings/" + no));
                assertThat(page.locator("h1").count()).as(pile.code().name()).isEqualTo(1);
                assertThat(page.locator("dl.facts").count()).as(pile.code().name()).isPositive();
            }
        }
    }

    @Test
    void whoHasNotTheRoleGetsNothing() {
        long no = open(ReasonCode.NOT_IN_REGISTER).getFirst().findingNo();
        for (String person : List.of("finance", "approver", "callcenter", "admin")) {
            Page page = pages.signIn(person);
            for (String path : List.of("/findings", "/findings/" + no, "/findings/list.csv")) {
                assertThat(page.navigate(pages.url(path)).status())
                        .as(person + " " + path)
                        .isEqualTo(403);
            }
        }
        Page auditor = pages.signIn("auditor");
        assertThat(auditor.navigate(pages.url("/findings/" + no)).status()).isEqualTo(200);
        assertThat(auditor.locator("#form-head, #why").count()).isZero();
    }

    @Test
    void aProtectedPersonsCaseOpensForTheRightAndAReasonOnly() {
        List<Finding> guarded = open(ReasonCode.RESERVED_UNCLEAR);
        org.junit.jupiter.api.Assumptions.assumeFalse(guarded.isEmpty(), "none in the sample");
        String path = "/findings/" + guarded.getFirst().findingNo();
        Page page = pages.signIn("office2");
        page.navigate(pages.url(path));
        assertThat(page.locator("#form-head").count()).isZero();
        assertThat(page.locator(".notice.warn").count()).isEqualTo(1);
        pages.add("guardian", Role.OFFICE, Role.PROTECTED);
        Page right = pages.signIn("guardian");
        right.navigate(pages.url(path));
        assertThat(right.locator("#form-head").count()).isZero();
        right.fill("#look-why", "called by the shelter");
        right.click("form.card button");
        assertThat(right.locator("#form-head").count()).isEqualTo(1);
        assertThat(
                        pages.database()
                                .jdbc()
                                .sql(
                                        "SELECT count(*) FROM audit_event WHERE act = 'protected.view'"
                                                + " AND detail->>'reason' = 'called by the shelter'")
                                .query(Long.class)
                                .single())
                .isPositive();
    }

    @Test
    void theListIsTakenAwayAsAFileAndThatIsRecorded() {
        Page page = pages.signIn("office");
        page.navigate(pages.url("/findings"));
        for (String format : List.of("csv", "xlsx")) {
            var file = page.waitForDownload(() -> page.click("a[href*='list." + format + "']"));
            assertThat(file.suggestedFilename()).endsWith("." + format);
            assertThat(file.failure()).isNull();
        }
        assertThat(
                        pages.database()
                                .jdbc()
                                .sql(
                                        "SELECT count(*) FROM audit_event WHERE act = 'findings.export'")
                                .query(Long.class)
                                .single())
                .isGreaterThanOrEqualTo(2);
    }

    private static String number(Page page) {
        return page.locator(".crumbs li").last().innerText();
    }
}
