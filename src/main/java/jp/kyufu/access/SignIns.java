package jp.kyufu.access;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.kyufu.audit.Audit;
import jp.kyufu.database.Installation;
import jp.kyufu.value.Check;
import jp.kyufu.value.Refusal;
import jp.kyufu.value.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who sits before the pages: passwords, locking out, slowing down. Whether an id is known shows in
 * no answer.
 */
@Component
public class SignIns {

    /** Wrong tries in a row after which a person is locked out. */
    static final int WRONG_TRIES = 5;

    /** How long. */
    static final Duration LOCKED = Duration.ofMinutes(15);

    /** Tries without success in a minute after which an address has to wait. */
    static final int TRIES_A_MINUTE = 30;

    /** NIST SP 800-63B-4: length counts, composition does not. */
    static final int SHORTEST = 12;

    static final int LONGEST = 200;

    private static final String FIRST_ADMINISTRATOR = "admin";

    private final CredentialStore store;
    private final People people;
    private final Audit audit;
    private final Installation installation;
    private final Clock clock;

    SignIns(JdbcClient jdbc, People people, Audit audit, Installation installation, Clock clock) {
        this.store = new CredentialStore(jdbc);
        this.people = people;
        this.audit = audit;
        this.installation = installation;
        this.clock = clock;
    }

    /** What became of a try. */
    public sealed interface Outcome {

        /**
         * Let in.
         *
         * @param mustChange whether the password was good for this once
         */
        record In(String person, boolean mustChange) implements Outcome {}

        /** Unknown, without a password, past the last day, or another password. */
        record Wrong() implements Outcome {}

        /** Too many wrong tries in a row. */
        record Locked(Duration howLong) implements Outcome {}

        /** Too many tries from one address. */
        record Slowed() implements Outcome {}
    }

    /**
     * How somebody stands who has a password.
     *
     * @param oneTime whether it still waits to be replaced
     * @param lastIn null before the first time
     */
    public record Standing(
            String person,
            boolean oneTime,
            OffsetDateTime setAt,
            @Nullable OffsetDateTime lastIn) {}

    /** Everybody who has a password, in order of id. */
    public List<Standing> standings() {
        return store.standings();
    }

    /** Tries to sign in; every try is kept. */
    public Outcome signIn(String id, String password, String address) {
        String person = cut(id.strip());
        CredentialStore.Tries tries = store.tries(person, cut(address), LOCKED);
        Outcome outcome = decide(person, password, tries);
        store.add(person, cut(address), outcome);
        if (outcome instanceof Outcome.In in) {
            audit.record(person, "sign-in", person, Map.of("one_time", in.mustChange()));
        } else if (outcome instanceof Outcome.Locked && tries.wrong() == WRONG_TRIES) {
            audit.record(person, "sign-in.locked", person, Map.of("tries", tries.wrong()));
        }
        return outcome;
    }

    private Outcome decide(String person, String password, CredentialStore.Tries tries) {
        if (tries.fromAddress() >= TRIES_A_MINUTE) {
            return new Outcome.Slowed();
        }
        if (tries.wrong() >= WRONG_TRIES) {
            return new Outcome.Locked(LOCKED);
        }
        Optional<CredentialStore.Credential> credential = store.find(person);
        String hash = credential.map(CredentialStore.Credential::hash).orElse(Passwords.NOBODY);
        boolean right = password.length() <= LONGEST && Passwords.matches(password, hash);
        boolean may = credential.isPresent() && mayStillAct(person);
        return right && may
                ? new Outcome.In(person, credential.get().oneTime())
                : new Outcome.Wrong();
    }

    private boolean mayStillAct(String person) {
        return people.find(person)
                .filter(known -> !known.hasEnded(LocalDate.now(clock)))
                .isPresent();
    }

    /**
     * Replaces one's own password.
     *
     * @throws Refusal if the present one is another, or the new one is too short, too long, the
     *     same, or the id
     */
    @Transactional
    public void change(String person, String present, String next) {
        CredentialStore.Credential now =
                store.find(person).orElseThrow(() -> new Refusal("access.password.wrong"));
        if (present.length() > LONGEST || !Passwords.matches(present, now.hash())) {
            throw new Refusal("access.password.wrong");
        }
        int length = next.codePointCount(0, next.length());
        if (length < SHORTEST || length > LONGEST) {
            throw new Refusal("access.password.length", SHORTEST, LONGEST);
        }
        if (next.equals(present) || next.equalsIgnoreCase(person)) {
            throw new Refusal("access.password.same");
        }
        store.add(person, Passwords.hash(next), false, person);
        audit.record(person, "password.change", person, Map.of());
    }

    /**
     * Gives a person a password for one signing in, in place of any other: for one who is new or
     * has forgotten it.
     *
     * @param actor an administrator, or the operator of the machine; not the person
     * @return to be told once; nothing of it is kept but the hash
     */
    @Transactional
    public String oneTime(String person, String actor) {
        if (person.equalsIgnoreCase(actor)) {
            throw new Refusal("access.password.oneself");
        }
        if (people.find(person).isEmpty()) {
            throw new Refusal("access.unknown", person);
        }
        String password = Passwords.oneTime();
        store.add(person, Passwords.hash(password), true, actor);
        audit.record(actor, "password.give", person, Map.of());
        return password;
    }

    /**
     * Gives a demo person a password that stays, in a place to practise only.
     *
     * @return to be told; a new one each time
     */
    @Transactional
    public String toPractise(String person) {
        Check.that(installation.training(), "a demo person outside of training");
        String password = Passwords.oneTime();
        store.add(person, Passwords.hash(password), false, person);
        return password;
    }

    /**
     * On the first start, where nobody can sign in yet: makes the first administrator.
     *
     * @return his one-time password; empty at every later start
     */
    @Transactional
    public Optional<String> firstAdministrator(String operator) {
        if (store.anybody()) {
            return Optional.empty();
        }
        people.add(FIRST_ADMINISTRATOR, List.of(Role.ADMIN), null, operator);
        return Optional.of(oneTime(FIRST_ADMINISTRATOR, operator));
    }

    private static String cut(String text) {
        return text.length() <= 100 ? text : text.substring(0, 100);
    }
}
