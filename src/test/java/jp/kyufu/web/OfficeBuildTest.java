package jp.kyufu.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import jp.kyufu.dispatch.Preview;
import jp.kyufu.pipeline.BackgroundWork;
import jp.kyufu.pipeline.PayDesk;
import jp.kyufu.program.Program;
import jp.kyufu.program.Programs;
import jp.kyufu.value.Rail;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Files are built from a page that says before what will be in them. */
class OfficeBuildTest {

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

    @Test
    void whatThePreviewCountsIsWhatTheFilesCarry() {
        Page page = pages.signIn("office");
        page.navigate(pages.url("/files/new"));
        Pages.isAccessible(page);
        assertThat(page.locator("#payDate option[selected]").getAttribute("value"))
                .isEqualTo("2026-07-01");
        assertThat(page.locator("#days-head ~ .scroll .chip.good").count()).isEqualTo(1);
        page.click("form[action$='/preview'] button");
        page.waitForSelector("#preview form button");
        Pages.isAccessible(page);
        Pages.look(page, "office-build");
        Preview preview = pages.get(PayDesk.class).last(program()).orElseThrow();
        assertThat(preview.held()).isNotEmpty();
        page.click("#preview form button");
        page.waitForSelector("#preview a[href='/files']");
        for (Rail rail : Rail.values()) {
            assertThat(sum(rail)).as(rail.name()).isEqualTo(preview.of(rail).amount()).isPositive();
        }
        page.navigate(pages.url("/files/new"));
        assertThat(page.locator("#preview form").count()).isZero();
    }

    @Test
    void withoutScriptsThePreviewComesWithALink() {
        Page page = pages.signInWithoutScripts("office2");
        page.navigate(pages.url("/files/new?lang=en"));
        page.selectOption("#rail", "POINTS");
        page.click("form[action$='/preview'] button");
        BackgroundWork work = pages.get(BackgroundWork.class);
        while (work.recent().stream().anyMatch(job -> job.state().isOpen())) {
            LockSupport.parkNanos(50_000_000);
        }
        page.click("main .card a[href='/files/new']");
        assertThat(page.locator("#preview .chip").count()).isPositive();
    }

    @Test
    void nobodyElseBuilds() {
        for (String person : List.of("finance", "approver", "auditor")) {
            Page page = pages.signIn(person);
            page.navigate(pages.url("/files/new"));
            assertThat(page.locator("form[action^='/files/new']").count()).as(person).isZero();
        }
        Page page = pages.signIn("callcenter");
        assertThat(page.navigate(pages.url("/files/new")).status()).isEqualTo(403);
    }

    private static long sum(Rail rail) {
        return pages.database()
                .jdbc()
                .sql("SELECT sum(sum) FROM dispatch_file WHERE rail = CAST(:rail AS rail)")
                .param("rail", rail.name())
                .query(Long.class)
                .single();
    }
}
