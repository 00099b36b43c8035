package jp.kyufu.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.file.Files;
import java.nio.file.Path;
import jp.kyufu.value.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The register, its households, and programs. */
class OfficeRegisterTest {

    private static Pages pages;

    @TempDir private Path directory;

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
    void theRegisterIsCountedAndAHouseholdIsFoundByAnyOfItsNumbers() {
        Page page = pages.signIn("office");
        page.navigate(pages.url("/register"));
        Pages.isAccessible(page);
        Pages.look(page, "office-register");
        String resident =
                text(
                        "SELECT resident_no FROM match JOIN decision USING (application_id)"
                                + " WHERE state = 'DECIDED' AND members IS NULL LIMIT 1");
        page.fill("#no", resident);
        page.keyboard().press("Enter");
        page.waitForURL("**/register/*");
        assertThat(page.locator("tbody th").first().innerText()).isNotBlank();
        assertThat(page.locator("#residents-head").count()).isEqualTo(1);
        assertThat(page.locator("#related-head").count()).isEqualTo(1);
        Pages.isAccessible(page);
        assertThat(page.navigate(pages.url("/register/999")).status()).isEqualTo(404);
    }

    @Test
    void anAuditorComesFromTheTrailOrAReceiptNumberToAllAboutAHouseholdAndChangesNothing() {
        String receipt =
                text(
                        "SELECT a.receipt_no FROM payment p JOIN application a USING"
                                + " (application_id) JOIN decision d USING (application_id)"
                                + " WHERE d.members IS NULL AND d.reserved = '{}' LIMIT 1");
        Page office = pages.signIn("office");
        office.navigate(pages.url("/register?no=" + receipt));
        String household = office.url().replaceAll(".*/", "");
        Page page = pages.signIn("auditor");
        page.navigate(pages.url("/audit?act=review.view&object=household " + household));
        page.click("tbody a");
        assertThat(page.url()).endsWith("/register/" + household);
        assertThat(page.locator("#residents-head ~ .scroll tbody tr").count()).isPositive();
        assertThat(page.locator("#payments-head ~ .scroll tbody").innerText()).contains(receipt);
        assertThat(page.locator("#acts-head ~ .scroll tbody").innerText())
                .contains("office", "review.view");
        assertThat(page.locator("main form").count()).isZero();
        Pages.isAccessible(page);
        Pages.look(page, "office-household");
        assertThat(
                        text(
                                "SELECT count(*)::text FROM audit_event WHERE person = 'auditor'"
                                        + " AND act = 'review.view'"))
                .isEqualTo("1");
        assertThat(Statements.during(() -> page.reload())).isBetween(1L, 25L);
        assertThat(page.navigate(pages.url("/register?no=nothing")).status()).isEqualTo(404);
    }

    @Test
    void aHouseholdWithAProtectedMemberOpensToAnAuditorWithTheRightAndAReasonOnly() {
        String household =
                text("SELECT household_no FROM current_resident WHERE protected LIMIT 1");
        Page page = pages.signIn("auditor");
        page.navigate(pages.url("/register/" + household));
        assertThat(page.locator("main table").count()).isZero();
        pages.add("inspector", Role.AUDITOR, Role.PROTECTED);
        Page right = pages.signInWithoutScripts("inspector");
        right.navigate(pages.url("/register/" + household));
        assertThat(right.locator("main table").count()).isZero();
        right.fill("#look-why", "yearly audit, sample 7");
        right.click("form.card button");
        assertThat(right.locator("#acts-head").count()).isEqualTo(1);
        assertThat(
                        text(
                                "SELECT detail->>'reason' FROM audit_event"
                                        + " WHERE person = 'inspector' AND act ="
                                        + " 'protected.view'"))
                .isEqualTo("yearly audit, sample 7");
    }

    @Test
    void aProgramTellsItsTermsAndIsAmendedByAFileWithinWhatItPromised() throws Exception {
        Page page = pages.signInWithoutScripts("office2");
        page.navigate(pages.url("/programs"));
        String code = text("SELECT code FROM program");
        String terms = Files.readString(Path.of("sample-files", "program.yaml"));
        Path changed =
                Files.writeString(
                        directory.resolve("program.yaml"),
                        terms.replaceFirst("(?m)^name:.*$", "name: Renamed relief"));
        page.setInputFiles("#amend-file", changed);
        page.click("form[action$='/amend'] button");
        assertThat(page.url()).endsWith("/programs/" + code);
        assertThat(page.locator("h1").innerText()).isEqualTo("Renamed relief");
        page.navigate(pages.url("/programs"));
        page.setInputFiles("#open-file", changed);
        page.click("form[action='/programs'] button");
        assertThat(page.locator(".notice.refused").innerText()).contains(code);
        Path promised =
                Files.writeString(
                        directory.resolve("other.yaml"),
                        terms.replaceFirst("reference_date: *\\S+", "reference_date: 2026-03-01"));
        page.setInputFiles("#amend-file", promised);
        page.click("form[action$='/amend'] button");
        assertThat(page.locator(".notice.refused").innerText()).contains("reference_date");
    }

    @Test
    void theBudgetFallsOnItsSourcesWithoutAYenLeftOver() {
        Page page = pages.signIn("auditor");
        page.navigate(pages.url("/programs"));
        assertThat(page.locator("form[action^='/programs']").count()).isZero();
        page.click("tbody a");
        Pages.isAccessible(page);
        Pages.look(page, "office-program");
        assertThat(page.locator("#budget-head ~ .scroll tbody tr").count()).isPositive();
    }

    private static String text(String sql) {
        return pages.database().jdbc().sql(sql).query(String.class).single();
    }
}
