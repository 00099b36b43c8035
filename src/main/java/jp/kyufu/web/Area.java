package jp.kyufu.web;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.kyufu.value.Role;

/**
 * Parts of the pages, in the order of the navigation: the first step of their path, who may look
 * and who may act there. The functions behind an act ask once more, and more exactly.
 */
public enum Area {
    CALL("/call", of(Role.CALLCENTER, Role.OFFICE), of(Role.CALLCENTER, Role.OFFICE)),
    UPLOADS("/uploads", of(Role.OFFICE, Role.FINANCE), of(Role.OFFICE, Role.FINANCE)),
    FINDINGS("/findings", of(Role.OFFICE, Role.AUDITOR), of(Role.OFFICE)),
    APPLICATIONS("/applications", of(Role.OFFICE, Role.AUDITOR), of(Role.OFFICE)),
    REGISTER("/register", of(Role.OFFICE, Role.AUDITOR), of(Role.OFFICE)),
    PROGRAMS(
            "/programs",
            of(Role.OFFICE, Role.FINANCE, Role.APPROVER, Role.AUDITOR),
            of(Role.OFFICE)),
    FILES(
            "/files",
            of(Role.OFFICE, Role.FINANCE, Role.APPROVER, Role.AUDITOR),
            of(Role.OFFICE, Role.FINANCE, Role.APPROVER)),
    BOOKS("/books", of(Role.FINANCE, Role.APPROVER, Role.AUDITOR), of(Role.FINANCE, Role.APPROVER)),
    PAYMENTS(
            "/payments",
            of(Role.OFFICE, Role.FINANCE, Role.APPROVER, Role.AUDITOR),
            of(Role.OFFICE, Role.FINANCE)),
    RETURNS("/returns", of(Role.OFFICE, Role.FINANCE, Role.AUDITOR), of(Role.OFFICE)),
    RECOVERIES(
            "/recoveries",
            of(Role.OFFICE, Role.FINANCE, Role.APPROVER, Role.AUDITOR),
            of(Role.OFFICE, Role.FINANCE, Role.APPROVER)),
    AUDIT("/audit", of(Role.AUDITOR), of(Role.AUDITOR)),
    PEOPLE("/people", of(Role.ADMIN, Role.AUDITOR), of(Role.ADMIN)),
    JOBS(
            "/jobs",
            of(Role.ADMIN, Role.OFFICE, Role.FINANCE, Role.AUDITOR),
            of(Role.ADMIN, Role.OFFICE, Role.FINANCE)),
    SETTINGS("/settings", of(Role.ADMIN, Role.OFFICE, Role.FINANCE, Role.AUDITOR), of(Role.ADMIN));

    private final String path;
    private final Set<Role> readers;
    private final Set<Role> actors;

    Area(String path, Set<Role> readers, Set<Role> actors) {
        this.path = path;
        this.readers = readers;
        this.actors = actors;
    }

    private static Set<Role> of(Role... roles) {
        return EnumSet.copyOf(List.of(roles));
    }

    public String path() {
        return path;
    }

    public Set<Role> readers() {
        return readers;
    }

    public Set<Role> actors() {
        return actors;
    }

    /** The area that a path of this application lies in; empty for pages that everybody has. */
    static Optional<Area> ofPath(String path) {
        return Arrays.stream(values())
                .filter(area -> path.equals(area.path) || path.startsWith(area.path + "/"))
                .findFirst();
    }

    /** What stands in the navigation of somebody with these roles. */
    static List<Area> openTo(Set<Role> roles) {
        return Arrays.stream(values())
                .filter(area -> area.readers.stream().anyMatch(roles::contains))
                .toList();
    }
}
