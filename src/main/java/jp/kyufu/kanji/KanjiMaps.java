package jp.kyufu.kanji;

import java.util.Map;
import jp.kyufu.text.KanjiVariants;
import jp.kyufu.value.Refusal;
import org.springframework.stereotype.Component;

/** The map of variants in force, for whoever makes keys of names. */
@Component
public class KanjiMaps {

    private final KanjiMapStore store;

    KanjiMaps(KanjiMapStore store) {
        this.store = store;
    }

    /**
     * Makes the map in force that of this process; called before keys are made. Gives its number, 0
     * for the built-in table alone.
     */
    public int activate() {
        var newest = store.newest();
        KanjiVariants.use(newest.map(map -> Folds.parse(map.folds())).orElse(Map.of()));
        return newest.map(KanjiMapStore.Stored::mapNo).orElse(0);
    }

    /**
     * Makes sure, until the caller's transaction ends, that keys made since {@link #activate} gave
     * this number are those of the map in force.
     *
     * @throws Refusal if another map was loaded meanwhile; what the caller does can be begun again
     */
    public void mustStillBe(int mapNo) {
        store.lockShared();
        if (store.newestNo() != mapNo) {
            throw new Refusal("kanji.changed");
        }
    }
}
