/**
 * "Is it paid?" One application's whole story, by receipt number; and the call center's work: a
 * search that understands whatever a caller says ({@link jp.kyufu.inquiry.Search}), the case in one
 * screen ({@link jp.kyufu.inquiry.Cases}), and a note of each call. Reads the tables of all stages;
 * owns table {@code contact}.
 *
 * <p>Promises (design §5): the call center sees one case at a time, masked; what belongs to a
 * protected person, or to somebody of such a household, is found by the number on its papers alone,
 * and nothing tells why the office alone answers. A search is kept nowhere; each case that is
 * opened, and each field that is shown in full, is an event of the audit chain.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "value",
            "text",
            "flow",
            "database",
            "vault",
            "access",
            "audit",
            "kanji",
            "program",
            "intake",
            "matching",
            "assessment"
        })
package jp.kyufu.inquiry;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
