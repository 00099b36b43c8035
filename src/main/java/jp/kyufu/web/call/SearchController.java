package jp.kyufu.web.call;

import java.security.Principal;
import jp.kyufu.inquiry.Search;
import jp.kyufu.program.Program;
import jp.kyufu.web.Texts;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The one box. What is typed into it goes by POST: names and telephone numbers stand in no address
 * of a page, no history and no log.
 */
@Controller
@ConditionalOnWebApplication
class SearchController {

    private final Search search;

    SearchController(Search search) {
        this.search = search;
    }

    /** The empty box; whoever opens it begins to read what is searched. */
    @GetMapping("/call")
    String box(Program program, Model model) {
        model.addAttribute("scope", search.scope());
        return "call/search";
    }

    @PostMapping("/call")
    String find(
            Program program,
            Principal who,
            @RequestParam String words,
            Model model,
            @ModelAttribute("t") Texts t) {
        Search.Results results = search.search(program, who.getName(), words);
        model.addAttribute("words", words);
        model.addAttribute("results", results);
        model.addAttribute("scope", results.scope());
        model.addAttribute("said", new Sentences(t));
        return "call/search";
    }
}
