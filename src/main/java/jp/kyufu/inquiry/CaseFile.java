package jp.kyufu.inquiry;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A case as it is read, before it is masked for anybody.
 *
 * @param standings its applications without those of protected persons, the one that stands first
 * @param members numbers of all residents of the household
 * @param person whom the case is shown as; null where nobody is to be shown
 * @param hidden whether a member of the household is, or the applicant may be, protected: nothing
 *     of a person is told
 */
record CaseFile(
        CaseKey key,
        List<Standing> standings,
        List<String> members,
        @Nullable Person person,
        Situation situation,
        boolean hidden) {

    Hit hit() {
        return person == null || situation == Situation.OFFICE
                ? new Hit(key, "", "", null, "", situation)
                : new Hit(
                        key,
                        person.name(),
                        person.kana(),
                        person.birthYear(),
                        person.town(),
                        situation);
    }
}
