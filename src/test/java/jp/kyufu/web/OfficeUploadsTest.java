package jp.kyufu.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import jp.kyufu.pipeline.BackgroundWork;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Files come in through the pages. */
class OfficeUploadsTest {

    private static final Path BROKEN = Path.of("sample-files", "broken");

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
    void severalFilesAreImportedWhileThePageTellsHowFarItIsAndThenAssessed() throws Exception {
        Page page = pages.signIn("office");
        page.navigate(pages.url("/uploads"));
        Pages.isAccessible(page);
        assertThat(page.locator("input[name=kind]").count()).isEqualTo(3);
        page.setInputFiles(
                "#file",
                new Path[] {
                    BROKEN.resolve("online-too-few-columns.csv"),
                    BROKEN.resolve("online-no-header.csv")
                });
        page.check("input[value=APPLICATIONS]");
        page.click("form.card button");
        assertThat(page.locator(".notice.done").first().innerText()).contains("2");
        page.waitForSelector("#jobs a[href*='/uploads/']");
        page.waitForSelector("#jobs .wrong");
        Pages.look(page, "office-uploads");
        page.click("#jobs a[href*='/uploads/']");
        Pages.isAccessible(page);
        assertThat(page.locator("tbody tr").count()).isPositive();
        var csv = page.waitForDownload(() -> page.click("a[href$='.csv']"));
        assertThat(Files.readString(csv.path(), StandardCharsets.UTF_8)).contains("COLUMN_COUNT");
        Pages.look(page, "office-rejects");
        page.navigate(pages.url("/uploads"));
        page.click("form[action$='/assess'] button");
        page.waitForSelector("#jobs .good >> nth=1");
        page.navigate(pages.url("/uploads"));
        assertThat(page.locator("form[action$='/assess']").count()).isZero();
    }

    @Test
    void withoutScriptsTheSameIsDoneByLinks() {
        Page page = pages.signInWithoutScripts("finance");
        page.navigate(pages.url("/uploads?lang=en"));
        assertThat(page.locator("input[name=kind]").count()).isEqualTo(4);
        page.setInputFiles("#file", Path.of("sample-files", "program.yaml"));
        page.check("input[value=STATEMENT]");
        page.click("form.card button");
        awaitTheEnd();
        page.click("main a[href='/uploads']");
        assertThat(page.locator("#jobs .bad").count()).isPositive();
    }

    @Test
    void aKindThatIsNotOnesOwnIsRefusedAndNoFileIsLeft() throws Exception {
        Page page = pages.signIn("finance2");
        page.navigate(pages.url("/uploads"));
        page.setInputFiles("#file", BROKEN.resolve("online-no-header.csv"));
        page.evaluate("document.querySelector('input[name=kind]').value = 'APPLICATIONS'");
        page.check("input[name=kind] >> nth=0");
        page.click("form.card button");
        assertThat(page.locator(".notice.refused").count()).isEqualTo(1);
        awaitTheEnd();
        try (Stream<Path> left = Files.walk(Path.of("target", "pages-data", "uploads"))) {
            assertThat(left.filter(file -> file.toString().endsWith(".csv"))).isEmpty();
        }
    }

    @Test
    void whoHandsInNothingGetsNothing() {
        for (String person : List.of("auditor", "approver", "callcenter", "admin")) {
            Page page = pages.signIn(person);
            assertThat(page.navigate(pages.url("/uploads")).status()).as(person).isEqualTo(403);
        }
    }

    private static void awaitTheEnd() {
        BackgroundWork work = pages.get(BackgroundWork.class);
        while (work.recent().stream().anyMatch(job -> job.state().isOpen())) {
            LockSupport.parkNanos(50_000_000);
        }
    }
}
