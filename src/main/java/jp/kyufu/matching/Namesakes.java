package jp.kyufu.matching;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Whoever has the name, or the reading, of one of these applicants and was born on his day. Found
 * for all of them at once.
 */
final class Namesakes {

    private static final long BIRTH = 0xd1342543de82ef95L;

    private final SoughtIndex byName;
    private final SoughtIndex byKana;

    Namesakes(RegisterKeys register, List<Applicant> applicants) {
        SoughtKeys names = new SoughtKeys();
        SoughtKeys kanas = new SoughtKeys();
        for (Applicant one : applicants) {
            names.add(withBirth(one.nameKey(), one.birthDay()));
            kanas.add(withBirth(one.kanaKey(), one.birthDay()));
        }
        RegisterPass pass = new RegisterPass(register.size());
        byName = pass.seek(names, i -> withBirth(register.nameKey(i), register.birthDay(i)));
        byKana = pass.seek(kanas, i -> withBirth(register.kanaKey(i), register.birthDay(i)));
        pass.run();
    }

    IntStream byName(Applicant applicant) {
        return byName.of(withBirth(applicant.nameKey(), applicant.birthDay()));
    }

    IntStream byKana(Applicant applicant) {
        return byKana.of(withBirth(applicant.kanaKey(), applicant.birthDay()));
    }

    /** One key of both; 0, no key, where either is missing. */
    static long withBirth(long key, int birthDay) {
        return key == 0 || birthDay == Applicant.NONE ? 0 : key ^ birthDay * BIRTH;
    }
}
