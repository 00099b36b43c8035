package jp.kyufu.program;

import java.time.LocalTime;
import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.TreeMap;
import java.util.stream.Collectors;
import jp.kyufu.value.AccountNo;
import jp.kyufu.value.BankCode;
import jp.kyufu.value.BankProfile;
import jp.kyufu.value.BankProfile.Terminator;
import jp.kyufu.value.BranchCode;
import jp.kyufu.value.Consignor;
import jp.kyufu.value.DepositType;

/**
 * The two sections of a program file that concern its bank.
 *
 * <p>A member of {@code bank_profile} that is left out is what most banks want: records end in
 * CRLF, 手形交換所番号 0000, {@code ( ) . -} in names, 9,999 records a file, cut-off 12:00 on the business
 * day before, pay date 1 to 15 business days ahead, returns for 5 business days.
 */
final class BankSections {

    static final String SYMBOLS = "().-";

    private static final String FOUR_SPACES = "    ";
    private static final long MAX_DAYS = 366;

    private static final Map<String, DepositType> DEPOSIT_TYPES = depositTypes();
    private static final String DEPOSIT_TYPES_EXPECTED = String.join(", ", DEPOSIT_TYPES.keySet());

    private static final BankProfile USUAL =
            new BankProfile(Terminator.CRLF, "0000", SYMBOLS, 9_999, LocalTime.NOON, 1, 15, 5);

    private BankSections() {}

    static Optional<BankProfile> profile(YamlSection file) {
        if (!file.present("bank_profile")) {
            return Optional.of(USUAL);
        }
        return file.section("bank_profile").flatMap(BankSections::members);
    }

    private static Optional<BankProfile> members(YamlSection section) {
        String terminators =
                Arrays.stream(Terminator.values())
                        .map(Enum::name)
                        .collect(Collectors.joining(", "));
        var terminator =
                section.optional(
                        "terminator", USUAL.terminator(), terminators, BankSections::terminator);
        var house =
                section.optional(
                        "clearing_house",
                        USUAL.clearingHouse(),
                        "0000..9999, \"    \"",
                        BankSections::clearingHouse);
        var symbols =
                section.optional(
                        "symbols", USUAL.symbols(), "JIS X 0201, not ,", BankSections::symbols);
        var records = number(section, "records_per_file", USUAL.recordsPerFile(), 1, 999_999);
        var cutOff = section.optional("cut_off", USUAL.cutOff(), Scalars.TIME, Scalars::time);
        var earliest = number(section, "earliest_days", USUAL.earliestDays(), 0, MAX_DAYS);
        var latest = number(section, "latest_days", USUAL.latestDays(), 0, MAX_DAYS);
        var returns = number(section, "return_days", USUAL.returnDays(), 0, MAX_DAYS);
        section.refuseUnknownKeys();
        if (earliest.isPresent() && latest.isPresent() && latest.get() < earliest.get()) {
            section.wrong("latest_days", ">= " + earliest.get() + " (earliest_days)");
        }
        if (!section.withoutError()) {
            return Optional.empty();
        }
        BankProfile profile =
                new BankProfile(
                        terminator.orElseThrow(),
                        house.orElseThrow(),
                        symbols.orElseThrow(),
                        records.orElseThrow(),
                        cutOff.orElseThrow(),
                        earliest.orElseThrow(),
                        latest.orElseThrow(),
                        returns.orElseThrow());
        if (!PayDates.isFeasible(profile)) {
            section.wrong("latest_days", "> " + latest.get() + " (cut_off " + cutOff.get() + ")");
            return Optional.empty();
        }
        return Optional.of(profile);
    }

    static Optional<Consignor> consignor(YamlSection section, String symbols) {
        var code = section.required("code", "0000000000", text -> Scalars.digits(text, 10));
        var name =
                section.required(
                        "name",
                        "JIS X 0201, A-Z 0-9 " + symbols + ", <= 40 bytes",
                        text -> ConsignorName.of(text, symbols));
        var bank = section.required("bank", "0000", text -> Scalars.digits(text, 4));
        var branch = section.required("branch", "000", text -> Scalars.digits(text, 3));
        var type = section.required("type", DEPOSIT_TYPES_EXPECTED, BankSections::depositType);
        var account = section.required("account", "0000000", text -> Scalars.digits(text, 7));
        section.refuseUnknownKeys();
        if (code.isEmpty()
                || name.isEmpty()
                || bank.isEmpty()
                || branch.isEmpty()
                || type.isEmpty()
                || account.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new Consignor(
                        code.get(),
                        name.get(),
                        new BankCode(bank.get()),
                        new BranchCode(branch.get()),
                        type.get(),
                        new AccountNo(account.get())));
    }

    private static Optional<Integer> number(
            YamlSection section, String key, int otherwise, long min, long max) {
        return section.optional(
                key,
                otherwise,
                min + ".." + max,
                text -> Scalars.whole(text, min, max).map(Long::intValue));
    }

    private static Optional<Terminator> terminator(String written) {
        return Arrays.stream(Terminator.values())
                .filter(terminator -> terminator.name().equals(written.strip()))
                .findFirst();
    }

    private static Optional<String> clearingHouse(String written) {
        return written.isBlank() ? Optional.of(FOUR_SPACES) : Scalars.digits(written, 4);
    }

    /** Any character of JIS X 0201 but the comma, which no field of a transfer file may hold. */
    private static Optional<String> symbols(String written) {
        boolean allowed =
                written.chars()
                        .allMatch(c ->
                                (c >= ' ' && c <= '~' && c != ',') || (c >= 0xFF61 && c <= 0xFF9F));
        return allowed ? Optional.of(written) : Optional.empty();
    }

    private static Optional<DepositType> depositType(String written) {
        return Optional.ofNullable(DEPOSIT_TYPES.get(written.strip()));
    }

    /** How a person may write the type of the city's account, in digits or in words. */
    private static Map<String, DepositType> depositTypes() {
        Map<String, DepositType> types = new TreeMap<>();
        ResourceBundle words = ResourceBundle.getBundle("jp.kyufu.program.deposit-types");
        for (String word : words.keySet()) {
            types.put(word, DepositType.ofCode(Integer.parseInt(words.getString(word))));
        }
        return Collections.unmodifiableMap(types);
    }
}
