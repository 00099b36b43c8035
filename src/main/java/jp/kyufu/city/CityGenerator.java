package jp.kyufu.city;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import jp.kyufu.city.Seed.Purpose;
import jp.kyufu.value.Refusal;

/**
 * Writes the folder of an invented city (file contract §11): program, register, bank master, the
 * applications of both channels and the truth about them. The same households, seed and bank master
 * give the same bytes.
 */
public final class CityGenerator {

    /** Fewer households cannot hold the pairs that some difficulties need. */
    public static final int FEWEST_HOUSEHOLDS = 10;

    /** More would not fit the household numbers of ten digits and the accounts of seven. */
    public static final int MOST_HOUSEHOLDS = 5_000_000;

    private static final long RESIDENTS_PER_HOUSEHOLD = 3;

    private final int households;
    private final Seed seed;
    private final HouseholdMaker maker;
    private final ApplicationMaker applications;
    private final BranchList branches;
    private final boolean hard;

    private CityGenerator(int households, Seed seed, BranchList branches, boolean hard) {
        this.households = households;
        this.seed = seed;
        this.branches = branches;
        this.hard = hard;
        var plans = new CasePlan(seed, households, hard ? Case.hard() : Case.all());
        this.maker = new HouseholdMaker(seed, plans);
        var scribe = new Scribe(maker, new Accounts(seed, branches), households);
        this.applications = new ApplicationMaker(seed, scribe);
    }

    /**
     * Writes a city into a folder, which is made if it is missing.
     *
     * @param households how many, from {@value #FEWEST_HOUSEHOLDS} to {@value #MOST_HOUSEHOLDS}
     * @param seed any number; decides everything
     * @param out the folder; files of the same names are replaced
     * @param bankBranchesCsv a bank master (§4) with ゆうちょ; every valid account is at one of its
     *     branches
     * @throws Refusal when the number is out of range or the bank master cannot be used
     */
    public static void generate(int households, long seed, Path out, Path bankBranchesCsv)
            throws IOException {
        generate(households, seed, out, bankBranchesCsv, false);
    }

    /**
     * Writes an ordinary city or a hard one: a city most of whose difficulties are about who
     * somebody is ({@link HardCase}), with the optional columns of the register and, beside the
     * truth about applications, {@code register-duplicates.csv}: who stands in the register twice.
     */
    public static void generate(
            int households, long seed, Path out, Path bankBranchesCsv, boolean hard)
            throws IOException {
        if (households < FEWEST_HOUSEHOLDS) {
            throw new Refusal("city.tooFewHouseholds", households, FEWEST_HOUSEHOLDS);
        }
        if (households > MOST_HOUSEHOLDS) {
            throw new Refusal("city.tooManyHouseholds", households, MOST_HOUSEHOLDS);
        }
        BranchList branches = BranchList.read(bankBranchesCsv);
        Files.createDirectories(out);
        Path copy = out.resolve("bank-branches.csv");
        if (!Files.exists(copy) || !Files.isSameFile(copy, bankBranchesCsv)) {
            Files.copy(bankBranchesCsv, copy, StandardCopyOption.REPLACE_EXISTING);
        }
        new CityGenerator(households, new Seed(seed), branches, hard).write(out);
    }

    private void write(Path out) throws IOException {
        Files.writeString(out.resolve("program.yaml"), program());
        var online = new Arrived();
        var paper = new Arrived();
        try (var register = new RegisterFile(out, households, hard)) {
            for (int index = 0; index < households; index++) {
                Household home = maker.make(index);
                register.write(home);
                List<Form> forms = applications.make(home);
                for (int place = 0; place < forms.size(); place++) {
                    Form form = forms.get(place);
                    Arrived arrived = form.channel == Channel.ONLINE ? online : paper;
                    arrived.add(form.arrival, index, place);
                }
            }
        }
        Path truthCsv = out.resolve("truth.csv");
        try (var truth = CsvFile.utf8(truthCsv, Lexicon.list("header.truth"))) {
            write(out, Channel.ONLINE, online, truth);
            write(out, Channel.PAPER, paper, truth);
        }
        if (hard) {
            writeDuplicates(out.resolve("register-duplicates.csv"));
        }
    }

    private void writeDuplicates(Path file) throws IOException {
        try (var csv = CsvFile.utf8(file, Lexicon.list("header.duplicates"))) {
            for (int index = 1; index < households; index++) {
                Household home = maker.make(index);
                if (home.kind == HardCase.REGISTER_DUPLICATE && home.plan.role() == 1) {
                    csv.write(List.of(maker.make(index - 1).head().number, home.head().number));
                }
            }
        }
    }

    /** Receipt numbers are given in order of arrival. */
    private void write(Path out, Channel channel, Arrived arrived, CsvFile truth)
            throws IOException {
        arrived.sort();
        try (var file = new ApplicationFile(out, channel)) {
            for (int rank = 0; rank < arrived.size(); rank++) {
                Household home = maker.make(arrived.household(rank));
                Form form = applications.make(home).get(arrived.place(rank));
                String receipt = channel.receipt(rank + 1);
                long row = rank * 2L + channel.ordinal();
                file.write(form, receipt, seed.of(Purpose.ROW, row));
                if (form.spoil == Form.Spoil.NONE) {
                    truth.line(Truth.row(form, receipt, home));
                }
            }
        }
    }

    /** The program with a budget for three residents a household on either rail, 80 to 20. */
    private String program() throws IOException {
        long yen = households * RESIDENTS_PER_HOUSEHOLD * Truth.YEN;
        long points = households * RESIDENTS_PER_HOUSEHOLD * Truth.POINTS;
        String text;
        try (var template = Lexicon.open("program.yaml")) {
            text = new String(template.readAllBytes(), StandardCharsets.UTF_8);
        }
        return text.replace("${state_cash}", String.valueOf(yen * 8 / 10))
                .replace("${state_points}", String.valueOf(points * 8 / 10))
                .replace("${city_cash}", String.valueOf(yen - yen * 8 / 10))
                .replace("${city_points}", String.valueOf(points - points * 8 / 10))
                .replace("${bank}", branches.first().bank())
                .replace("${branch}", branches.first().code());
    }
}
