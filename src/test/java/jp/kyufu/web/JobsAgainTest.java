package jp.kyufu.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import jp.kyufu.program.ProgramFile;
import jp.kyufu.value.Sha256;
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
        Files.write(folder.resolve(FILE), bytes("W0009999901"));
        Files.writeString(folder.resolve("about.properties"), about());
        pages = Pages.open(SampleCity.TODAY);
    }

    /** A file of one application. */
    private static byte[] bytes(String receipt) throws IOException {
        Path sample = Path.of("sample-files", "applications-online.csv");
        List<String> rows = Files.readAllLines(sample).subList(0, 2);
        String late = rows.get(1).replaceFirst("W\\d{10}", receipt);
        return (rows.getFirst() + "\n" + late + "\n").getBytes(StandardCharsets.UTF_8);
    }

    /** What a file of applications was handed in as. */
    private static String about() {
        return """
        kind=APPLICATIONS
        asOf=
        program=%s
        person=office2
        at=2026-06-29T03:00:00Z
        """
                .formatted(ProgramFile.read(Path.of("sample-files", "program.yaml")).code());
    }

    @AfterAll
    static void close() {
        if (pages != null) {
            pages.close();
        }
    }

    /** A file whose import broke off after its first rows; gives its name. */
    private static String brokenOff(String receipt) throws IOException {
        Path folder =
                Files.createDirectories(
                        Path.of("target", "pages-data", "uploads", "left")
                                .resolve(UUID.randomUUID().toString()));
        String name = "applications-" + receipt + ".csv";
        byte[] bytes = bytes(receipt);
        Files.write(folder.resolve(name), bytes);
        Files.writeString(folder.resolve("about.properties"), about());
        pages.database()
                .jdbc()
                .sql(
                        "INSERT INTO intake_file (program_id, kind, name, sha256, bytes, received_at,"
                                + " received_by, encoding) SELECT program_id, 'APPLICATIONS', ?, ?, ?,"
                                + " now(), 'office2', 'UTF-8' FROM program")
                .params(List.of(name, Sha256.of(bytes), bytes.length))
                .update();
        return name;
    }

    @Test
    void aFileIsDiscardedForAReasonThatStandsWhereFilesAreListed() throws IOException {
        String name = brokenOff("W0009999902");
        Page page = pages.signIn("office");
        page.navigate(pages.url("/jobs"));
        page.click("#left tr:has-text('" + name + "') button[id^=open]");
        assertThat(page.locator("dialog[open]").innerText()).contains(name, "office2");
        Pages.isAccessible(page);
        Pages.look(page, "jobs-give-up");
        Page plain = pages.signInWithoutScripts("office2");
        plain.navigate(pages.url("/jobs"));
        Pages.look(plain, "jobs-give-up-plain");
        String form = "dialog:has-text('" + name + "') ";
        plain.fill(form + "input[name=reason]", " ");
        plain.click(form + ".danger");
        assertThat(plain.locator(".notice.refused").count()).isEqualTo(1);
        assertThat(plain.locator("#left").innerText()).contains(name);
        plain.fill(form + "input[name=reason]", "the wrong list, a new one comes");
        plain.click(form + ".danger");
        assertThat(plain.locator(".notice.done").innerText()).contains(name);
        assertThat(plain.locator("#given-up-head ~ .scroll tbody").innerText())
                .contains(name, "office2", "the wrong list, a new one comes");
        Pages.look(plain, "jobs-given-up");
        plain.navigate(pages.url("/uploads"));
        assertThat(plain.locator("#list-head ~ .scroll tr:has-text('" + name + "')").innerText())
                .contains("the wrong list, a new one comes");
        plain.click("a:text-is('" + name + "')");
        assertThat(plain.locator("dl.facts").innerText()).contains("the wrong list");
        assertThat(
                        count(
                                "FROM audit_event WHERE act = 'upload.give-up' AND detail->>'reason' <> ''"))
                .isEqualTo(1);
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
