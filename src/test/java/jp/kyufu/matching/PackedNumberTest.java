package jp.kyufu.matching;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PackedNumberTest {

    @ParameterizedTest
    @ValueSource(strings = {"0", "7", "123", "00123", "000000000000000", "999999999999999"})
    void aNumberComesBackAsWritten(String digits) {
        assertThat(PackedNumber.text(PackedNumber.of(digits))).isEqualTo(digits);
    }

    @Test
    void leadingZerosMakeAnotherNumber() {
        assertThat(PackedNumber.of("00123")).isNotEqualTo(PackedNumber.of("123"));
    }
}
