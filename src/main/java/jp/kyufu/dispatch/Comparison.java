package jp.kyufu.dispatch;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import jp.kyufu.dispatch.DispatchStore.Sealed;
import jp.kyufu.flow.OrderedFlow;
import jp.kyufu.program.Program;
import jp.kyufu.value.Check;
import jp.kyufu.value.Refusal;
import jp.kyufu.vault.Keys;
import org.springframework.stereotype.Component;

/**
 * Whether a file says what the ledger says (design §3.5): its bytes are read back and every payment
 * is compared in order, field by field. Equal count and sum are no evidence.
 */
@Component
final class Comparison {

    private final DispatchStore store;
    private final Destinations destinations;
    private final Keys keys;

    Comparison(DispatchStore store, Destinations destinations, Keys keys) {
        this.store = store;
        this.destinations = destinations;
        this.keys = keys;
    }

    /**
     * Refuses a file whose header, count, sum, digest or any payment differs from the ledger, and
     * names the first payment that does. The files are read on all cores.
     *
     * @param bytes gives the bytes of a file as they were made
     */
    void mustHold(
            List<DispatchFile> files,
            Function<DispatchFile, Program> program,
            Function<DispatchFile, byte[]> bytes) {
        Map<String, DispatchFile> left = new ConcurrentHashMap<>();
        files.forEach(file -> left.put(Integer.toString(file.fileNo()), file));
        store.items(
                files,
                ledger ->
                        OrderedFlow.run(
                                ledger,
                                payments -> {
                                    DispatchFile file =
                                            Check.present(left.get(payments.getFirst().group()));
                                    mustHold(
                                            program.apply(file), file, bytes.apply(file), payments);
                                    return payments.getFirst().group();
                                },
                                left::remove));
        Check.that(left.isEmpty(), "files without payments: %s", left.keySet());
    }

    private void mustHold(Program program, DispatchFile file, byte[] bytes, List<Sealed> payments) {
        List<Item> sent = FileForm.read(program, file, bytes);
        List<Item> owed = destinations.open(file.rail(), payments);
        int difference =
                IntStream.range(0, Math.max(sent.size(), owed.size()))
                        .filter(i ->
                                i >= sent.size()
                                        || i >= owed.size()
                                        || !sent.get(i).equals(owed.get(i)))
                        .findFirst()
                        .orElse(-1);
        if (difference >= 0) {
            Item item = (difference < owed.size() ? owed : sent).get(difference);
            throw new Refusal("dispatch.differs", file.fileNo(), item.paymentNo());
        }
        byte[] digest = FileForm.digest(sent, keys.fingerprints());
        if (sent.size() != file.count()
                || sent.stream().mapToLong(Item::amount).sum() != file.sum()
                || !Arrays.equals(digest, HexFormat.of().parseHex(file.digest()))) {
            throw new Refusal("dispatch.totalsDiffer", file.fileNo());
        }
    }
}
