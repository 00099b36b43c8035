package jp.kyufu.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import jp.kyufu.value.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every address of the pages, asked for by every role: what is not one's own answers 403. */
class RightsTest {

    private static final List<Role> ROLES =
            List.of(
                    Role.OFFICE,
                    Role.FINANCE,
                    Role.APPROVER,
                    Role.CALLCENTER,
                    Role.AUDITOR,
                    Role.ADMIN);

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

    /** An address and how it is asked for; what varies in it names nothing that exists. */
    private record Address(String method, String path) {}

    @Test
    void noRoleReachesAPageOrAnActThatIsNotItsOwn() {
        Set<String> wrong = new TreeSet<>();
        for (Role role : ROLES) {
            Page page = pages.signIn(role.name().toLowerCase(Locale.ROOT));
            String token = page.locator("input[name=_csrf]").first().inputValue();
            for (Address address : addresses()) {
                Optional<Area> area = Area.ofPath(address.path());
                // A reason for looking is given by whoever may look.
                boolean reads = address.method().equals("GET") || address.path().endsWith("/look");
                boolean allowed =
                        area.map(a -> reads ? a.readers() : a.actors())
                                .map(roles -> roles.contains(role))
                                .orElse(true);
                if (!allowed && status(page, address, token) != 403) {
                    wrong.add(role + " " + address);
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void whoIsNotSignedInReachesNothing() {
        Page page = pages.stranger();
        List<Address> reached = new ArrayList<>();
        for (Address address : addresses()) {
            if (address.method().equals("GET")
                    && !address.path().equals("/sign-in")
                    && !page.request().get(pages.url(address.path())).url().contains("/sign-in")) {
                reached.add(address);
            }
        }
        assertThat(reached).isEmpty();
    }

    @Test
    void aFormWithoutItsTokenOrItsKeyIsRefused() {
        Page page = pages.signIn("admin");
        String token = page.locator("input[name=_csrf]").first().inputValue();
        APIResponse forged =
                page.request()
                        .post(
                                pages.url("/people"),
                                RequestOptions.create()
                                        .setForm(
                                                FormData.create()
                                                        .set("id", "forged")
                                                        .set("roles", "OFFICE")));
        assertThat(forged.status()).isEqualTo(403);
        APIResponse keyless =
                page.request()
                        .post(
                                pages.url("/people"),
                                RequestOptions.create()
                                        .setForm(
                                                FormData.create()
                                                        .set("_csrf", token)
                                                        .set("id", "keyless")
                                                        .set("roles", "OFFICE")));
        assertThat(keyless.status()).isEqualTo(400);
    }

    @Test
    void theSameFormTwiceHasOneEffect() {
        Page page = pages.signIn("admin");
        String token = page.locator("input[name=_csrf]").first().inputValue();
        String key = UUID.randomUUID().toString();
        int before = given("office2");
        for (int i = 0; i < 3; i++) {
            APIResponse answer =
                    page.request()
                            .post(
                                    pages.url("/people/office2/password"),
                                    RequestOptions.create()
                                            .setForm(
                                                    FormData.create()
                                                            .set("_csrf", token)
                                                            .set("_act", key)));
            assertThat(answer.status()).isEqualTo(200);
        }
        assertThat(given("office2")).isEqualTo(before + 1);
    }

    private static int given(String person) {
        return pages.database()
                .jdbc()
                .sql("SELECT count(*) FROM credential WHERE person_id = ?")
                .param(person)
                .query(Integer.class)
                .single();
    }

    private static int status(Page page, Address address, String token) {
        RequestOptions options = RequestOptions.create().setMaxRedirects(0);
        if (address.method().equals("GET")) {
            return page.request().get(pages.url(address.path()), options).status();
        }
        options.setForm(
                FormData.create().set("_csrf", token).set("_act", UUID.randomUUID().toString()));
        return page.request().post(pages.url(address.path()), options).status();
    }

    private static List<Address> addresses() {
        List<Address> found = new ArrayList<>();
        pages.get("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .keySet()
                .forEach(mapping -> {
                    for (RequestMethod method : mapping.getMethodsCondition().getMethods()) {
                        mapping.getPatternValues()
                                .forEach(pattern ->
                                        found.add(
                                                new Address(
                                                        method.name(),
                                                        pattern.replaceAll(
                                                                "\\{[^}]*}", "999999999"))));
                    }
                });
        assertThat(found).hasSizeGreaterThan(10);
        return found;
    }
}
