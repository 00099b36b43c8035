package jp.kyufu.dispatch;

import java.util.List;
import jp.kyufu.program.Program;
import org.springframework.stereotype.Component;

/** Files as they stand, for lists and reports. */
@Component
public class DispatchFiles {

    private final DispatchStore store;

    DispatchFiles(DispatchStore store) {
        this.store = store;
    }

    /** Every file of a program, in order of number, those rejected and withdrawn included. */
    public List<DispatchFile> list(Program program) {
        return store.files(program);
    }
}
