package jp.kyufu.inquiry;

import java.util.List;
import jp.kyufu.program.Program;
import jp.kyufu.value.Refusal;
import org.springframework.stereotype.Component;

/** Answers about single applications. */
@Component
public class Inquiry {

    private final InquiryStore store;

    Inquiry(InquiryStore store) {
        this.store = store;
    }

    /**
     * The story of every application of this receipt number: one, unless two channels share it.
     *
     * @throws Refusal if no application of the program has it
     */
    public List<Story> stories(Program program, String receiptNo) {
        List<Story> found = store.stories(program.id(), receiptNo);
        if (found.isEmpty()) {
            throw new Refusal("inquiry.none", receiptNo);
        }
        return found;
    }
}
