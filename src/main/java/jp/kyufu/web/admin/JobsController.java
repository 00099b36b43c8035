package jp.kyufu.web.admin;

import java.util.List;
import jp.kyufu.pipeline.Runs;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The history of jobs. */
@Controller
@ConditionalOnWebApplication
class JobsController {

    private static final int PAGE = 50;

    private final Runs runs;

    JobsController(Runs runs) {
        this.runs = runs;
    }

    @GetMapping("/jobs")
    String list(@RequestParam(defaultValue = "" + Long.MAX_VALUE) long before, Model model) {
        List<Runs.Run> found = runs.list(before, PAGE + 1);
        boolean more = found.size() > PAGE;
        model.addAttribute("runs", more ? found.subList(0, PAGE) : found);
        model.addAttribute("older", more ? found.get(PAGE - 1).runNo() : null);
        model.addAttribute("first", before == Long.MAX_VALUE);
        return "admin/jobs";
    }
}
