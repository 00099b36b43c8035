package jp.kyufu.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class AddressParserTest {

    private static final Towns TOWNS = Towns.of(lines("registered-addresses.txt"));
    private static final AddressParser PARSER = new AddressParser(TOWNS);

    /** One line of {@code address-cases.csv}: how it is written, and what it says. */
    record Case(String written, List<String> parts) {}

    static List<Case> cases() {
        return lines("address-cases.csv").stream()
                .skip(1)
                .map(line -> List.of(line.split(",", -1)))
                .map(cells -> new Case(cells.getFirst(), cells.subList(1, cells.size())))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void anAddressIsReadIntoItsParts(Case one) {
        assertThat(parts(PARSER.parse(one.written()))).isEqualTo(one.parts());
    }

    @Test
    void thereAreAtLeastFiveHundredCasesNoneTwice() {
        List<Case> cases = cases();
        assertThat(cases).hasSizeGreaterThanOrEqualTo(500);
        assertThat(cases.stream().map(Case::written).distinct()).hasSameSizeAs(cases);
    }

    /** Prefecture, city and what the building is called are no part of a key. */
    @Test
    void everyWayOfWritingOnePlaceHasOneKeyAndNoOtherPlaceHasIt() {
        Map<String, String> places = new HashMap<>();
        for (Case one : cases()) {
            Address address = PARSER.parse(one.written());
            String place =
                    address.town()
                            + "|"
                            + address.section()
                            + "|"
                            + address.block()
                            + "|"
                            + address.roomNumber();
            assertThat(places.computeIfAbsent(address.key(), _ -> place))
                    .as(one.written())
                    .isEqualTo(place);
        }
        assertThat(places.values()).doesNotHaveDuplicates();
    }

    @Test
    void whatWasReadIsReadAgainAsTheSame() {
        for (Case one : cases()) {
            Address address = PARSER.parse(one.written());
            assertThat(PARSER.parse(plain(address))).as(one.written()).isEqualTo(address);
        }
    }

    /** A stored key must not depend on which register was imported first. */
    @Test
    void withoutTheListTheKeyIsTheSameWhereNobodyLeftAnythingOut() {
        long different =
                cases().stream()
                        .filter(one ->
                                !AddressKey.of(one.written())
                                        .equals(PARSER.parse(one.written()).key()))
                        .count();
        // Those who write 八王子 without 市, or a town without its 町.
        assertThat(different).isLessThan(cases().size() / 25);
    }

    @ParameterizedTest
    @CsvSource({
        "元本郷3-24-1, 元本郷町, true",
        "元本郷, 元本郷, false",
        "本町田3-24-1, 本町田, false",
        "町田市元本郷町1-2-3, 元本郷町, false",
        "あ町1-2, あ町, false",
    })
    void aTownIsOnlyTakenFromTheListWhereItPlainlyStands(
            String written, String town, boolean listed) {
        Address address = PARSER.parse(written);
        assertThat(address.town()).isEqualTo(town);
        assertThat(address.listed()).isEqualTo(listed);
    }

    @Test
    void theListIsWhatTheRegisterWritesMostly() {
        Towns towns =
                Towns.of(List.of("桑都市絹ヶ丘1-2-3", "桑都市絹ケ丘1-2-4", "桑都市絹ケ丘一丁目2番", "番地なし", "", "1-2-3"));
        assertThat(towns.names()).containsExactlyInAnyOrder("絹ケ丘", "番地なし");
        assertThat(towns.city()).isEqualTo("桑都市");
        assertThat(Towns.NONE.names()).isEmpty();
    }

    @Test
    void theNumbersOfABlockAndOfARoomStandApart() {
        Address address = PARSER.parse("南大沢5-14-2 B棟804号");
        assertThat(address.blockNumbers()).containsExactly("5", "14", "2");
        assertThat(address.room()).isEqualTo("B-804");
        assertThat(address.roomNumber()).isEqualTo("804");
        assertThat(address.townKey()).isEqualTo("南大沢");
        assertThat(PARSER.parse("").blockNumbers()).isEmpty();
    }

    @Test
    void anyTextIsReadAndWidthMakesNoDifference() {
        AnyText any = AnyText.seeded();
        List<Case> cases = cases();
        for (int i = 0; i < 100_000; i++) {
            String known = cases.get(any.below(cases.size())).written();
            int cut = any.below(known.length() + 1);
            String text = i % 2 == 0 ? any.next() : known.substring(0, cut) + any.next();
            for (AddressParser parser : List.of(PARSER, AddressParser.WITHOUT_TOWNS)) {
                Address address = parser.parse(text);
                assertThat(parser.parse(Width.fold(text)))
                        .as("seed %d: %s", any.seed, text)
                        .isEqualTo(address);
                assertThat(address.key()).isNotNull();
            }
        }
    }

    private static List<String> parts(Address address) {
        return List.of(
                address.prefecture(),
                address.city(),
                address.town(),
                address.section(),
                address.block(),
                address.room(),
                address.rest());
    }

    private static String plain(Address address) {
        String section = address.section().isEmpty() ? "" : "字" + address.section();
        return address.prefecture()
                + address.city()
                + address.town()
                + section
                + address.block()
                + " "
                + address.rest()
                + " "
                + address.room();
    }

    private static List<String> lines(String name) {
        try (var in = AddressParserTest.class.getResourceAsStream(name)) {
            byte[] bytes = Objects.requireNonNull(in, name).readAllBytes();
            return new String(bytes, StandardCharsets.UTF_8).lines().toList();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
