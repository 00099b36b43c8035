package jp.kyufu.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jp.kyufu.dispatch.DispatchFile;
import jp.kyufu.dispatch.DispatchFiles;
import jp.kyufu.dispatch.FileActs;
import jp.kyufu.dispatch.FileBuild;
import jp.kyufu.dispatch.FileStory;
import jp.kyufu.dispatch.Sending;
import jp.kyufu.program.Programs;
import jp.kyufu.value.FileState;
import jp.kyufu.value.Rail;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Transfer and point files on their pages, in a real browser. */
class FilesPagesTest {

    private Pages pages;
    private int cash;
    private int points;

    @BeforeEach
    void open() {
        pages = Pages.open(SampleCity.TODAY);
        List<DispatchFile> built =
                pages.get(FileBuild.class)
                        .build(
                                pages.get(Programs.class).theOne(Optional.empty()),
                                Optional.empty(),
                                Optional.empty(),
                                "office");
        cash = first(built, Rail.CASH);
        points = first(built, Rail.POINTS);
    }

    @AfterEach
    void close() {
        if (pages != null) {
            pages.close();
        }
    }

    @Test
    void threePeopleBringAFileToTheBankAndItsBytesAreThoseThatWereApproved() throws Exception {
        Page office = pages.signIn("office");
        office.navigate(pages.url("/files"));
        Pages.isAccessible(office);
        Pages.look(office, "files");
        office.click("a:has-text('" + story(cash).file().name() + "')");
        Pages.isAccessible(office);
        assertThat(office.locator("#open-approve").count()).isZero();
        office.click("#open-submit");
        Pages.isAccessible(office);
        assertThat(office.locator("#act-submit").innerText())
                .contains(story(cash).file().sha256(), story(cash).file().digest());
        act(office, "submit");
        assertThat(office.locator(".notice.done").count()).isEqualTo(1);

        Page approver = pages.signIn("approver");
        approver.navigate(pages.url("/files/" + cash));
        approver.click("#open-approve");
        Pages.look(approver, "file-approve");
        act(approver, "approve");
        assertThat(state(cash)).isEqualTo(FileState.APPROVED);

        Page finance = pages.signIn("finance");
        finance.navigate(pages.url("/files/" + cash));
        finance.click("#open-release");
        Download download = finance.waitForDownload(() -> act(finance, "release"));
        assertThat(download.suggestedFilename()).isEqualTo(story(cash).file().name());
        assertThat(sha256(Files.readAllBytes(download.path())))
                .isEqualTo(story(cash).file().sha256());
        assertThat(kinds(cash)).containsExactly(Sending.Kind.RELEASE);
        assertThat(story(cash).sendings()).allMatch(Sending::done);

        finance.navigate(pages.url("/files/" + cash));
        finance.click("#open-download");
        finance.waitForDownload(() -> act(finance, "download"));
        finance.navigate(pages.url("/files/" + cash));
        assertThat(finance.locator("#open-download").count()).isZero();
        finance.click("#open-sent");
        finance.fill("#how-sent", "portal");
        finance.fill("#to-sent", "0001");
        act(finance, "sent");
        finance.click("#open-accepted");
        finance.fill("#reason-accepted", "receipt 12");
        act(finance, "accepted");
        assertThat(state(cash)).isEqualTo(FileState.ACCEPTED);
        assertThat(kinds(cash))
                .containsExactly(Sending.Kind.RELEASE, Sending.Kind.DOWNLOAD, Sending.Kind.SENT);
        Pages.isAccessible(finance);
        Pages.look(finance, "file-accepted");
    }

    @Test
    void aDoubtEndsByEvidenceAndSendingAgainTakesTwo() {
        release(cash);
        Page finance = pages.signIn("finance");
        finance.navigate(pages.url("/files/" + cash));
        finance.waitForDownload(() -> {
            finance.click("#open-download");
            act(finance, "download");
        });
        finance.navigate(pages.url("/files/" + cash));
        finance.click("#open-unknown");
        finance.fill("#reason-unknown", "printer off");
        act(finance, "unknown");
        assertThat(finance.locator("#open-download, #open-sent, #open-accepted").count()).isZero();
        Pages.look(finance, "file-unknown");
        finance.click("#open-never-received");
        finance.fill("#document-never-received", "fax 7");
        finance.fill("#told-never-received", "tanaka");
        act(finance, "never-received");
        assertThat(state(cash)).isEqualTo(FileState.RELEASED);
        finance.click("#open-resend-request");
        finance.fill("#reason-resend-request", "bank has nothing");
        act(finance, "resend-request");
        assertThat(finance.locator("#open-resend").count()).isZero();

        Page second = pages.signIn("finance2");
        second.navigate(pages.url("/files/" + cash));
        second.click("#open-resend");
        second.waitForDownload(() -> act(second, "resend"));
        assertThat(kinds(cash)).endsWith(Sending.Kind.RESEND);
        second.navigate(pages.url("/files/" + cash));
        Pages.isAccessible(second);
    }

    @Test
    void aPaymentIsStoppedUntilTheBankAnswers() {
        release(cash);
        long payment = payment(cash);
        Page finance = pages.signIn("finance");
        finance.navigate(pages.url("/files/" + cash));
        finance.click("#open-stop");
        finance.fill("#payment-stop", Long.toString(payment));
        finance.fill("#reason-stop", "died");
        act(finance, "stop");
        assertThat(finance.locator("#stops").innerText()).contains(Long.toString(payment));
        Download list = finance.waitForDownload(() -> finance.click("#stops form button"));
        assertThat(list.suggestedFilename()).isEqualTo("stops-" + cash + ".txt");
        int stop = story(cash).openStops().getFirst().stopNo();
        finance.click("#open-confirm-" + stop);
        finance.fill("#document-confirm-" + stop, "fax 8");
        finance.fill("#told-confirm-" + stop, "tanaka");
        act(finance, "confirm-" + stop);
        assertThat(story(cash).openStops()).isEmpty();
        Pages.isAccessible(finance);
    }

    @Test
    void aFileIsRejectedWithAReasonWithoutScriptsInEnglish() {
        pages.get(FileActs.class).submit(List.of(points), "office");
        Page approver = pages.signInWithoutScripts("approver");
        approver.navigate(pages.url("/files/" + points + "?lang=en"));
        assertThat(approver.locator("#act-reject").isVisible()).isTrue();
        Pages.look(approver, "file-plain");
        approver.fill("#reason-reject", "wrong day");
        act(approver, "reject");
        assertThat(state(points)).isEqualTo(FileState.REJECTED);
        assertThat(approver.locator("main").innerText()).contains("Rejected by", "wrong day");
    }

    @Test
    void oneFormHasOneEffectHoweverOftenItIsSent() {
        release(cash);
        Page finance = pages.signIn("finance");
        finance.navigate(pages.url("/files/" + cash));
        String key = UUID.randomUUID().toString();
        Map<String, String> fields = Map.of("how", "portal", "to", "0001");
        assertThat(post(finance, "/files/" + cash + "/sent", key, fields).status()).isLessThan(400);
        assertThat(post(finance, "/files/" + cash + "/sent", key, fields).status()).isLessThan(400);
        assertThat(kinds(cash)).containsExactly(Sending.Kind.SENT);
        String again = UUID.randomUUID().toString();
        assertThat(post(finance, "/files/" + cash + "/sent", again, fields).text())
                .contains("notice refused");
        assertThat(kinds(cash)).containsExactly(Sending.Kind.SENT);
    }

    @Test
    void nobodyActsByAddressAgainstHisRole() {
        pages.get(FileActs.class).submit(List.of(cash), "office");
        for (String who : List.of("callcenter", "auditor", "admin")) {
            Page page = pages.signIn(who);
            for (String act : List.of("submit", "approve", "reject", "release", "unknown")) {
                APIResponse answer =
                        post(
                                page,
                                "/files/" + cash + "/" + act,
                                UUID.randomUUID().toString(),
                                Map.of("reason", "x"));
                assertThat(answer.status()).as(who + " " + act).isEqualTo(403);
            }
        }
        for (String who : List.of("office", "finance", "office2")) {
            Page page = pages.signIn(who);
            APIResponse answer =
                    post(
                            page,
                            "/files/" + cash + "/approve",
                            UUID.randomUUID().toString(),
                            Map.of());
            assertThat(answer.text()).as(who).contains("notice refused");
        }
        assertThat(state(cash)).isEqualTo(FileState.SUBMITTED);
        Page call = pages.signIn("callcenter");
        assertThat(call.navigate(pages.url("/files")).status()).isEqualTo(403);
        Page auditor = pages.signIn("auditor");
        auditor.navigate(pages.url("/files/" + cash));
        assertThat(auditor.locator("main form").count()).isZero();
    }

    @Test
    void theListIsTakenAwayAsAFile() throws Exception {
        Page finance = pages.signIn("finance");
        finance.navigate(pages.url("/files"));
        Download csv = finance.waitForDownload(() -> finance.click("a[href*='format=CSV']"));
        assertThat(Files.readString(csv.path())).startsWith("\uFEFF").contains("SHA-256");
        Download xlsx = finance.waitForDownload(() -> finance.click("a[href*='format=XLSX']"));
        assertThat(xlsx.suggestedFilename()).endsWith(".xlsx");
    }

    /** Presses the button of the dialog that is open. */
    static void act(Page page, String id) {
        page.click("#act-" + id + " form button:not([type=button])");
    }

    /** Sends a form by its address, with the token of the session. */
    static APIResponse post(Page page, String path, String key, Map<String, String> fields) {
        FormData form = FormData.create();
        form.set("_csrf", page.locator("header input[name=_csrf]").inputValue());
        form.set("_act", key);
        fields.forEach(form::set);
        String origin = page.url().replaceFirst("(https?://[^/]+).*", "$1");
        return page.request().post(origin + path, RequestOptions.create().setForm(form));
    }

    private void release(int file) {
        FileActs acts = pages.get(FileActs.class);
        acts.submit(List.of(file), "office");
        acts.approve(List.of(file), "approver");
        acts.release(List.of(file), "finance2");
    }

    private long payment(int file) {
        return pages.get(org.springframework.jdbc.core.simple.JdbcClient.class)
                .sql("SELECT min(payment_no) FROM dispatch_item WHERE file_no = :file")
                .param("file", file)
                .query(Long.class)
                .single();
    }

    private FileStory story(int file) {
        return pages.get(DispatchFiles.class).story(file);
    }

    private FileState state(int file) {
        return story(file).file().state();
    }

    private List<Sending.Kind> kinds(int file) {
        return story(file).sendings().stream().map(Sending::kind).toList();
    }

    private static int first(List<DispatchFile> files, Rail rail) {
        return files.stream()
                .filter(file -> file.rail() == rail)
                .findFirst()
                .orElseThrow()
                .fileNo();
    }

    private static String sha256(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }
}
