package jp.kyufu.acceptance;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import jp.kyufu.value.FileState;

/** The village, its model, and who chooses among people and files at random. */
final class Scene {

    final Path directory;
    final Village village;
    final Model model;
    final Witness witness;
    Random random = new Random();

    Scene(Path directory, Village village, Model model) {
        this.directory = directory;
        this.village = village;
        this.model = model;
        this.witness = new Witness(model, new Ledgers(village.jdbc()));
    }

    /** Mostly who should do it, sometimes anybody. */
    String person(String usual) {
        List<String> all = List.copyOf(model.people.keySet());
        return random.nextInt(5) > 0 ? usual : all.get(random.nextInt(all.size()));
    }

    /** Mostly files that still move, now and then a number that is none. */
    Set<Integer> someFiles() {
        List<Integer> moving =
                model.files.values().stream()
                        .filter(f -> f.state.ordinal() <= FileState.RELEASED.ordinal())
                        .map(f -> f.number)
                        .toList();
        Set<Integer> numbers = new TreeSet<>();
        for (int i = 0; i <= random.nextInt(8) / 7; i++) {
            numbers.add(
                    moving.isEmpty() || random.nextInt(12) == 0
                            ? 1 + random.nextInt(model.files.size() + 2)
                            : moving.get(random.nextInt(moving.size())));
        }
        return numbers;
    }
}
