package jp.kyufu.web.finance;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import jp.kyufu.access.People;
import jp.kyufu.access.Person;
import jp.kyufu.dispatch.DispatchFile;
import jp.kyufu.dispatch.DispatchFiles;
import jp.kyufu.dispatch.FileAct;
import jp.kyufu.dispatch.FileActs;
import jp.kyufu.dispatch.FileChecks;
import jp.kyufu.dispatch.FileStory;
import jp.kyufu.dispatch.HandOver;
import jp.kyufu.flow.Counted;
import jp.kyufu.reconciliation.BooksLists;
import jp.kyufu.value.Refusal;
import jp.kyufu.web.Notice;
import jp.kyufu.web.Texts;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One file: all that is known of it, and its way from submission to the bank's receipt. */
@Controller
@ConditionalOnWebApplication
class FileController {

    /** The clock alone can stop a file: its cut-off. */
    private static final Duration CHECKED = Duration.ofMinutes(1);

    private final DispatchFiles files;
    private final FileActs acts;
    private final FileChecks checks;
    private final HandOver handOver;
    private final People people;
    private final BooksLists lists;
    private final Clock clock;
    private final Counted.Kept<List<Refusal>> found;

    FileController(
            DispatchFiles files,
            FileActs acts,
            FileChecks checks,
            HandOver handOver,
            People people,
            BooksLists lists,
            Clock clock) {
        this.files = files;
        this.acts = acts;
        this.checks = checks;
        this.handOver = handOver;
        this.people = people;
        this.lists = lists;
        this.clock = clock;
        this.found = new Counted.Kept<>(clock, CHECKED);
    }

    /**
     * The page of a file.
     *
     * @param take the handing over whose bytes are to be taken now
     */
    @GetMapping("/files/{no:\\d+}")
    String page(
            @PathVariable int no, @RequestParam Optional<Long> take, Principal who, Model model) {
        FileStory story = files.story(no);
        Person person = person(who);
        LocalDateTime now = LocalDateTime.now(clock);
        model.addAttribute("story", story);
        model.addAttribute("file", story.file());
        model.addAttribute(
                "found", found.of(no, lists.version(), () -> checks.against(story.file())).value());
        boolean decided = checks.decided(story.file(), person);
        model.addAttribute("decided", decided);
        model.addAttribute("acts", FileAct.open(story, person, decided, now));
        model.addAttribute(
                "minutesLeft",
                story.cutOff()
                        .map(until ->
                                Math.floorDiv(Duration.between(now, until).toSeconds(), 60L)));
        model.addAttribute("take", take.orElse(null));
        model.addAttribute("today", now.toLocalDate());
        return "finance/file";
    }

    @PostMapping("/files/{no:\\d+}/compare")
    String compare(
            @PathVariable int no,
            Principal who,
            @ModelAttribute("t") Texts t,
            RedirectAttributes next) {
        checks.compare(no, person(who));
        Notice.done(next, t.words().of("web.files.compared"));
        return "redirect:/files/" + no;
    }

    @PostMapping("/files/{no:\\d+}/submit")
    String submit(
            @PathVariable int no,
            Principal who,
            @ModelAttribute("t") Texts t,
            RedirectAttributes next) {
        acts.submit(List.of(no), who.getName());
        return done(no, "submit", t, next);
    }

    @PostMapping("/files/{no:\\d+}/approve")
    String approve(
            @PathVariable int no,
            Principal who,
            @ModelAttribute("t") Texts t,
            RedirectAttributes next) {
        acts.approve(List.of(no), who.getName());
        return done(no, "approve", t, next);
    }

    @PostMapping("/files/{no:\\d+}/reject")
    String reject(
            @PathVariable int no,
            @RequestParam String reason,
            Principal who,
            @ModelAttribute("t") Texts t,
            RedirectAttributes next) {
        acts.reject(List.of(no), reason, who.getName());
        return done(no, "reject", t, next);
    }

    @PostMapping("/files/{no:\\d+}/withdraw")
    String withdraw(
            @PathVariable int no,
            @RequestParam String reason,
            Principal who,
            @ModelAttribute("t") Texts t,
            RedirectAttributes next) {
        acts.withdraw(List.of(no), reason, who.getName());
        return done(no, "withdraw", t, next);
    }

    /** Releases; the page that follows takes the bytes. */
    @PostMapping("/files/{no:\\d+}/release")
    String release(
            @PathVariable int no,
            Principal who,
            @ModelAttribute("t") Texts t,
            RedirectAttributes next) {
        acts.release(List.of(no), who.getName());
        done(no, "release", t, next);
        return take(no, handOver.begin(no, who.getName()));
    }

    @PostMapping("/files/{no:\\d+}/download")
    String download(@PathVariable int no, Principal who) {
        return take(no, handOver.begin(no, who.getName()));
    }

    @PostMapping("/files/{no:\\d+}/resend")
    String resend(@PathVariable int no, Principal who) {
        return take(no, handOver.beginAgain(no, who.getName()));
    }

    /** The bytes of a handing over, once; what was taken leads back to the file. */
    @GetMapping("/files/{no:\\d+}/bytes/{sending:\\d+}")
    void bytes(
            @PathVariable int no,
            @PathVariable long sending,
            Principal who,
            HttpServletResponse response)
            throws IOException {
        boolean given =
                handOver.give(
                        no,
                        sending,
                        who.getName(),
                        (name, bytes) -> {
                            response.setContentType("application/octet-stream");
                            response.setContentLength(bytes.length);
                            response.setHeader("Content-Disposition", attachment(name));
                            response.getOutputStream().write(bytes);
                            response.flushBuffer();
                        });
        if (!given) {
            response.sendRedirect("/files/" + no);
        }
    }

    @PostMapping("/files/{no:\\d+}/accepted")
    String accepted(
            @PathVariable int no,
            @RequestParam String reason,
            Principal who,
            @ModelAttribute("t") Texts t,
            RedirectAttributes next) {
        acts.accepted(no, reason, who.getName());
        return done(no, "accepted", t, next);
    }

    static String attachment(String name) {
        return "attachment; filename*=UTF-8''"
                + URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** Says what was done with object, count and sum. */
    private String done(int no, String act, Texts t, RedirectAttributes next) {
        DispatchFile file = files.story(no).file();
        Notice.done(
                next,
                t.words()
                        .of(
                                "web.files.done." + act,
                                file.name(),
                                t.count(file.count()),
                                t.amount(file.sum(), file.rail())));
        return "redirect:/files/" + no;
    }

    private static String take(int no, long sending) {
        return "redirect:/files/" + no + "?take=" + sending;
    }

    private Person person(Principal who) {
        return people.find(who.getName()).orElseThrow();
    }
}
