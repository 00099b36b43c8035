package jp.kyufu.inquiry;

import java.util.ArrayList;
import java.util.List;
import jp.kyufu.inquiry.PeopleIndex.Answer;
import jp.kyufu.inquiry.PeopleIndex.Found;

/** The best of what is found, one of each case; of equals the one that came first. */
final class Best {

    private final int most;
    private final List<Found> best = new ArrayList<>();
    private boolean more;

    Best(int most) {
        this.most = most;
    }

    void add(long ref, long inCase, int score) {
        int same = 0;
        while (same < best.size() && best.get(same).inCase() != inCase) {
            same++;
        }
        if (same < best.size()) {
            if (best.get(same).score() >= score) {
                return;
            }
            best.remove(same);
        }
        int at = best.size();
        while (at > 0 && best.get(at - 1).score() < score) {
            at--;
        }
        best.add(at, new Found(ref, inCase, score));
        if (best.size() > most) {
            best.removeLast();
            more = true;
        }
    }

    Answer answer() {
        return new Answer(List.copyOf(best), more);
    }
}
