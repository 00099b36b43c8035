package jp.kyufu.dispatch;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import jp.kyufu.bank.ReturnFile;
import jp.kyufu.bank.ReturnLine;
import jp.kyufu.value.DepositType;
import jp.kyufu.value.Rail;
import jp.kyufu.value.TransferAccount;
import jp.kyufu.vault.Keys;
import org.springframework.stereotype.Component;

/**
 * Proves stored files by their bytes alone: opened, hashed, read with the reader that takes the
 * files of any bank, added up and digested anew. Terms of a program may have been amended since.
 */
@Component
public class FileProof {

    private final DispatchStore store;
    private final Keys keys;

    FileProof(DispatchStore store, Keys keys) {
        this.store = store;
        this.keys = keys;
    }

    /** The numbers of all files that are not what was stored, whatever their state; none: good. */
    public List<Integer> broken() {
        return store.files().stream()
                .filter(file -> !holds(file))
                .map(DispatchFile::fileNo)
                .toList();
    }

    private boolean holds(DispatchFile file) {
        byte[] sealed = store.sealedBytes(file.fileNo());
        try {
            byte[] bytes = keys.vault().open(sealed);
            List<Item> items = items(file, bytes);
            return Arrays.equals(FileForm.sha256(bytes), HexFormat.of().parseHex(file.sha256()))
                    && items.size() == file.count()
                    && items.stream().mapToLong(Item::amount).sum() == file.sum()
                    && Arrays.equals(
                            FileForm.digest(items, keys.fingerprints()),
                            HexFormat.of().parseHex(file.digest()));
        } catch (RuntimeException e) { // does not open, cannot be read: broken, whatever the reason
            return false;
        }
    }

    private static List<Item> items(DispatchFile file, byte[] bytes) {
        return file.rail() == Rail.POINTS
                ? PointFile.read(bytes, file.name())
                : ReturnFile.read(bytes, file.name()).lines().stream()
                        .map(FileProof::item)
                        .toList();
    }

    private static Item item(ReturnLine line) {
        return switch (line) {
            case ReturnLine.Read read ->
                    new Item(
                            read.paymentNo(),
                            read.amount(),
                            new Destination.Account(
                                    new TransferAccount(
                                            read.bank(),
                                            read.branch(),
                                            DepositType.ofCode(read.depositType() - '0'),
                                            read.account(),
                                            read.payee())));
            case ReturnLine.Unreadable unreadable ->
                    throw new IllegalStateException("line " + unreadable.lineNo());
        };
    }
}
