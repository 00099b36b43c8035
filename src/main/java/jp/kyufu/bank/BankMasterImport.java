package jp.kyufu.bank;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import jp.kyufu.value.FileRefusal;
import jp.kyufu.value.Limits;
import jp.kyufu.value.Refusal;
import jp.kyufu.value.Sha256;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes a bank master's CSV as the new snapshot, whole or not at all: reading, storing and becoming
 * the newest are one transaction.
 */
@Component
public class BankMasterImport {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneId.of("Asia/Tokyo"));

    private final BankMasterStore store;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Limits limits;

    public BankMasterImport(
            BankMasterStore store,
            PlatformTransactionManager transactions,
            Clock clock,
            Limits limits) {
        this.store = store;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
        this.limits = limits;
    }

    /**
     * Imports a file and gives the number of its branches.
     *
     * @param person who imports it
     * @throws Refusal for a file that cannot be read ({@link BankMasterFile}), or whose bytes are
     *     those of the newest master
     */
    public int run(Path file, String person) {
        byte[] bytes = bytes(file);
        String name = String.valueOf(file.getFileName());
        byte[] sha256 = Sha256.of(bytes);
        mustBeNew(name, sha256);
        List<BankBranch> branches = BankMasterFile.read(bytes, name);
        transaction.executeWithoutResult(_ -> {
            store.lock();
            mustBeNew(name, sha256);
            store.add(name, sha256, clock.instant(), person, branches);
        });
        return branches.size();
    }

    private void mustBeNew(String name, byte[] sha256) {
        Optional<BankMasterStore.Received> newest = store.newest();
        if (newest.isPresent() && MessageDigest.isEqual(newest.get().sha256(), sha256)) {
            throw new Refusal(
                    "bank.masterAlreadyReceived",
                    name,
                    TIME.format(newest.get().at()),
                    newest.get().person());
        }
    }

    private byte[] bytes(Path file) {
        try {
            long most = limits.answerSize().toBytes();
            if (Files.size(file) > most) {
                throw new FileRefusal(
                        "bank.masterTooLarge",
                        String.valueOf(file.getFileName()),
                        1,
                        "",
                        "" + Files.size(file),
                        "" + most);
            }
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new Refusal("bank.masterUnreadable", file.toString());
        }
    }
}
