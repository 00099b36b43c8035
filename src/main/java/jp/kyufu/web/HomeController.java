package jp.kyufu.web;

import java.security.Principal;
import java.util.Set;
import jp.kyufu.access.Person;
import jp.kyufu.value.Role;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The first page: whoever only answers calls begins with the search. */
@Controller
@ConditionalOnWebApplication
class HomeController {

    private final Rights rights;

    HomeController(Rights rights) {
        this.rights = rights;
    }

    @GetMapping("/")
    String home(Principal who) {
        Set<Role> roles = rights.present(who.getName()).map(Person::roles).orElse(Set.of());
        return roles.equals(Set.of(Role.CALLCENTER)) ? "redirect:/call" : "home";
    }
}
