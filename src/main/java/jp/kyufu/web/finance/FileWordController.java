package jp.kyufu.web.finance;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.time.LocalDate;
import java.util.Map;
import jp.kyufu.dispatch.Evidence;
import jp.kyufu.dispatch.FileDoubts;
import jp.kyufu.dispatch.Sendings;
import jp.kyufu.dispatch.Stop;
import jp.kyufu.dispatch.Stops;
import jp.kyufu.value.Check;
import jp.kyufu.web.Notice;
import jp.kyufu.web.Texts;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What people say about a released file: sent, in doubt and out of it, payments to be stopped. */
@Controller
@ConditionalOnWebApplication
class FileWordController {

    private final Sendings sendings;
    private final Stops stops;
    private final Map<String, Word<String>> withReason;
    private final Map<String, Word<Evidence>> withProof;
    private final Map<String, Word<Evidence>> answers;

    FileWordController(Sendings sendings, FileDoubts doubts, Stops stops) {
        this.sendings = sendings;
        this.stops = stops;
        withReason =
                Map.of(
                        "resend-request", sendings::askToResend,
                        "unknown", doubts::unknown,
                        "cancel-request", doubts::cancelRequested);
        withProof =
                Map.of(
                        "executed", doubts::executed,
                        "never-received", doubts::neverReceived,
                        "cancelled", doubts::cancelledByBank);
        answers = Map.of("confirm", stops::confirmed, "refuse", stops::refused);
    }

    /** What a person says of a file or a stop by its number, and on what ground. */
    private interface Word<T> {
        void say(int no, T ground, String person);
    }

    /** The three fields of a proof. */
    record Proof(
            String document,
            String toldBy,
            @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate dated) {

        Evidence evidence() {
            return new Evidence(document, toldBy, dated);
        }
    }

    @PostMapping("/files/{no:\\d+}/sent")
    String sent(
            @PathVariable int no,
            @RequestParam String how,
            @RequestParam String to,
            Principal who,
            @ModelAttribute("t") Texts t,
            RedirectAttributes next) {
        sendings.sent(no, how, to, who.getName());
        return said(no, "sent", t, next);
    }

    /** What is said with a reason alone. */
    @PostMapping("/files/{no:\\d+}/{act:resend-request|unknown|cancel-request}")
    String withReason(
            @PathVariable int no,
            @PathVariable String act,
            @RequestParam String reason,
            Principal who,
            @ModelAttribute("t") Texts t,
            RedirectAttributes next) {
        Check.present(withReason.get(act)).say(no, reason, who.getName());
        return said(no, act, t, next);
    }

    /** The three ways out of a doubt. */
    @PostMapping("/files/{no:\\d+}/{act:executed|never-received|cancelled}")
    String withProof(
            @PathVariable int no,
            @PathVariable String act,
            Proof proof,
            Principal who,
            @ModelAttribute("t") Texts t,
            RedirectAttributes next) {
        Check.present(withProof.get(act)).say(no, proof.evidence(), who.getName());
        return said(no, act, t, next);
    }

    @PostMapping("/files/{no:\\d+}/stops")
    String stop(
            @PathVariable int no,
            @RequestParam long payment,
            @RequestParam String reason,
            Principal who,
            @ModelAttribute("t") Texts t,
            RedirectAttributes next) {
        Stop stop = stops.add(payment, reason, who.getName());
        Notice.done(
                next,
                t.words()
                        .of(
                                "web.files.stopped",
                                stop.stopNo(),
                                payment,
                                t.yen(stop.amount()),
                                t.time(stop.deadline())));
        return "redirect:/files/" + stop.fileNo() + "#stops";
    }

    /** The bank's answer to a stop. */
    @PostMapping("/files/{no:\\d+}/stops/{stop}/{act:confirm|refuse}")
    String answer(
            @PathVariable int no,
            @PathVariable int stop,
            @PathVariable String act,
            Proof proof,
            Principal who,
            @ModelAttribute("t") Texts t,
            RedirectAttributes next) {
        Check.present(answers.get(act)).say(stop, proof.evidence(), who.getName());
        return said(no, act, t, next);
    }

    /** The list for the bank. It names accounts, so it is asked for by a form and recorded. */
    @PostMapping("/files/{no:\\d+}/stops/print")
    void print(@PathVariable int no, Principal who, HttpServletResponse response)
            throws IOException {
        byte[] text = stops.text(no, who.getName()).getBytes(StandardCharsets.UTF_8);
        response.setContentType("text/plain; charset=UTF-8");
        response.setHeader(
                "Content-Disposition", FileController.attachment("stops-" + no + ".txt"));
        response.getOutputStream().write(text);
    }

    private static String said(int no, String act, Texts t, RedirectAttributes next) {
        Notice.done(next, t.words().of("web.files.said." + act));
        return "redirect:/files/" + no;
    }
}
