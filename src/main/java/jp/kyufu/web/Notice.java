package jp.kyufu.web;

import java.util.List;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What the next page says on top of an act: that it is done, or why it was refused. */
public final class Notice {

    static final String DONE = "noticeDone";
    static final String WARNING = "noticeWarning";
    static final String REFUSED = "noticeRefused";

    private Notice() {}

    /** Says on the next page what was done. */
    public static void done(RedirectAttributes next, String... sentences) {
        next.addFlashAttribute(DONE, List.of(sentences));
    }

    /** Says on the next page what was done and found something that must be looked at. */
    public static void warning(RedirectAttributes next, List<String> sentences) {
        next.addFlashAttribute(WARNING, sentences);
    }
}
