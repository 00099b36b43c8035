package jp.kyufu.matching;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** Applications in batches that are worth handing to a core. */
final class Applicants {

    private static final int BATCH = 8192;

    private final List<List<Applicant>> batches = new ArrayList<>();

    void add(Applicant applicant) {
        if (batches.isEmpty() || batches.getLast().size() == BATCH) {
            batches.add(new ArrayList<>(BATCH));
        }
        batches.getLast().add(applicant);
    }

    boolean isEmpty() {
        return batches.isEmpty();
    }

    Iterator<List<Applicant>> batches() {
        return batches.iterator();
    }
}
