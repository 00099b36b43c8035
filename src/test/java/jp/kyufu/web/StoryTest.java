package jp.kyufu.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import jp.kyufu.city.PlayBank;
import jp.kyufu.dispatch.DispatchFile;
import jp.kyufu.dispatch.DispatchFiles;
import jp.kyufu.program.Program;
import jp.kyufu.program.Programs;
import jp.kyufu.reconciliation.FileBooks;
import jp.kyufu.reconciliation.Reconciliation;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One pay run from upload to the telephone, by four people who have nothing but the pages. */
class StoryTest {

    private static final Path MORE =
            Path.of("sample-files", "broken", "online-too-few-columns.csv");

    @TempDir private Path folder;

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
    void fromUploadToTheAnswerOnTheTelephone() throws IOException {
        Page office = pages.signIn("office");
        upload(office, "APPLICATIONS", MORE);
        decideOne(office);
        assess(office);
        build(office);
        for (DispatchFile file : files()) {
            act(office, file, "submit");
        }

        Page approver = pages.signIn("approver");
        for (DispatchFile file : files()) {
            act(approver, file, "approve");
        }

        Page finance = pages.signIn("finance");
        Path sent = Files.createDirectories(folder.resolve("sent"));
        for (DispatchFile file : files()) {
            finance.navigate(pages.url("/files/" + file.fileNo()));
            finance.click("#open-release");
            Download bytes = finance.waitForDownload(() -> FilesPagesTest.act(finance, "release"));
            bytes.saveAs(sent.resolve(bytes.suggestedFilename()));
        }

        Path answers = Files.createDirectories(folder.resolve("answers"));
        for (Path answer : PlayBank.play(sent, answers, 7, SampleCity.TODAY)) {
            boolean points = answer.toString().endsWith(".csv");
            upload(finance, points ? "POINT_RESULTS" : "RESULTS", answer);
        }
        assertThat(pages.get(Reconciliation.class).files(program()))
                .isNotEmpty()
                .allSatisfy(file -> assertThat(file.pending()).isZero())
                .extracting(FileBooks::difference)
                .containsOnly(0L);

        finance.navigate(pages.url("/books/days"));
        finance.click("#open-close");
        FilesPagesTest.act(finance, "close");
        assertThat(finance.url()).endsWith("/books/days/" + SampleCity.TODAY);

        Page call = pages.signIn("callcenter");
        call.navigate(pages.url("/call"));
        call.fill("#words", paidReceipt());
        call.keyboard().press("Enter");
        call.locator(".hits a").first().click();
        assertThat(call.locator(".spoken").first().innerText()).isNotBlank();
        assertThat(call.locator("main").innerText()).doesNotContain("SETTLED");
        Pages.look(call, "story-call");
    }

    private static void upload(Page page, String kind, Path file) {
        page.navigate(pages.url("/uploads"));
        int done = page.locator("#jobs .good").count();
        page.setInputFiles("#file", file);
        page.check("input[value=" + kind + "]");
        page.click("form.card button");
        page.waitForSelector("#jobs .good >> nth=" + done);
    }

    private static void decideOne(Page page) {
        page.navigate(pages.url("/findings?reason=SEVERAL_CANDIDATES"));
        page.keyboard().press("n");
        page.waitForURL("**/findings/*?reason=SEVERAL_CANDIDATES");
        page.keyboard().press("s");
        page.keyboard().type("asked the residents' desk");
        page.keyboard().press("Enter");
        page.waitForSelector(".notice.done");
    }

    private static void assess(Page page) {
        page.navigate(pages.url("/uploads"));
        int done = page.locator("#jobs .good").count();
        page.click("form[action$='/assess'] button");
        page.waitForSelector("#jobs .good >> nth=" + done);
    }

    private static void build(Page page) {
        page.navigate(pages.url("/files/new"));
        page.click("form[action$='/preview'] button");
        page.waitForSelector("#preview form button");
        page.click("#preview form button");
        page.waitForSelector("#preview a[href='/files']");
    }

    private static void act(Page page, DispatchFile file, String act) {
        page.navigate(pages.url("/files/" + file.fileNo()));
        page.click("#open-" + act);
        FilesPagesTest.act(page, act);
        assertThat(page.locator(".notice.done").count()).isEqualTo(1);
    }

    private static Program program() {
        return pages.get(Programs.class).theOne(Optional.empty());
    }

    private static List<DispatchFile> files() {
        List<DispatchFile> files = pages.get(DispatchFiles.class).list(program());
        assertThat(files).isNotEmpty();
        return files;
    }

    private static String paidReceipt() {
        return pages.database()
                .jdbc()
                .sql(
                        "SELECT a.receipt_no FROM payment p JOIN application a USING (application_id)"
                                + " WHERE p.state = 'SETTLED' ORDER BY p.payment_no LIMIT 1")
                .query(String.class)
                .single();
    }
}
