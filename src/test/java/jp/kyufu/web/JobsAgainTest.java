package jp.kyufu.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import jp.kyufu.program.ProgramFile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What broke off is taken up again from the page of jobs. */
class JobsAgainTest {

    private static final String FILE = "applications-late.csv";

    private static Pages pages;

    /** A process was killed while it imported a file of applications, and the file stayed. */
    @BeforeAll
    static void open() throws IOException {
        Path folder =
                Path.of("target", "pages-data", "uploads")
                        .resolve(UUID.randomUUID().toString())
                        .resolve(UUID.randomUUID().toString());
        Files.createDirectories(folder);
        Path sample = Path.of("sample-files", "applications-online.csv");
        List<String> rows = Files.readAllLines(sample).subList(0, 2);
        String late = rows.get(1).replaceFirst("W\\d{10}", "W0009999901");
        Files.writeString(folder.resolve(FILE), rows.getFirst() + "\n" + late + "\n");
        Files.writeString(
                folder.resolve("about.properties"),
                """
                kind=APPLICATIONS
                asOf=
                program=%s
                person=office2
                at=2026-06-29T03:00:00Z
                """
                        .formatted(
                                ProgramFile.read(Path.of("sample-files", "program.yaml")).code()));
        pages = Pages.open(SampleCity.TODAY);
    }

    @AfterAll
    static void close() {
        if (pages != null) {
            pages.close();
        }
    }

    private static long count(String sql) {
        return pages.database().jdbc().sql("SELECT count(*) " + sql).query(Long.class).single();
    }

    @Test
    void aFileOfAKilledProcessIsTakenUpByWhoMayHandItInAndByNobodyElse() {
        for (String other : List.of("admin", "auditor", "finance")) {
            Page page = pages.signIn(other);
            page.navigate(pages.url("/jobs"));
            assertThat(page.locator("#left").innerText()).contains(FILE, "office2");
            assertThat(page.locator("#left form").count()).as(other).isZero();
        }
        Page page = pages.signIn("office");
        page.navigate(pages.url("/jobs"));
        Pages.isAccessible(page);
        Pages.look(page, "jobs-left");
        page.click("#left form:first-child button");
        page.waitForSelector(".notice.done");
        assertThat(page.locator("#left").count()).isZero();
        page.navigate(pages.url("/uploads"));
        page.waitForSelector("#jobs >> text=" + FILE);
        page.waitForSelector("#jobs .chip.good");
        assertThat(count("FROM application WHERE receipt_no = 'W0009999901'")).isEqualTo(1);
        assertThat(count("FROM intake_file WHERE name = '" + FILE + "' AND received_by = 'office'"))
                .isEqualTo(1);
    }

    @Test
    void anAssessmentThatBrokeOffIsDoneAgainByTheOffice() {
        pages.database()
                .jdbc()
                .sql(
                        "UPDATE batch_job_execution SET status = 'FAILED' WHERE job_execution_id ="
                                + " (SELECT max(job_execution_id) FROM batch_job_execution JOIN"
                                + " batch_job_instance USING (job_instance_id) WHERE job_name ="
                                + " 'assess')")
                .update();
        Page admin = pages.signIn("admin");
        admin.navigate(pages.url("/jobs"));
        assertThat(admin.locator("form[action$='/jobs/assess']").count()).isZero();
        Page page = pages.signInWithoutScripts("office2");
        page.navigate(pages.url("/jobs"));
        page.click("form[action$='/jobs/assess'] button");
        assertThat(page.locator(".notice.done").count()).isEqualTo(1);
        page.waitForCondition(() ->
                count(
                                "FROM batch_job_execution e JOIN batch_job_execution_params p"
                                        + " USING (job_execution_id) WHERE p.parameter_name ="
                                        + " 'person' AND p.parameter_value = 'office2' AND"
                                        + " e.status = 'COMPLETED'")
                        == 1);
        page.reload();
        assertThat(page.locator("form[action$='/jobs/assess']").count()).isZero();
    }
}
