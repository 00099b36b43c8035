package jp.kyufu.inquiry;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import jp.kyufu.inquiry.IndexStore.Loaded;
import jp.kyufu.inquiry.IndexStore.Stamp;
import jp.kyufu.kanji.KanjiMaps;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The index of this process and how fresh it is. Each search asks the database whether a newer
 * upload, register or assessment is complete; if so, the next index is read in the background while
 * the present one answers. One made of an older register answers nothing: it may not know of a
 * person who is protected now.
 */
@Component
class SearchIndex {

    private record Held(Loaded loaded, Instant asOf) {}

    private final IndexStore store;
    private final KanjiMaps maps;
    private final Clock clock;
    private volatile @Nullable Held held;
    private @Nullable Thread reading;

    SearchIndex(IndexStore store, KanjiMaps maps, Clock clock) {
        this.store = store;
        this.maps = maps;
        this.clock = clock;
    }

    /**
     * What can be searched now.
     *
     * @param index empty while there is none that may answer
     * @param asOf when it was read
     */
    record View(Optional<PeopleIndex> index, Instant asOf) {}

    View view() {
        Stamp now = store.stamp();
        Held mine = held;
        if (mine == null || !mine.loaded().stamp().equals(now)) {
            readInBackground();
        }
        boolean answers = mine != null && mine.loaded().stamp().registers().equals(now.registers());
        return answers && mine != null
                ? new View(Optional.of(mine.loaded().index()), mine.asOf())
                : new View(Optional.empty(), clock.instant());
    }

    /** Reads it now unless it is fresh; gives what is held then. */
    PeopleIndex refresh() {
        Held mine = held;
        if (mine == null || !mine.loaded().stamp().equals(store.stamp())) {
            mine = read();
        }
        return mine.loaded().index();
    }

    private synchronized void readInBackground() {
        if (reading == null || !reading.isAlive()) {
            reading = Thread.ofPlatform().daemon().name("search-index").start(this::read);
        }
    }

    private Held read() {
        maps.activate();
        Instant asOf = clock.instant();
        Held fresh = new Held(store.load(), asOf);
        held = fresh;
        return fresh;
    }
}
