package jp.kyufu.bench;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.kyufu.city.CityPeople;
import jp.kyufu.matching.Applications;
import jp.kyufu.matching.Facts;
import jp.kyufu.matching.Linkage;
import jp.kyufu.matching.Residents;
import jp.kyufu.text.DateReading;
import jp.kyufu.text.Dates;
import jp.kyufu.text.Kana;
import jp.kyufu.text.KanjiVariants;
import jp.kyufu.text.NameKey;
import jp.kyufu.text.Width;
import jp.kyufu.value.PrintedNumber;
import org.jspecify.annotations.Nullable;

/**
 * A generated city as matching sees it, without a database: residents and applications as
 * normalised records, and beside each application what is true.
 *
 * @param truth the application with {@code id} i is that of element i
 */
record LinkageCity(
        Residents residents, Applications applications, List<CityPeople.Applicant> truth) {

    static LinkageCity read(Path folder) {
        Residents residents = new Residents();
        CityPeople.residents(folder, one -> residents.add(resident(one)));
        List<CityPeople.Applicant> truth = new ArrayList<>();
        CityPeople.applicants(folder, truth::add);
        Applications applications = new Applications();
        for (CityPeople.Applicant applicant : truth) {
            applications.add(application(applications.size(), applicant));
        }
        return new LinkageCity(residents, applications, truth);
    }

    /** The same for who does not ask for the truth: half the memory. */
    LinkageCity withoutTruth() {
        return new LinkageCity(residents, applications, List.of());
    }

    /** An application normalised as intake does it: name, reading, dates, address, number. */
    static Linkage.Application application(int id, CityPeople.Applicant written) {
        String digits = Width.fold(written.number()).replace("-", "").replace(" ", "");
        Optional<PrintedNumber> printed = PrintedNumber.read(digits);
        Facts facts =
                Facts.of(
                        written.name(),
                        written.kana(),
                        date(written.birth()),
                        written.address(),
                        "");
        return new Linkage.Application(
                id, printed.map(PrintedNumber::household).orElse(null), facts);
    }

    private static Linkage.Resident resident(CityPeople.Resident registered) {
        Facts facts =
                Facts.of(
                        registered.name(),
                        registered.kana(),
                        date(registered.birth()),
                        registered.address(),
                        registered.sex());
        return new Linkage.Resident(
                registered.number(),
                registered.household(),
                registered.guarded(),
                registered.left(),
                facts.with(others(registered, facts)));
    }

    /** 旧氏 stands before the given name; 通称 is a name of its own. */
    private static List<Facts.OtherName> others(CityPeople.Resident registered, Facts facts) {
        List<Facts.OtherName> others = new ArrayList<>(0);
        if (!registered.former().isEmpty()) {
            others.add(
                    other(
                            registered.former() + afterSurname(facts.folded()),
                            registered.formerKana() + afterSurname(facts.kana())));
        }
        if (!registered.alias().isEmpty()) {
            others.add(other(registered.alias(), registered.aliasKana()));
        }
        return others;
    }

    private static Facts.OtherName other(String name, String kana) {
        return new Facts.OtherName(
                KanjiVariants.fold(NameKey.written(Width.fold(name))), Kana.key(kana));
    }

    private static String afterSurname(String parts) {
        int space = parts.indexOf(' ');
        return space < 0 ? "" : parts.substring(space + 1).replace(" ", "");
    }

    private static @Nullable LocalDate date(String written) {
        return Dates.read(written) instanceof DateReading.Read read ? read.date() : null;
    }
}
