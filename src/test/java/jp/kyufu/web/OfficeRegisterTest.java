package jp.kyufu.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.file.Files;
import java.nio.file.Path;
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
