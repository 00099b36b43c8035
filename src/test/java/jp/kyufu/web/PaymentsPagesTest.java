package jp.kyufu.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jp.kyufu.correction.CorrectionLists;
import jp.kyufu.program.Program;
import jp.kyufu.reconciliation.PointLot;
import jp.kyufu.reconciliation.PointLots;
import jp.kyufu.reconciliation.RetryTo;
import jp.kyufu.reconciliation.ReturnLists;
import jp.kyufu.reconciliation.ReturnedPayment;
import jp.kyufu.reconciliation.Returns;
import jp.kyufu.value.PaymentState;
import jp.kyufu.value.Rail;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One payment and what still happens to it after it was paid, on its pages. */
class PaymentsPagesTest {

    @TempDir static Path folder;

    private static Pages pages;
    private static Program program;

    @BeforeAll
    static void open() throws IOException {
        pages = PaidCity.open(folder);
        program = PaidCity.program(pages);
    }

    @AfterAll
    static void close() {
        if (pages != null) {
            pages.close();
        }
    }

    @Test
    void aPaymentIsFoundByItsNumberAndALinkInItsCaseLeadsThere() {
        long payment = settled(Rail.CASH, 1);
        Page office = pages.signIn("office");
        office.navigate(pages.url("/payments"));
        Pages.isAccessible(office);
        Pages.look(office, "payments");
        office.fill("#no", "999999999");
        office.click("form[role=search] button");
        assertThat(office.locator("h1").innerText()).isNotBlank();
        office.navigate(pages.url("/payments"));
        office.fill("#no", Long.toString(payment));
        office.click("form[role=search] button");
        assertThat(office.url()).endsWith("/payments/" + payment);
        Pages.isAccessible(office);
        Pages.look(office, "payment");
        office.click("main dl.facts a");
        assertThat(office.url()).contains("/applications/");
        assertThat(office.locator("a[href$='/payments/" + payment + "']").count()).isPositive();
    }

    @Test
    void aMemberWhoDeclinesAfterPaymentBecomesACaseAndOneWhoClaimsAgainDoesNotGetItTwice() {
        long payment = settled(Rail.CASH, 2);
        Page office = pages.signIn("office");
        office.navigate(pages.url("/payments/" + payment));
        office.click("a[href$='/correct']");
        Pages.isAccessible(office);
        long postings = count("posting");
        office.locator("input[name=declines]").last().check();
        office.click("form[method=get] button.second >> nth=-1");
        assertThat(office.locator("main").innerText()).contains("5,000");
        Pages.isAccessible(office);
        Pages.look(office, "correct");
        assertThat(count("posting")).isEqualTo(postings);
        assertThat(count("correction")).isZero();
        office.fill("#reason", "by phone");
        office.fill("#evidence", "letter 12");
        office.click("form[method=post][action$='/correct'] button");
        assertThat(office.url()).endsWith("/payments/" + payment + "/corrections/1");
        Pages.isAccessible(office);
        Pages.look(office, "correction");
        office.click("main ul a[href*='/recoveries/']");
        assertThat(office.locator("a[href$='/payments/" + payment + "']").count()).isPositive();

        Page again = pages.signInWithoutScripts("office2");
        again.navigate(pages.url("/payments/" + payment + "/correct?lang=en"));
        again.locator("input[name=claims]:not([disabled])").last().check();
        again.click("form[method=get] button.second >> nth=-1");
        assertThat(again.locator("main").innerText()).contains("No amount moves");
        again.fill("#reason", "changed her mind");
        again.fill("#evidence", "letter 13");
        again.click("form[method=post][action$='/correct'] button");
        assertThat(pages.get(CorrectionLists.class).ofClaim(program, payment)).hasSize(2);

        Page finance = pages.signIn("finance");
        finance.navigate(pages.url("/payments/corrections"));
        Pages.isAccessible(finance);
        Pages.look(finance, "corrections");
        assertThat(finance.locator("tbody tr").count()).isEqualTo(2);
        finance.navigate(pages.url("/payments/corrections?direction=UP"));
        assertThat(finance.locator(".empty").count()).isEqualTo(1);
        assertThat(finance.navigate(pages.url("/payments/" + payment + "/correct")).status())
                .isNotEqualTo(200);
    }

    @Test
    void aPlannedPaymentGoesToAnotherAccountOnlyWithEvidenceAndTheOldVersionStays() {
        long planned = planned();
        Page office = pages.signIn("office");
        office.navigate(pages.url("/payments/" + planned));
        office.click("#open-account");
        Pages.isAccessible(office);
        office.fill("#yuchoSymbol", "10120");
        office.fill("#yuchoNumber", "12345671");
        office.fill("#holder", "\u30b9\u30ba\u30ad \u30cf\u30ca\u30b3");
        office.fill("#reason-account", "moved");
        office.fill("#evidence-account", "copy of the passbook");
        FilesPagesTest.act(office, "account");
        assertThat(office.locator(".notice").first().innerText()).isNotBlank();
        assertThat(office.url()).doesNotEndWith("/" + planned);
        Pages.look(office, "payment-account");
        assertThat(state(planned)).isEqualTo(PaymentState.CANCELLED);
        assertThat(office.locator("#versions-head + .scroll tbody tr").count()).isEqualTo(2);
        Page auditor = pages.signIn("auditor");
        auditor.navigate(pages.url("/payments/accounts"));
        Pages.isAccessible(auditor);
        Pages.look(auditor, "account-changes");
        assertThat(auditor.locator("tbody").innerText()).contains("copy of the passbook");
        assertThat(auditor.locator("main").innerText()).doesNotContain("12345671");
    }

    @Test
    void pointsEndByTheProvidersWordAndComeBackOnlyThen() {
        Page finance = pages.signIn("finance");
        finance.navigate(pages.url("/payments/lots"));
        Pages.isAccessible(finance);
        Pages.look(finance, "lots");
        finance.click("tbody a");
        long payment = Long.parseLong(finance.url().replaceFirst(".*/", ""));
        assertThat(finance.locator("#open-EXPIRED").count()).isZero();
        assertThat(finance.locator("#open-REVERSED").count()).isZero();
        assertThat(
                        FilesPagesTest.post(
                                        finance,
                                        "/payments/lots/" + payment + "/told",
                                        UUID.randomUUID().toString(),
                                        Map.of(
                                                "word", "EXPIRED",
                                                "document", "x",
                                                "toldBy", "x",
                                                "dated", SampleCity.TODAY.toString()))
                                .text())
                .contains("notice refused");
        finance.click("#open-ask");
        Pages.isAccessible(finance);
        finance.fill("#reason-ask", "wants cash");
        FilesPagesTest.act(finance, "ask");
        assertThat(state(payment)).isEqualTo(PaymentState.SETTLED);
        finance.click("#open-REVERSED");
        finance.fill("#document-REVERSED", "fax 3");
        finance.fill("#told-REVERSED", "tanaka");
        FilesPagesTest.act(finance, "REVERSED");
        Pages.isAccessible(finance);
        Pages.look(finance, "lot");
        assertThat(state(payment)).isEqualTo(PaymentState.RETURNED);
        finance.navigate(pages.url("/payments/lots?lang=en"));
        finance.click("tbody a >> nth=1");
        finance.click("#open-CLAIMED");
        finance.fill("#document-CLAIMED", "list 4");
        finance.fill("#told-CLAIMED", "tanaka");
        FilesPagesTest.act(finance, "CLAIMED");
        finance.navigate(pages.url("/payments/lots?state=CLAIMED"));
        assertThat(finance.locator("tbody tr").count()).isEqualTo(1);
        assertThat(pages.get(PointLots.class).show(program, payment).lot().state())
                .isEqualTo(PointLot.State.REVERSED);
    }

    @Test
    void theListsAreTakenAwayAndRecordedAndNobodyElseSeesThem() throws Exception {
        Page finance = pages.signIn("finance2");
        for (String list : List.of("corrections", "accounts", "lots")) {
            finance.navigate(pages.url("/payments/" + list));
            Download csv = finance.waitForDownload(() -> finance.click("a[href*='format=CSV']"));
            assertThat(Files.readString(csv.path())).startsWith("\uFEFF");
            Download xlsx = finance.waitForDownload(() -> finance.click("a[href*='format=XLSX']"));
            assertThat(xlsx.suggestedFilename()).startsWith(list).endsWith(".xlsx");
            assertThat(
                            pages.get(JdbcClient.class)
                                    .sql(
                                            "SELECT count(*) FROM audit_event WHERE act ="
                                                    + " 'books.list' AND detail::text LIKE ?")
                                    .param("%" + list + "%")
                                    .query(Long.class)
                                    .single())
                    .as(list)
                    .isEqualTo(2);
        }
        Page call = pages.signIn("callcenter");
        assertThat(call.navigate(pages.url("/payments")).status()).isEqualTo(403);
    }

    private static long settled(Rail rail, int residents) {
        return pages.get(JdbcClient.class)
                .sql(
                        "SELECT max(p.payment_no) FROM payment p WHERE p.state = 'SETTLED' AND"
                                + " p.rail::text = ? AND p.residents = ?")
                .param(rail.name())
                .param(residents)
                .query(Long.class)
                .single();
    }

    /** The next attempt of a payment that came back. */
    private static long planned() {
        ReturnedPayment back =
                pages.get(ReturnLists.class).waiting(program, Optional.empty(), 0, 1_000).stream()
                        .filter(one -> one.rail() == Rail.CASH)
                        .findFirst()
                        .orElseThrow();
        return pages.get(Returns.class)
                .retry(program, back.paymentNo(), new RetryTo.SameAccount(), "confirmed", "office");
    }

    private static PaymentState state(long payment) {
        return pages.get(ReturnLists.class).one(program, payment).state();
    }

    private static long count(String table) {
        return pages.get(JdbcClient.class)
                .sql("SELECT count(*) FROM " + table)
                .query(Long.class)
                .single();
    }
}
