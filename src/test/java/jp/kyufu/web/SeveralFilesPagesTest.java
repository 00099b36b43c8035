package jp.kyufu.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import jp.kyufu.dispatch.DispatchFile;
import jp.kyufu.dispatch.DispatchFiles;
import jp.kyufu.dispatch.FileActs;
import jp.kyufu.dispatch.FileBuild;
import jp.kyufu.program.Program;
import jp.kyufu.value.FileState;
import jp.kyufu.value.Rail;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Several files in one act, and the acts on released files that end in other ways, in a browser.
 */
class SeveralFilesPagesTest {

    private Pages pages;
    private Program program;
    private List<Integer> all;

    @BeforeEach
    void open() {
        pages = Pages.open(SampleCity.TODAY);
        program = PaidCity.program(pages);
        all =
                pages
                        .get(FileBuild.class)
                        .build(program, Optional.empty(), Optional.empty(), "office")
                        .stream()
                        .map(DispatchFile::fileNo)
                        .toList();
    }

    @AfterEach
    void close() {
        if (pages != null) {
            pages.close();
        }
    }

    @Test
    void threePeopleTakeFilesTogetherAndTheOneThatIsStoppedDoesNotKeepTheOthers() throws Exception {
        Page office = pages.signIn("office");
        office.navigate(pages.url("/files"));
        Pages.look(office, "files-tick");
        tick(office, all);
        Pages.isAccessible(office);
        assertThat(office.locator("tbody tr").count()).isEqualTo(all.size());
        assertThat(office.locator("main").innerText()).contains(file(all.getFirst()).digest());
        Pages.look(office, "files-several");
        office.click("form[action$='/several/submit'] button");
        assertThat(states()).containsOnly(FileState.SUBMITTED);

        int held = all.getLast();
        raiseFinding(held);
        Page approver = pages.signInWithoutScripts("approver");
        approver.navigate(pages.url("/files?lang=en"));
        tick(approver, all);
        assertThat(approver.locator(".chip.bad").count()).isEqualTo(1);
        approver.click("form[action$='/several/approve'] button");
        assertThat(approver.locator(".notice.done p").count()).isEqualTo(all.size() - 1);
        assertThat(approver.locator(".notice.warn").first().innerText())
                .contains(file(held).name(), "did not go");
        assertThat(state(held)).isEqualTo(FileState.SUBMITTED);
        Pages.look(approver, "files-several-refused");

        List<Integer> approved = all.subList(0, all.size() - 1);
        Page finance = pages.signIn("finance");
        finance.navigate(pages.url("/files"));
        tick(finance, all);
        assertThat(finance.locator("form[action*='/several/']").count()).isZero();
        finance.navigate(pages.url("/files?state=APPROVED"));
        tick(finance, approved);
        Download zip =
                finance.waitForDownload(
                        () -> finance.click("form[action$='/several/release'] button"));
        Map<String, String> taken = unzip(zip);
        assertThat(taken).hasSize(approved.size());
        approved.forEach(no -> assertThat(taken).containsEntry(file(no).name(), file(no).sha256()));
        assertThat(pages.get(DispatchFiles.class).story(approved.getFirst()).sendings())
                .hasSize(1)
                .allMatch(sending -> sending.done());
        String key = UUID.randomUUID().toString();
        Map<String, String> first = Map.of("no", approved.getFirst().toString());
        for (int i = 0; i < 2; i++) {
            APIResponse answer =
                    FilesPagesTest.post(finance, "/files/several/download", key, first);
            assertThat(answer.status()).isEqualTo(200);
        }
        assertThat(pages.get(DispatchFiles.class).story(approved.getFirst()).sendings()).hasSize(2);
        finance.navigate(pages.url("/files"));
        assertThat(
                        FilesPagesTest.post(
                                        finance,
                                        "/files/several/approve",
                                        UUID.randomUUID().toString(),
                                        Map.of("no", Integer.toString(held)))
                                .text())
                .contains("notice warn");
        assertThat(state(held)).isEqualTo(FileState.SUBMITTED);
    }

    @Test
    void aFileIsWithdrawnACancellationIsCarriedOutOrNotAndAStopIsRefused() {
        List<Integer> cash = of(Rail.CASH);
        List<Integer> points = of(Rail.POINTS);
        Page office = pages.signIn("office");
        office.navigate(pages.url("/files/" + points.getLast()));
        office.click("#open-withdraw");
        Pages.isAccessible(office);
        office.fill("#reason-withdraw", "one account is wrong");
        FilesPagesTest.act(office, "withdraw");
        assertThat(state(points.getLast())).isEqualTo(FileState.WITHDRAWN);
        Pages.look(office, "file-withdrawn");

        List<Integer> sent = List.of(cash.getFirst(), cash.getLast(), points.getFirst());
        FileActs acts = pages.get(FileActs.class);
        acts.submit(sent, "office");
        acts.approve(sent, "approver");
        acts.release(sent, "finance2");
        Page finance = pages.signIn("finance");
        askToCancel(finance, points.getFirst());
        Pages.look(finance, "file-cancel-requested");
        prove(finance, "cancelled");
        assertThat(state(points.getFirst())).isEqualTo(FileState.CANCELLED);
        assertThat(returned(points.getFirst())).isEqualTo(file(points.getFirst()).count());
        Pages.look(finance, "file-cancelled");
        askToCancel(finance, cash.getLast());
        prove(finance, "executed");
        assertThat(state(cash.getLast())).isEqualTo(FileState.ACCEPTED);
        Pages.isAccessible(finance);
        Pages.look(finance, "file-executed");

        finance.navigate(pages.url("/files/" + cash.getFirst()));
        long payment = payment(cash.getFirst());
        finance.click("#open-stop");
        finance.fill("#payment-stop", Long.toString(payment));
        finance.fill("#reason-stop", "died");
        FilesPagesTest.act(finance, "stop");
        int stop =
                pages.get(DispatchFiles.class)
                        .story(cash.getFirst())
                        .openStops()
                        .getFirst()
                        .stopNo();
        finance.click("#open-refuse-" + stop);
        Pages.isAccessible(finance);
        finance.fill("#document-refuse-" + stop, "fax 9");
        finance.fill("#told-refuse-" + stop, "tanaka");
        FilesPagesTest.act(finance, "refuse-" + stop);
        assertThat(pages.get(DispatchFiles.class).story(cash.getFirst()).openStops()).isEmpty();
        assertThat(returned(cash.getFirst())).isZero();
        Pages.look(finance, "file-stop-refused");
    }

    private void askToCancel(Page finance, int file) {
        finance.navigate(pages.url("/files/" + file));
        finance.click("#open-cancel-request");
        finance.fill("#reason-cancel-request", "sent twice");
        FilesPagesTest.act(finance, "cancel-request");
        assertThat(state(file)).isEqualTo(FileState.CANCEL_REQUESTED);
    }

    private static void prove(Page finance, String word) {
        finance.click("#open-" + word);
        finance.fill("#document-" + word, "fax 7");
        finance.fill("#told-" + word, "tanaka");
        FilesPagesTest.act(finance, word);
    }

    private static void tick(Page page, List<Integer> files) {
        files.forEach(no -> page.check("input[name=no][value='" + no + "']"));
        page.click("button[form=several]");
    }

    /** An open finding on a payment of the file. */
    private void raiseFinding(int file) {
        pages.get(JdbcClient.class)
                .sql(
                        "SELECT raise_finding(:program, 'PAYMENT_RETURNED', NULL, :payment, NULL,"
                                + " NULL, 'test')::text")
                .param("program", program.id())
                .param("payment", payment(file))
                .query(String.class)
                .optional();
    }

    private long payment(int file) {
        return one("SELECT min(payment_no) FROM dispatch_item WHERE file_no = :file", file);
    }

    private long returned(int file) {
        return one(
                "SELECT count(*) FROM dispatch_item JOIN payment USING (payment_no)"
                        + " WHERE file_no = :file AND state = 'RETURNED'",
                file);
    }

    private long one(String sql, int file) {
        return pages.get(JdbcClient.class).sql(sql).param("file", file).query(Long.class).single();
    }

    private DispatchFile file(int no) {
        return pages.get(DispatchFiles.class).story(no).file();
    }

    private FileState state(int no) {
        return file(no).state();
    }

    private List<FileState> states() {
        return all.stream().map(this::state).toList();
    }

    private List<Integer> of(Rail rail) {
        List<Integer> found = all.stream().filter(no -> file(no).rail() == rail).toList();
        assertThat(found).hasSizeGreaterThan(1);
        return found;
    }

    /** SHA-256 of every file of the archive, by name. */
    private static Map<String, String> unzip(Download zip) throws Exception {
        Map<String, String> found = new TreeMap<>();
        try (ZipInputStream in = new ZipInputStream(Files.newInputStream(zip.path()))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                found.put(
                        entry.getName(),
                        HexFormat.of()
                                .formatHex(
                                        MessageDigest.getInstance("SHA-256")
                                                .digest(in.readAllBytes())));
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return found;
    }
}
