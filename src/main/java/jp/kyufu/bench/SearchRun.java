package jp.kyufu.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import jp.kyufu.access.People;
import jp.kyufu.bench.SearchSampleStore.Caller;
import jp.kyufu.inquiry.CaseKey;
import jp.kyufu.inquiry.Search;
import jp.kyufu.pipeline.AssessJob;
import jp.kyufu.pipeline.CityFolder;
import jp.kyufu.pipeline.ImportJobs;
import jp.kyufu.pipeline.PayJob;
import jp.kyufu.pipeline.ProgramJobs;
import jp.kyufu.program.Program;
import jp.kyufu.value.Role;
import org.springframework.stereotype.Component;

/**
 * The call center's search over a generated city: users who search one after the other without a
 * pause, each search with everything that a page does of it at the server, rights and fresh rows
 * included.
 */
@Component
public class SearchRun {

    private static final String AGENT = "agent";
    private static final int WARM_UP = 200;

    private final ImportJobs imports;
    private final ProgramJobs programs;
    private final AssessJob assess;
    private final PayJob pay;
    private final People people;
    private final Search search;
    private final SearchSampleStore sample;

    SearchRun(
            ImportJobs imports,
            ProgramJobs programs,
            AssessJob assess,
            PayJob pay,
            People people,
            Search search,
            SearchSampleStore sample) {
        this.imports = imports;
        this.programs = programs;
        this.assess = assess;
        this.pay = pay;
        this.people = people;
        this.search = search;
        this.sample = sample;
    }

    /**
     * Times of one way of searching.
     *
     * @param found share of searches that showed the one who rang; 0 where it is not asked
     */
    public record Kind(
            String name, int searches, double p50, double p95, double max, double found) {}

    /**
     * What was measured; times in milliseconds.
     *
     * @param loadSeconds how long reading register and applications took
     * @param bytesPerPerson of memory, by name held; applications included
     */
    public record Figures(
            int people,
            int applications,
            double loadSeconds,
            long bytes,
            long bytesPerPerson,
            int users,
            int searches,
            double perSecond,
            double p50,
            double p95,
            double p99,
            double max,
            List<Kind> kinds) {}

    private record Took(Said said, long nanos, boolean found) {}

    /**
     * Imports and assesses a city into an empty training installation and searches it.
     *
     * @param users at once
     * @param searches of each user
     */
    public Figures run(CityFolder city, int users, int searches, long seed) throws Exception {
        pay.signUp("operator");
        people.add(AGENT, List.of(Role.CALLCENTER), null, "operator");
        imports.bankMaster(city.bankMaster(), PayJob.OFFICE);
        CityFolder.Extract register = city.registers().getFirst();
        imports.register(register.file(), register.asOf(), PayJob.OFFICE);
        Program program = programs.open(city.program(), PayJob.OFFICE).program();
        city.applications().forEach(file -> imports.applications(file, program, PayJob.OFFICE));
        assess.run(program, PayJob.OFFICE);

        long from = System.nanoTime();
        Search.Held held = search.warmUp();
        double load = (System.nanoTime() - from) / 1e9;
        List<Caller> callers = sample.draw(users * searches, seed);
        all(program, callers.subList(0, Math.min(callers.size(), users * WARM_UP)), users);
        from = System.nanoTime();
        List<Took> took = all(program, callers, users);
        double seconds = (System.nanoTime() - from) / 1e9;
        return figures(held, load, users, took, seconds);
    }

    private List<Took> all(Program program, List<Caller> callers, int users) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(users)) {
            List<Future<List<Took>>> each = new ArrayList<>();
            for (int user = 0; user < users; user++) {
                int first = user;
                each.add(threads.submit(() -> one(program, callers, first, users)));
            }
            List<Took> took = new ArrayList<>(callers.size());
            for (Future<List<Took>> one : each) {
                took.addAll(one.get());
            }
            return took;
        }
    }

    private List<Took> one(Program program, List<Caller> callers, int first, int step) {
        List<Took> took = new ArrayList<>();
        Said[] ways = Said.values();
        for (int i = first; i < callers.size(); i += step) {
            Caller caller = callers.get(i);
            Said said = ways[(i / step + first) % ways.length];
            String text = said.of(caller);
            if (text.isBlank()) {
                continue;
            }
            long from = System.nanoTime();
            Search.Results results = search.search(program, AGENT, text);
            long nanos = System.nanoTime() - from;
            CaseKey expected = new CaseKey.OfHousehold(caller.householdNo());
            took.add(
                    new Took(
                            said,
                            nanos,
                            results.hits().stream().anyMatch(hit -> hit.key().equals(expected))));
        }
        return took;
    }

    private static Figures figures(
            Search.Held held, double load, int users, List<Took> took, double seconds) {
        List<Kind> kinds =
                Arrays.stream(Said.values())
                        .map(said ->
                                kind(said, took.stream().filter(t -> t.said() == said).toList()))
                        .toList();
        return new Figures(
                held.people(),
                held.applications(),
                load,
                held.bytes(),
                held.bytes() / held.people(),
                users,
                took.size(),
                took.size() / seconds,
                quantile(took, 0.5),
                quantile(took, 0.95),
                quantile(took, 0.99),
                quantile(took, 1),
                kinds);
    }

    private static Kind kind(Said said, List<Took> took) {
        long found = took.stream().filter(Took::found).count();
        return new Kind(
                said.name(),
                took.size(),
                quantile(took, 0.5),
                quantile(took, 0.95),
                quantile(took, 1),
                said.finds() && !took.isEmpty() ? (double) found / took.size() : 0);
    }

    /** Milliseconds. */
    private static double quantile(List<Took> took, double share) {
        List<Long> nanos = new ArrayList<>(took.stream().map(Took::nanos).toList());
        if (nanos.isEmpty()) {
            return 0;
        }
        Collections.sort(nanos);
        return nanos.get((int) Math.min(nanos.size() - 1, Math.floor(share * nanos.size()))) / 1e6;
    }
}
