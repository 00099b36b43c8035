package jp.kyufu.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

class PrintedNumberTest {

    @Test
    void theCheckDigitIsModulus11WithWeights2To7FromTheRight() {
        // 1*5 + 2*4 + 3*3 + 4*2 + 5*7 + 6*6 + 7*5 + 8*4 + 9*3 + 0*2 = 195 = 17 * 11 + 8; 11 - 8 = 3
        assertThat(PrintedNumber.ofHousehold("1234567890").digits()).isEqualTo("12345678903");
    }

    @Test
    void checkDigits10And11BecomeZero() {
        // 6 * 2 = 12 leaves 1, and 11 - 1 = 10
        assertThat(PrintedNumber.ofHousehold("6").digits()).isEqualTo("00000000060");
        // 2 * 2 + 6 * 3 = 22 leaves 0, and 11 - 0 = 11
        assertThat(PrintedNumber.ofHousehold("62").digits()).isEqualTo("00000000620");
    }

    @Test
    void aLongHouseholdNumberPrintsItsLastTenDigits() {
        assertThat(PrintedNumber.ofHousehold("987651234567890").household())
                .isEqualTo("1234567890");
    }

    @Test
    void lostLeadingZerosAreRestored() {
        assertThat(PrintedNumber.read("620")).contains(new PrintedNumber("0000000062"));
    }

    @Test
    void aWrongCheckDigitProposesNothing() {
        assertThat(PrintedNumber.read("12345678904")).isEmpty();
    }

    @Test
    void whatIsNoNumberProposesNothing() {
        assertThat(PrintedNumber.read("")).isEmpty();
        assertThat(PrintedNumber.read("1234567890A")).isEmpty();
        assertThat(PrintedNumber.read("123456789031")).isEmpty();
    }

    @Test
    void everyPrintedNumberIsReadBackAndOneWrongDigitIsFoundUnlessTwoRemaindersShareZero() {
        long seed = 20260401;
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        for (int i = 0; i < 20_000; i++) {
            PrintedNumber number =
                    PrintedNumber.ofHousehold(String.valueOf(random.nextLong(10_000_000_000L)));
            String digits = number.digits();
            assertThat(PrintedNumber.read(digits)).as("seed %s", seed).contains(number);
            int at = random.nextInt(10);
            char other = (char) ('0' + (digits.charAt(at) - '0' + 1 + random.nextInt(9)) % 10);
            String slipped = digits.substring(0, at) + other + digits.substring(at + 1);
            if (PrintedNumber.read(slipped).isPresent()) {
                assertThat(digits).as("seed %s", seed).endsWith("0");
            }
        }
    }
}
