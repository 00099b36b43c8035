package jp.kyufu.vault;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import jp.kyufu.access.People;
import jp.kyufu.audit.Audit;
import jp.kyufu.value.Role;
import org.springframework.stereotype.Component;

/**
 * Rotation of keys by a person: {@code kyufu keys}. The fingerprint key and the charge-code key are
 * never rotated, for equal accounts must stay equal and issued codes must stay what they are.
 */
@Component
public class KeyRotation {

    /** What a key wraps or seals. */
    public enum Kind {
        /** In a file; wraps data keys. */
        MASTER,
        /** In the database, wrapped; seals rows. */
        DATA
    }

    /**
     * A key by its number.
     *
     * @param current whether it is the one in use for what is sealed or wrapped from now on
     */
    public record Key(Kind kind, int number, LocalDateTime madeAt, boolean current) {}

    /** All keys, and the files of master keys that were replaced. */
    public record Listing(List<Key> keys, List<String> retired) {}

    private final Keyring ring;
    private final People people;
    private final Audit audit;
    private final Clock clock;

    KeyRotation(Keyring ring, People people, Audit audit, Clock clock) {
        this.ring = ring;
        this.people = people;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Makes a new master key, wraps every data key with it and adds a data key for new rows. No
     * sealed row changes. Other processes go on: they fetch the new data key when they meet it.
     *
     * @return all keys, and where the replaced master keys are: they open backups made before, and
     *     nothing else
     */
    public Listing rotate(String person) {
        people.require(person, LocalDate.now(clock), Role.ADMIN);
        ring.rotate(
                person,
                generation ->
                        audit.record(person, "keys.rotate", "master key " + generation, Map.of()));
        return ring.list();
    }

    /** All keys by number; never a key itself. */
    public Listing list() {
        return ring.list();
    }
}
