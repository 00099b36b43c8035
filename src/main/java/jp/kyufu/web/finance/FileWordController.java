package jp.kyufu.web.finance;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.time.LocalDate;
import jp.kyufu.dispatch.Evidence;
import jp.kyufu.dispatch.FileDoubts;
import jp.kyufu.dispatch.Sendings;
import jp.kyufu.dispatch.Stop;
import jp.kyufu.dispatch.Stops;
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
    private final FileDoubts doubts;
    private final Stops stops;

    FileWordController(Sendings sendings, FileDoubts doubts, Stops stops) {
        this.sendings = sendings;
        this.doubts = doubts;
        this.stops = stops;
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

    @PostMapping("/files/{no:\\d+}/resend-request")
    String askToResend(
            @PathVariable int no,
            @RequestParam String reason,
            Principal who,
            @ModelAttribute("t") Texts t,
            RedirectAttributes next) {
        sendings.askToResend(no, reason, who.getName());
        return said(no, "resend-request", t, next);
    }

    @PostMapping("/files/{no:\\d+}/unknown")
    String unknown(
            @PathVariable int no,
            @RequestParam String reason,
            Principal who,
            @ModelAttribute("t") Texts t,
            RedirectAttributes next) {
        doubts.unknown(no, reason, who.getName());
        return said(no, "unknown", t, next);
    }

    @PostMapping("/files/{no:\\d+}/cancel-request")
    String cancelRequest(
            @PathVariable int no,
            @RequestParam String reason,
            Principal who,
            @ModelAttribute("t") Texts t,
            RedirectAttributes next) {
        doubts.cancelRequested(no, reason, who.getName());
        return said(no, "cancel-request", t, next);
    }

    @PostMapping("/files/{no:\\d+}/executed")
    String executed(
            @PathVariable int no,
            Proof proof,
            Principal who,
            @ModelAttribute("t") Texts t,
            RedirectAttributes next) {
        doubts.executed(no, proof.evidence(), who.getName());
        return said(no, "executed", t, next);
    }

    @PostMapping("/files/{no:\\d+}/never-received")
    String neverReceived(
            @PathVariable int no,
            Proof proof,
            Principal who,
            @ModelAttribute("t") Texts t,
            RedirectAttributes next) {
        doubts.neverReceived(no, proof.evidence(), who.getName());
        return said(no, "never-received", t, next);
    }

    @PostMapping("/files/{no:\\d+}/cancelled")
    String cancelled(
            @PathVariable int no,
            Proof proof,
            Principal who,
            @ModelAttribute("t") Texts t,
            RedirectAttributes next) {
        doubts.cancelledByBank(no, proof.evidence(), who.getName());
        return said(no, "cancelled", t, next);
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

    @PostMapping("/files/{no:\\d+}/stops/{stop}/confirm")
    String confirm(
            @PathVariable int no,
            @PathVariable int stop,
            Proof proof,
            Principal who,
            @ModelAttribute("t") Texts t,
            RedirectAttributes next) {
        stops.confirmed(stop, proof.evidence(), who.getName());
        return said(no, "confirm", t, next);
    }

    @PostMapping("/files/{no:\\d+}/stops/{stop}/refuse")
    String refuse(
            @PathVariable int no,
            @PathVariable int stop,
            Proof proof,
            Principal who,
            @ModelAttribute("t") Texts t,
            RedirectAttributes next) {
        stops.refused(stop, proof.evidence(), who.getName());
        return said(no, "refuse", t, next);
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
