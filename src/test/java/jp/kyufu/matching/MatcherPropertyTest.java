package jp.kyufu.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.random.RandomGenerator;
import jp.kyufu.matching.People.Form;
import jp.kyufu.matching.People.Person;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The matcher against {@link NaiveMatching} over towns so small that everything collides. */
class MatcherPropertyTest {

    private static final List<String> SURNAMES = List.of("高橋", "髙橋", "島田", "嶋田", "林");
    private static final List<String> GIVEN = List.of("太郎", "太朗", "太一郎", "花", "花子");
    private static final List<String> KANA =
            List.of("", "", "タカハシ　タロウ", "ﾀｶﾊｼ ﾀﾛｳ", "シマダ　タロウ", "シマダ　ハナ", "シマダ　ハナコ");
    private static final List<String> HOUSEHOLDS =
            List.of("1", "01", "2", "3", "10000000001", "20000000002", "400000000000004");
    private static final List<String> ADDRESSES = List.of("", "元町1", "元町1", "本町2");

    @Test
    void keysArraysAndShortCutsDecideLikeANestedLoopOverStrings() {
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        RandomGenerator random = new Random(seed);
        Map<String, Integer> seen = new HashMap<>();
        for (int town = 0; town < 400; town++) {
            List<Person> persons = persons(random);
            People people = new People(persons);
            for (int i = 0; i < 50; i++) {
                Form form = form(random);
                People.Result result = people.match(form);
                String expected = NaiveMatching.match(form, persons);
                String no = result.residentNo();
                assertThat(no == null ? result.how() : result.how() + " " + no)
                        .as("seed %d: %s among %s", seed, form, persons)
                        .satisfies(found -> {
                            if (expected == null) {
                                assertThat(found)
                                        .doesNotStartWith("NUMBER")
                                        .doesNotContainPattern("PASS_[123]");
                            } else {
                                assertThat(found).isEqualTo(expected);
                            }
                        });
                seen.merge(result.how(), 1, Integer::sum);
            }
        }
        assertThat(seen)
                .as("what occurred")
                .containsKeys("NUMBER", "PASS_1", "PASS_2", "PASS_3", "PASS_4", "PASS_5", "SCORE")
                .containsKeys("SEVERAL_CANDIDATES", "NUMBER_CONTRADICTS", "NOT_IN_REGISTER")
                .containsKeys("NAME_MISSING", "BIRTH_DATE_UNREADABLE");
    }

    @Test
    void theOrderOfTheRegisterChangesNothing() {
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        for (int town = 0; town < 100; town++) {
            List<Person> persons = persons(random);
            List<Person> shuffled = new ArrayList<>(persons);
            Collections.shuffle(shuffled, random);
            People people = new People(persons);
            People others = new People(shuffled);
            for (int i = 0; i < 50; i++) {
                Form form = form(random);
                assertThat(others.match(form)).as("seed %d", seed).isEqualTo(people.match(form));
            }
        }
    }

    private static List<Person> persons(RandomGenerator random) {
        List<Person> persons = new ArrayList<>();
        int size = 1 + random.nextInt(14);
        for (int i = 0; i < size; i++) {
            persons.add(
                    new Person(
                            String.valueOf(100 + i),
                            one(HOUSEHOLDS, random),
                            one(SURNAMES, random) + "　" + one(GIVEN, random),
                            one(KANA, random),
                            birth(random),
                            one(ADDRESSES, random),
                            random.nextInt(5) == 0));
        }
        return persons;
    }

    private static Form form(RandomGenerator random) {
        boolean numbered = random.nextInt(3) > 0;
        boolean named = random.nextInt(6) > 0;
        return new Form(
                numbered ? one(HOUSEHOLDS, random) : null,
                named ? one(SURNAMES, random) + one(GIVEN, random) : "",
                one(KANA, random),
                birth(random),
                one(ADDRESSES, random));
    }

    private static @Nullable LocalDate birth(RandomGenerator random) {
        return random.nextInt(12) == 0
                ? null
                : LocalDate.of(1960 + 30 * random.nextInt(2), 1, 1 + random.nextInt(2));
    }

    private static String one(List<String> of, RandomGenerator random) {
        return of.get(random.nextInt(of.size()));
    }
}
