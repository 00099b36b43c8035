package jp.kyufu.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import jp.kyufu.access.People;
import jp.kyufu.access.SignIns;
import jp.kyufu.value.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Signing in to the pages, in a real browser. */
class SignInTest {

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
    void nobodySeesAPageWithoutSigningInAndThenGetsThePageAskedFor() {
        Page page = pages.stranger();
        page.navigate(pages.url("/password"));
        assertThat(page.url()).endsWith("/sign-in");
        Pages.isAccessible(page);
        Pages.look(page, "sign-in");
        page.fill("#person", "office");
        page.fill("#password", pages.password("office"));
        page.click("main button");
        assertThat(page.url()).contains("/password");
        Pages.isAccessible(page);
        Pages.look(page, "password");
    }

    @Test
    void aWrongPasswordSaysNeitherWhichOfTheTwoIsWrongNorWhetherTheIdIsKnown() {
        Page page = pages.stranger();
        String known = wrong(page, "approver");
        String unknown = wrong(page, "nobody-of-this-name");
        assertThat(known).isEqualTo(unknown).isNotBlank();
    }

    @Test
    void afterFiveWrongTriesEvenTheRightPasswordIsRefused() {
        pages.add("forgetful", Role.OFFICE);
        Page page = pages.stranger();
        for (int i = 0; i < 5; i++) {
            wrong(page, "forgetful");
        }
        page.fill("#person", "forgetful");
        page.fill("#password", pages.password("forgetful"));
        page.click("main button");
        assertThat(page.url()).endsWith("/sign-in?locked");
    }

    @Test
    void aOneTimePasswordIsReplacedBeforeAnythingElse() {
        pages.get(People.class).add("newcomer", List.of(Role.OFFICE), null, "operator");
        String oneTime = pages.get(SignIns.class).oneTime("newcomer", "operator");
        Page page = pages.stranger();
        page.navigate(pages.url("/sign-in"));
        page.fill("#person", "newcomer");
        page.fill("#password", oneTime);
        page.click("main button");
        page.navigate(pages.url("/"));
        assertThat(page.url()).contains("/password");
        page.fill("#present", oneTime);
        page.fill("#next", "twelve dry pine trees");
        page.fill("#again", "twelve dry pine trees");
        page.click("main button");
        assertThat(page.url()).doesNotContain("/password");
        assertThat(page.locator(".notice.done").count()).isEqualTo(1);
    }

    @Test
    void aSecondSignInEndsTheFirst() {
        Page first = pages.signIn("auditor");
        Page second = pages.signIn("auditor");
        first.navigate(pages.url("/"));
        assertThat(first.url()).contains("/sign-in");
        second.navigate(pages.url("/"));
        assertThat(second.url()).doesNotContain("/sign-in");
    }

    @Test
    void thePagesWorkInBothLanguagesAndWithoutScripts() {
        Page page = pages.signInWithoutScripts("office2");
        assertThat(page.locator("html").getAttribute("lang")).isEqualTo("ja");
        page.click(".who a[lang=en]");
        assertThat(page.locator("html").getAttribute("lang")).isEqualTo("en");
        page.click("header form[action$=sign-out] button");
        assertThat(page.url()).contains("/sign-in");
    }

    private static String wrong(Page page, String person) {
        page.navigate(pages.url("/sign-in"));
        page.fill("#person", person);
        page.fill("#password", "certainly not this one");
        page.click("main button");
        return page.locator(".notice.refused").innerText();
    }
}
