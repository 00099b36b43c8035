package jp.kyufu.matching;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import javax.sql.DataSource;
import jp.kyufu.access.People;
import jp.kyufu.audit.Audit;
import jp.kyufu.program.Program;
import jp.kyufu.value.Refusal;
import jp.kyufu.value.Role;
import jp.kyufu.vault.Vault;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Trains a model on the register and the applications of this installation and writes it to a file;
 * which model an installation uses is a setting, never a consequence of training.
 */
@Component
public class ModelTraining {

    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

    private final TrainingStore store;
    private final Vault vault;
    private final Model model;
    private final People people;
    private final Audit audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    public ModelTraining(
            DataSource source,
            Vault vault,
            Model model,
            People people,
            Audit audit,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.store = new TrainingStore(source);
        this.vault = vault;
        this.model = model;
        this.people = people;
        this.audit = audit;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /**
     * Trains on everything received for a program.
     *
     * @param version names the new model
     * @param seed of the random pairs: the same data and seed give the same model
     * @param out where the model goes
     * @throws Refusal if the person is not of the office, the file cannot stand there, or there is
     *     nothing to train on
     */
    public Model train(Program program, String version, long seed, Path out, String person) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), TOKYO);
        people.require(person, today, Role.OFFICE);
        if (Files.isDirectory(out)
                || !Files.isDirectory(out.toAbsolutePath().resolveSibling("."))) {
            throw new Refusal("matching.modelNotWritten", out);
        }
        Model trained =
                transaction.execute(_ -> {
                    audit.record(person, "match.train", program.code(), Map.of("version", version));
                    Residents residents = new Residents();
                    store.eachResident(residents::add);
                    Applications applications = new Applications();
                    store.eachApplication(program.id(), vault, applications::add);
                    if (residents.size() == 0 || applications.size() == 0) {
                        throw new Refusal("matching.nothingToTrainOn", program.code());
                    }
                    return Training.train(
                            residents,
                            applications,
                            model,
                            version,
                            "%s, %s: %d residents, %d applications"
                                    .formatted(
                                            program.code(),
                                            today,
                                            residents.size(),
                                            applications.size()),
                            seed);
                });
        trained.write(out);
        return trained;
    }
}
