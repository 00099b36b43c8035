package jp.kyufu.access;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import jp.kyufu.audit.Audit;
import jp.kyufu.value.Refusal;
import jp.kyufu.value.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Who may do what. */
@Component
public class People {

    /** What the database accepts as an id, too. */
    private static final String ID = "[^\\s\\p{Cntrl}]{1,100}";

    /** Who may have lists and exports. */
    private static final Role[] LISTS = {
        Role.OFFICE, Role.FINANCE, Role.APPROVER, Role.AUDITOR, Role.ADMIN
    };

    private final PeopleStore store;
    private final Audit audit;
    private final TransactionTemplate transaction;

    public People(JdbcClient jdbc, Audit audit, PlatformTransactionManager transactions) {
        this.store = new PeopleStore(jdbc);
        this.audit = audit;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * Adds a person, or roles to one who is known: roles are never taken away here, and an end date
     * changes only if one is given. Refuses granting to oneself, an id that is none, and one that
     * differs from a known one in upper and lower case only.
     *
     * @param actor who grants; recorded
     * @return the person as known from now on
     */
    public Person add(String id, Collection<Role> roles, @Nullable LocalDate endsOn, String actor) {
        if (!id.matches(ID)) {
            throw new Refusal("access.idMalformed", id);
        }
        if (id.equalsIgnoreCase(actor)) {
            throw new Refusal("access.grantToOneself", id);
        }
        return transaction.execute(status -> addInTransaction(id, roles, endsOn, actor));
    }

    /** Everybody, in order of id. */
    public List<Person> list() {
        return store.all();
    }

    /** Who has this id. */
    public Optional<Person> find(String id) {
        return store.find(id);
    }

    /**
     * Gives the person if he or she may act today in one of these roles; refuses an unknown person,
     * one whose time has ended and one without any of the roles.
     */
    public Person require(String person, LocalDate today, Role... anyOf) {
        Person known = store.find(person).orElseThrow(() -> new Refusal("access.unknown", person));
        if (known.hasEnded(today)) {
            throw new Refusal("access.ended", person, String.valueOf(known.endsOn()));
        }
        if (Arrays.stream(anyOf).noneMatch(known.roles()::contains)) {
            throw new Refusal("access.lacksRole", person, words(List.of(anyOf)));
        }
        return known;
    }

    /**
     * Refuses a list to one who may read single records only (rule I20): a person of the call
     * center who is nothing else. The operator of the machine, who is no person here, passes.
     */
    public void requireLists(String person, LocalDate today) {
        if (store.find(person).isPresent()) {
            require(person, today, LISTS);
        }
    }

    private Person addInTransaction(
            String id, Collection<Role> roles, @Nullable LocalDate endsOn, String actor) {
        String known = store.addPerson(id, endsOn, actor);
        if (!known.equals(id)) {
            throw new Refusal("access.idDiffersInCase", id, known);
        }
        Set<Role> granted = EnumSet.noneOf(Role.class);
        for (Role role : roles) {
            if (store.grant(id, role, actor)) {
                granted.add(role);
            }
        }
        audit.record(
                actor,
                "people.add",
                id,
                Map.of("granted", words(granted), "ends_on", endsOn == null ? "" : endsOn));
        return store.find(id).orElseThrow();
    }

    private static String words(Collection<Role> roles) {
        return roles.stream().map(PeopleStore::written).collect(Collectors.joining("|"));
    }
}
