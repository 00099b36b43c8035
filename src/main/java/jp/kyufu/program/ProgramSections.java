package jp.kyufu.program;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import jp.kyufu.program.ProgramTerms.Amounts;
import jp.kyufu.program.ProgramTerms.BudgetLine;
import jp.kyufu.program.ProgramTerms.Points;
import jp.kyufu.program.ProgramTerms.Window;
import jp.kyufu.value.BankProfile;
import jp.kyufu.value.Rail;

/** The sections of a program file and the rules among them, from nodes to {@link ProgramTerms}. */
final class ProgramSections {

    /** Above any budget of a city, and far below where a sum of amounts could overflow. */
    private static final long MAX_AMOUNT = 999_999_999_999L;

    /** Of one resident: what the ledger adds up in whole numbers of 32 bits. */
    private static final long MAX_RATE = 999_999_999L;

    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,31}");

    private ProgramSections() {}

    /** The terms; empty where anything is wrong, and then the section's errors say what. */
    static Optional<ProgramTerms> terms(YamlSection file) {
        var code = file.required("code", CODE.pattern(), ProgramSections::code);
        var name = file.required("name", Scalars.TEXT, Scalars::text);
        var reference = file.required("reference_date", Scalars.DATE, Scalars::date);
        var window = file.section("window").flatMap(ProgramSections::window);
        var rates = file.section("rates").flatMap(ProgramSections::rates);
        var points = points(file, rates, window);
        var cap = cap(file, rates);
        var budget = budget(file);
        var profile = BankSections.profile(file);
        var symbols = profile.map(BankProfile::symbols).orElse(BankSections.SYMBOLS);
        var consignor = file.section("consignor").flatMap(c -> BankSections.consignor(c, symbols));
        var today =
                file.present("today")
                        ? file.required("today", Scalars.DATE, Scalars::date)
                        : Optional.<LocalDate>empty();
        var excludes = file.texts("excludes", CODE.pattern(), ProgramSections::code);
        var continues =
                file.present("continues")
                        ? file.required("continues", CODE.pattern(), ProgramSections::code)
                        : Optional.<String>empty();
        file.refuseUnknownKeys();
        if (!file.withoutError()) {
            return Optional.empty();
        }
        return Optional.of(
                new ProgramTerms(
                        code.orElseThrow(),
                        name.orElseThrow(),
                        reference.orElseThrow(),
                        window.orElseThrow(),
                        rates.orElseThrow(),
                        points,
                        cap,
                        budget,
                        consignor.orElseThrow(),
                        profile.orElseThrow(),
                        today,
                        excludes.stream().distinct().sorted().toList(),
                        continues));
    }

    private static Optional<String> code(String written) {
        return Optional.of(written.strip()).filter(text -> CODE.matcher(text).matches());
    }

    private static Optional<Window> window(YamlSection section) {
        var from = section.required("from", Scalars.DATE, Scalars::date);
        var to = section.required("to", Scalars.DATE, Scalars::date);
        section.refuseUnknownKeys();
        if (from.isEmpty() || to.isEmpty()) {
            return Optional.empty();
        }
        if (to.get().isBefore(from.get())) {
            section.wrong("to", ">= " + from.get() + " (window.from)");
        }
        return Optional.of(new Window(from.get(), to.get()));
    }

    private static Optional<Amounts> rates(YamlSection section) {
        var rates = amounts(section, 0, MAX_RATE);
        if (rates.isPresent() && rates.get().cash() == 0 && rates.get().points() == 0) {
            section.wrong("cash", "> 0");
        }
        return rates;
    }

    /** Required where points are paid; checked wherever it stands. */
    private static Optional<Points> points(
            YamlSection file, Optional<Amounts> rates, Optional<Window> window) {
        boolean paid = rates.isPresent() && rates.get().points() > 0;
        if (!file.present("points") && !paid) {
            return Optional.empty();
        }
        return file.section("points").flatMap(section -> points(section, window));
    }

    private static Optional<Points> points(YamlSection section, Optional<Window> window) {
        var currency = section.required("currency", Scalars.TEXT, Scalars::text);
        var expires = section.required("expires", Scalars.DATE, Scalars::date);
        section.refuseUnknownKeys();
        if (currency.isEmpty() || expires.isEmpty()) {
            return Optional.empty();
        }
        if (window.isPresent() && !expires.get().isAfter(window.get().to())) {
            section.wrong("expires", "> " + window.get().to() + " (window.to)");
        }
        return Optional.of(new Points(currency.get(), expires.get()));
    }

    /** A household is at least one resident: a cap below the rate would refuse everybody. */
    private static Amounts cap(YamlSection file, Optional<Amounts> rates) {
        Amounts unlimited = new Amounts(Amounts.UNLIMITED, Amounts.UNLIMITED);
        if (!file.present("household_cap")) {
            return unlimited;
        }
        var section = file.section("household_cap");
        var cap = section.flatMap(s -> amounts(s, Amounts.UNLIMITED, MAX_AMOUNT)).orElse(unlimited);
        if (rates.isPresent()) {
            for (Rail rail : Rail.values()) {
                long rate = rates.get().of(rail);
                if (cap.of(rail) < rate) {
                    String expected = ">= " + rate + " (rates." + key(rail) + ")";
                    section.ifPresent(s -> s.wrong(key(rail), expected));
                }
            }
        }
        return cap;
    }

    private static String key(Rail rail) {
        return switch (rail) {
            case CASH -> "cash";
            case POINTS -> "points";
        };
    }

    private static List<BudgetLine> budget(YamlSection file) {
        List<BudgetLine> lines = new ArrayList<>();
        Set<String> sources = new HashSet<>();
        for (YamlSection section : file.sections("budget")) {
            var source = section.required("source", Scalars.TEXT, Scalars::text);
            var amounts = amounts(section, 0, MAX_AMOUNT);
            if (source.isPresent() && !sources.add(source.get())) {
                section.wrong("source", "1 x " + source.get());
            }
            if (source.isPresent() && amounts.isPresent()) {
                lines.add(new BudgetLine(source.get(), amounts.get()));
            }
        }
        return lines;
    }

    /** Reads cash and points, and closes the section. */
    private static Optional<Amounts> amounts(YamlSection section, long absent, long most) {
        Function<String, Optional<Long>> amount = text -> Scalars.whole(text, 0, most);
        var cash = section.optional("cash", absent, "0.." + most, amount);
        var points = section.optional("points", absent, "0.." + most, amount);
        section.refuseUnknownKeys();
        return cash.isPresent() && points.isPresent()
                ? Optional.of(new Amounts(cash.get(), points.get()))
                : Optional.empty();
    }
}
