package jp.kyufu.matching;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import jp.kyufu.matching.Fact.AddressLevel;
import jp.kyufu.matching.Fact.BirthLevel;
import jp.kyufu.matching.Fact.KanaLevel;
import org.jspecify.annotations.Nullable;

/** How many residents have the values in which applicants and their candidates are equal. */
final class Frequencies {

    /** What can be shared. */
    private enum Value {
        NAME,
        KANA,
        BIRTH,
        ADDRESS,
        TOWN;

        long key(RegisterKeys register, int resident) {
            return switch (this) {
                case NAME -> register.nameKey(resident);
                case KANA -> register.kanaKey(resident);
                case BIRTH -> 1L << 32 | register.birthDay(resident) & 0xffff_ffffL;
                case ADDRESS -> register.addressKey(resident);
                case TOWN -> register.townKey(resident);
            };
        }

        /** The value in which two who agree so are equal; null where they are in none. */
        static @Nullable Value of(Fact fact, Pattern pattern) {
            return switch (fact) {
                case NAME ->
                        switch (pattern.name()) {
                            case WRITTEN, FOLDED, SWAPPED -> NAME;
                            case OTHER_NAME, PARTS, CLOSE, ALIKE, GIVEN, SURNAME -> null;
                            case DIFFERENT, MISSING -> null;
                        };
                case KANA -> pattern.kana() == KanaLevel.EQUAL_ALONE ? KANA : null;
                case BIRTH -> pattern.birth() == BirthLevel.EQUAL ? BIRTH : null;
                case ADDRESS ->
                        pattern.address() == AddressLevel.EQUAL
                                ? ADDRESS
                                : pattern.address() == AddressLevel.TOWN ? TOWN : null;
                case SEX, NUMBER -> null;
            };
        }
    }

    private final RegisterKeys register;
    private final List<SoughtIndex> counts; // by the ordinal of the value

    private Frequencies(RegisterKeys register, List<SoughtKeys> sought) {
        this.register = register;
        RegisterPass pass = new RegisterPass(register.size());
        counts =
                Arrays.stream(Value.values())
                        .map(value ->
                                pass.seek(sought.get(value.ordinal()), i -> value.key(register, i)))
                        .toList();
        pass.run();
    }

    /** Of what these agree in. */
    static Frequencies of(RegisterKeys register, Iterable<Compared> compared) {
        List<SoughtKeys> sought = sought();
        for (Compared one : compared) {
            for (int i = 0; i < one.size(); i++) {
                for (Fact fact : Fact.values()) {
                    Value value = Value.of(fact, one.pattern(i));
                    if (value != null) {
                        sought.get(value.ordinal()).add(value.key(register, one.resident(i)));
                    }
                }
            }
        }
        return new Frequencies(register, sought);
    }

    /** Of every value of the register. */
    static Frequencies ofAll(RegisterKeys register) {
        List<SoughtKeys> sought = sought();
        for (Value value : Value.values()) {
            for (int i = 0; i < register.size(); i++) {
                sought.get(value.ordinal()).add(value.key(register, i));
            }
        }
        return new Frequencies(register, sought);
    }

    private static List<SoughtKeys> sought() {
        return Stream.generate(SoughtKeys::new).limit(Value.values().length).toList();
    }

    /** How many have the value in which a resident who agrees so is equal; 0: equal in none. */
    int bearers(Fact fact, Pattern pattern, int resident) {
        Value value = Value.of(fact, pattern);
        return value == null ? 0 : counts.get(value.ordinal()).count(value.key(register, resident));
    }
}
