package jp.kyufu.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jp.kyufu.bank.Statement;
import jp.kyufu.bank.StatementFile;
import jp.kyufu.bank.StatementLine;
import jp.kyufu.correction.Corrections;
import jp.kyufu.correction.Recoveries;
import jp.kyufu.dispatch.DispatchFile;
import jp.kyufu.dispatch.DispatchFiles;
import jp.kyufu.program.Program;
import jp.kyufu.reconciliation.BooksLists;
import jp.kyufu.reconciliation.Reconciliation;
import jp.kyufu.reconciliation.ReturnLists;
import jp.kyufu.reconciliation.ReturnedPayment;
import jp.kyufu.reconciliation.Statements;
import jp.kyufu.reconciliation.Unexplained;
import jp.kyufu.value.Consignor;
import jp.kyufu.value.PaymentState;
import jp.kyufu.value.Rail;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The books after bank and provider have answered, and what came back, on their pages. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class BooksPagesTest {

    @TempDir static Path folder;

    private static Pages pages;
    private static Program program;
    private static int file;

    /** Everything is paid, the bank and the provider have answered, and 7 yen came from nowhere. */
    @BeforeAll
    static void open() throws IOException {
        pages = PaidCity.open(folder);
        program = PaidCity.program(pages);
        pages.get(Statements.class).importStatement(statement(), "finance2");
    }

    @AfterAll
    static void close() {
        if (pages != null) {
            pages.close();
        }
    }

    @Test
    void whatWasSentIsCreditedReturnedOrPending() {
        Page page = pages.signIn("auditor");
        for (String part : List.of("", "/results", "/statements", "/balance", "/budget", "/days")) {
            pages.counted(page, "/books" + part);
            assertThat(page.locator("main h1").count()).as(part).isEqualTo(1);
            Pages.isAccessible(page);
            Pages.look(page, "books" + part.replace('/', '-'));
            assertThat(page.locator("main form[method=post]").count()).as(part).isZero();
        }
        pages.counted(page, "/books?lang=en");
        assertThat(page.locator("tbody .chip.bad").count()).isZero();
        assertThat(page.locator("main").innerText())
                .contains("sent = credited + returned + pending");
        pages.counted(page, "/books/balance");
        assertThat(page.locator("svg rect").count()).isPositive();
        assertThat(page.locator(".chip.bad").count()).isZero();
        page.navigate(pages.url("/books/results"));
        page.locator("tbody a").first().click();
        Pages.isAccessible(page);
        assertThat(page.locator("tbody tr").count()).isPositive();
    }

    /** Last, as a closed day takes no posting. */
    @Test
    @Order(Integer.MAX_VALUE)
    void aDayIsClosedOnceWhenEverythingIsExplained() {
        Page page = pages.signIn("finance");
        page.navigate(pages.url("/books/days"));
        assertThat(page.locator("#open-close").count()).isZero();
        page.click("section.card ul a");
        Pages.isAccessible(page);
        page.click("main form[action$='/books/line'] button");
        assertThat(page.locator("pre").innerText()).isNotBlank();
        Pages.look(page, "unexplained");
        page.fill("#files", Integer.toString(file));
        page.fill("#clear-reason", "because");
        page.click("form[action$='/books/clear'] button");
        assertThat(page.locator(".notice.refused").count()).isEqualTo(1);
        page.fill("#explain-reason", "interest");
        page.click("form[action$='/books/explain'] button");
        clearByHand(page);
        assertThat(pages.get(Reconciliation.class).unexplained(program)).isEmpty();

        page.navigate(pages.url("/books/days"));
        String key = UUID.randomUUID().toString();
        Map<String, String> day = Map.of("day", SampleCity.TODAY.toString());
        Page approver = pages.signIn("approver");
        approver.navigate(pages.url("/books/days"));
        assertThat(approver.locator("#open-close").count()).isZero();
        assertThat(FilesPagesTest.post(approver, "/books/days", key, day).text())
                .contains("notice refused");
        page.click("#open-close");
        FilesPagesTest.act(page, "close");
        assertThat(page.url()).endsWith("/books/days/" + SampleCity.TODAY);
        Pages.isAccessible(page);
        Pages.look(page, "sheet");
        assertThat(page.locator("table").count())
                .isEqualTo(pages.get(Recoveries.class).list(program).isEmpty() ? 1 : 2);
        assertThat(FilesPagesTest.post(page, "/books/days", key, day).text())
                .contains("notice refused");
        assertThat(pages.get(BooksLists.class).days(program, LocalDate.MAX.withYear(9999), 10))
                .hasSize(1);
    }

    /** A debit that came in two parts is found by nobody but a person. */
    private static void clearByHand(Page page) {
        List<Unexplained> parts = pages.get(Reconciliation.class).unexplained(program);
        assertThat(parts).hasSize(2).allMatch(item -> item.kind().equals("STATEMENT_LINE"));
        page.navigate(
                pages.url("/books/unexplained?kind=STATEMENT_LINE&ref=" + parts.getFirst().ref()));
        page.fill("#files", Integer.toString(file));
        page.fill("#clear-reason", "one part");
        page.click("form[action$='/books/clear'] button");
        assertThat(page.locator(".notice.refused").count()).isEqualTo(1);
        page.fill("#lines", parts.getFirst().ref() + " " + parts.getLast().ref());
        page.fill("#files", Integer.toString(file));
        page.fill("#clear-reason", "the bank debited it in two parts");
        page.click("form[action$='/books/clear'] button");
        assertThat(page.locator(".notice.done").count()).isEqualTo(1);
        page.navigate(pages.url("/books/statements?bucket=DEBIT"));
        assertThat(page.locator("tbody tr").count()).isEqualTo(2);
        Pages.look(page, "statement-cleared");
    }

    @Test
    void everyListOfTheBooksIsTakenAwayAndRecorded() throws IOException {
        Page page = pages.signIn("finance2");
        for (String list :
                List.of(
                        "/results",
                        "/results/1",
                        "/statements",
                        "/statements?bucket=UNEXPLAINED",
                        "/days",
                        "/balance",
                        "/budget")) {
            pages.counted(page, "/books" + list);
            Download csv =
                    page.waitForDownload(() -> page.click("a[href^='/books'][href*='format=CSV']"));
            assertThat(Files.readString(csv.path())).as(list).startsWith("\uFEFF");
            Download xlsx =
                    page.waitForDownload(
                            () -> page.click("a[href^='/books'][href*='format=XLSX']"));
            assertThat(xlsx.suggestedFilename()).as(list).endsWith(".xlsx");
        }
        pages.counted(page, "/books");
        Download open =
                page.waitForDownload(
                        () -> page.click("a[href*='/unexplained/export'][href*='format=CSV']"));
        assertThat(Files.readString(open.path())).contains("statement");
        assertThat(
                        pages.get(JdbcClient.class)
                                .sql("SELECT count(*) FROM audit_event WHERE act = 'books.list'")
                                .query(Long.class)
                                .single())
                .isGreaterThanOrEqualTo(15);
    }

    @Test
    void aReturnedPaymentIsTriedAgainByTheOfficeAlone() {
        ReturnedPayment cash = returned(Rail.CASH);
        Page finance = pages.signIn("finance");
        finance.navigate(pages.url("/returns/" + cash.paymentNo()));
        assertThat(finance.locator("#open-same").count()).isZero();
        assertThat(
                        FilesPagesTest.post(
                                        finance,
                                        "/returns/" + cash.paymentNo() + "/same",
                                        UUID.randomUUID().toString(),
                                        Map.of("reason", "x"))
                                .status())
                .isEqualTo(403);

        Page office = pages.signIn("office");
        office.navigate(pages.url("/returns"));
        Pages.isAccessible(office);
        Pages.look(office, "returns");
        office.click("a[href$='/returns/" + cash.paymentNo() + "']");
        Pages.isAccessible(office);
        office.click("#open-account");
        Pages.isAccessible(office);
        office.fill("#bank", "9999");
        office.fill("#branch", "001");
        office.fill("#number", "1234567");
        office.fill("#holder", "x");
        office.fill("#reason-account", "letter");
        FilesPagesTest.act(office, "account");
        assertThat(office.locator(".notice.refused").count()).isEqualTo(1);
        office.click("#open-same");
        office.fill("#reason-same", "bank confirmed by fax 3");
        FilesPagesTest.act(office, "same");
        assertThat(office.locator(".notice.done").count()).isEqualTo(1);
        Pages.look(office, "return");
        assertThat(pages.get(ReturnLists.class).attempts(program, cash.paymentNo()))
                .extracting(ReturnedPayment.Attempt::state)
                .containsExactly(PaymentState.RETURNED, PaymentState.PLANNED);

        Page plain = pages.signInWithoutScripts("office2");
        ReturnedPayment next = returned(Rail.CASH);
        plain.navigate(pages.url("/returns/" + next.paymentNo() + "?lang=en"));
        plain.fill("#reason-points", "asked for points");
        FilesPagesTest.act(plain, "points");
        assertThat(pages.get(ReturnLists.class).attempts(program, next.paymentNo()))
                .extracting(ReturnedPayment.Attempt::rail)
                .containsExactly(Rail.CASH, Rail.POINTS);
    }

    @Test
    void aCaseIsPaidBackInPartsAndTheRestWrittenOffByTwo() {
        Page auditor = pages.signIn("auditor");
        auditor.navigate(pages.url("/recoveries"));
        assertThat(auditor.locator(".empty").count()).isEqualTo(1);
        JdbcClient jdbc = pages.get(JdbcClient.class);
        long payment =
                jdbc.sql(
                                "SELECT min(payment_no) FROM payment"
                                        + " WHERE state = 'SETTLED' AND rail = 'CASH' AND residents > 1")
                        .query(Long.class)
                        .single();
        String resident =
                jdbc.sql("SELECT max(resident_no) FROM payment_share WHERE payment_no = :payment")
                        .param("payment", payment)
                        .query(String.class)
                        .single();
        pages.get(Corrections.class)
                .add(
                        program,
                        payment,
                        List.of(resident),
                        List.of(),
                        "declines",
                        "letter",
                        "office");
        Page finance = pages.signIn("finance2");
        finance.navigate(pages.url("/recoveries"));
        Pages.isAccessible(finance);
        Pages.look(finance, "recoveries");
        finance.click("tbody a");
        finance.click("#open-paid");
        Pages.isAccessible(finance);
        finance.fill("#amount-paid", "2000");
        finance.fill("#evidence-paid", "slip 5");
        FilesPagesTest.act(finance, "paid");
        assertThat(pages.get(Recoveries.class).list(program).getFirst().balance()).isEqualTo(3_000);
        finance.click("#open-ask");
        finance.fill("#reason-ask", "died without estate");
        finance.fill("#evidence-ask", "court 9");
        FilesPagesTest.act(finance, "ask");
        Pages.look(finance, "recovery");
        assertThat(finance.locator("form[action$='/confirm']").count()).isZero();
        Page approver = pages.signInWithoutScripts("approver");
        approver.navigate(finance.url() + "?lang=en");
        approver.click("form[action$='/confirm'] button");
        assertThat(pages.get(Recoveries.class).list(program).getFirst().balance()).isZero();
        Pages.isAccessible(finance);
    }

    @Test
    void theBooksAreClosedToWhomTheyDoNotConcern() {
        Page office = pages.signIn("office2");
        assertThat(office.navigate(pages.url("/books")).status()).isEqualTo(403);
        Page call = pages.signIn("callcenter");
        for (String path : List.of("/books", "/returns", "/recoveries")) {
            assertThat(call.navigate(pages.url(path)).status()).as(path).isEqualTo(403);
        }
    }

    private static ReturnedPayment returned(Rail rail) {
        return pages.get(ReturnLists.class).waiting(program, Optional.empty(), 0, 1_000).stream()
                .filter(one -> one.rail() == rail && one.state() == PaymentState.RETURNED)
                .findFirst()
                .orElseThrow();
    }

    /** Interest that nobody expects, and the debit of a file in two parts. */
    private static Path statement() throws IOException {
        Consignor city = program.terms().consignor();
        DispatchFile cash =
                pages.get(DispatchFiles.class).list(program).stream()
                        .filter(one -> one.rail() == Rail.CASH)
                        .findFirst()
                        .orElseThrow();
        file = cash.fileNo();
        Statement statement =
                new Statement(
                        new Statement.BankAccount(
                                city.bank().digits(),
                                city.branch().digits(),
                                city.type().code(),
                                "000" + city.account().digits(),
                                "ｿｳﾄｼ"),
                        SampleCity.TODAY,
                        SampleCity.TODAY,
                        SampleCity.TODAY,
                        cash.sum() + 1_000,
                        1_007,
                        List.of(
                                line(true, 7, "ﾘｿｸ"),
                                line(false, 1_000, "ｿｳｺﾞｳ"),
                                line(false, cash.sum() - 1_000, "ｿｳｺﾞｳ")));
        return Files.write(folder.resolve("statement"), StatementFile.write(List.of(statement)));
    }

    private static StatementLine line(boolean credit, long amount, String remark) {
        return new StatementLine(
                0, 0, 0, SampleCity.TODAY, credit, "11", amount, "", "ｷﾝﾘ", remark, "");
    }
}
