package jp.kyufu.books;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import jp.kyufu.dispatch.DispatchFile;
import jp.kyufu.dispatch.FileActs;
import jp.kyufu.dispatch.FileBuild;
import jp.kyufu.payment.Ledger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every wrong that only a superuser with triggers off can do is found, by name, and undone. */
class BooksTest {

    @TempDir static Path directory;
    private static Ledger ledger;

    @BeforeAll
    static void release() {
        ledger = new Ledger(directory, 5);
        ledger.households(1, 12).plan();
        List<Integer> files =
                ledger
                        .get(FileBuild.class)
                        .build(ledger.program, Optional.empty(), Optional.empty(), "office")
                        .stream()
                        .map(DispatchFile::fileNo)
                        .toList();
        FileActs acts = ledger.get(FileActs.class);
        acts.submit(files, "office");
        acts.approve(files, "approver");
        acts.release(files, directory.resolve("out"), "finance");
        assertThat(ledger.get(Books.class).verify()).isEmpty();
    }

    @AfterAll
    static void close() {
        ledger.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    payment-movements-balance | UPDATE payment SET state = 'SETTLED' WHERE payment_no = 1 | UPDATE payment SET state = 'RELEASED' WHERE payment_no = 1
                    payment-movements-balance | UPDATE payment_event SET amount = amount + 1 WHERE payment_no = 1 AND seq = 3 | UPDATE payment_event SET amount = amount - 1 WHERE payment_no = 1 AND seq = 3
                    payment-movements-follow-each-other | UPDATE payment_event SET seq = 9 WHERE payment_no = 1 AND seq = 3 | UPDATE payment_event SET seq = 3 WHERE payment_no = 1 AND seq = 9
                    payment-shares-make-it-up | UPDATE payment_share SET amount = amount - 1 WHERE payment_no = 2 | UPDATE payment_share SET amount = amount + 1 WHERE payment_no = 2
                    share-is-of-its-payment | UPDATE payment_share SET live = false WHERE payment_no = 2 | UPDATE payment_share SET live = true WHERE payment_no = 2
                    payment-numbers-have-no-gap | UPDATE payment_counter SET last_no = 13 | UPDATE payment_counter SET last_no = 12
                    file-adds-up | UPDATE dispatch_file SET count = count + 1 WHERE file_no = 1 | UPDATE dispatch_file SET count = count - 1 WHERE file_no = 1
                    file-item-is-its-payment | UPDATE dispatch_item SET fingerprint = '\\x00' WHERE payment_no = 1 | UPDATE dispatch_item i SET fingerprint = c.fingerprint FROM account c WHERE c.application_id = 4294967297 AND i.payment_no = 1
                    file-item-is-its-payment | UPDATE dispatch_file SET state = 'APPROVED' WHERE file_no = 1 | UPDATE dispatch_file SET state = 'RELEASED' WHERE file_no = 1
                    payment-is-in-one-file | UPDATE dispatch_file SET state = 'WITHDRAWN', closed_why = 'x' WHERE file_no = 1 | UPDATE dispatch_file SET state = 'RELEASED', closed_why = NULL WHERE file_no = 1
                    approval-is-of-the-file | UPDATE approval SET digest = '\\x00' WHERE file_no = 1 | UPDATE approval a SET digest = f.digest FROM dispatch_file f WHERE f.file_no = a.file_no
                    rail-is-within-budget | UPDATE budget_line SET cash = cash - 19999999999 | UPDATE budget_line SET cash = cash + 19999999999
                    audit-chain | UPDATE audit_event SET person = 'x' WHERE act = 'files.release' AND object = 'file 1' | UPDATE audit_event SET person = 'finance' WHERE act = 'files.release' AND object = 'file 1'
                    file-bytes | UPDATE dispatch_file SET sha256 = sha256('x') WHERE file_no = 1 | SELECT 1
                    """)
    void everyWrongIsFoundByName(String name, String wrong, String undo) {
        ledger.tamper(wrong);
        assertThat(ledger.get(Books.class).verify()).extracting(Problem::name).contains(name);
        ledger.tamper(undo);
    }

    @Test
    void theBooksAreNotCalledSafeWhenTheApplicationIsOwnerOrSuperuser() {
        assertThat(new BooksStore(ledger.jdbc()).excessiveRights()).isEmpty();
        assertThat(
                        new BooksStore(JdbcClient.create(ledger.database.ownerDataSource()))
                                .excessiveRights())
                .containsExactly("connected_as kyufu_owner");
        assertThat(
                        new BooksStore(JdbcClient.create(ledger.database.superuserDataSource()))
                                .excessiveRights())
                .hasSize(1);
    }
}
