package jp.kyufu.city;

import java.util.ArrayList;
import java.util.List;
import jp.kyufu.city.CasePlan.Plan;
import jp.kyufu.value.Check;

/** One household of the register. The first member is the head unless its case says otherwise. */
final class Household {

    final int index;
    final String number;
    final Plan plan;
    final Case kind;
    final List<Person> members = new ArrayList<>();
    Address address;

    Household(int index, String number, Plan plan, Address address) {
        this.index = index;
        this.number = number;
        this.plan = plan;
        this.kind = plan.kind();
        this.address = address;
    }

    Person head() {
        return members.getFirst();
    }

    /**
     * The first adult who is not the head and could sign; the case guarantees that there is one.
     */
    Person otherAdult() {
        return members.stream()
                .skip(1)
                .filter(p -> p.adult() && p.entitled())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no second adult in " + number));
    }

    List<Person> entitled() {
        return members.stream().filter(Person::entitled).toList();
    }

    /** Entitled members whose shares are kept for themselves (file contract §9). */
    List<Person> reserved() {
        return head().guarded ? List.of() : entitled().stream().filter(p -> p.guarded).toList();
    }

    /** The number printed on the notice: ten digits and a check digit (file contract §3). */
    String printed() {
        return printed(number);
    }

    static String printed(String household) {
        String ten = household.substring(Math.max(0, household.length() - 10));
        return ten + checkDigit(ten);
    }

    static int checkDigit(String ten) {
        Check.that(ten.length() == 10, "ten digits: %s", ten);
        int sum = 0;
        for (int i = 0; i < 10; i++) {
            int weight = 2 + i % 6;
            sum += weight * (ten.charAt(9 - i) - '0');
        }
        int digit = 11 - sum % 11;
        return digit >= 10 ? 0 : digit;
    }
}
