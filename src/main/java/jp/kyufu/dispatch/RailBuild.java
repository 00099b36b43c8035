package jp.kyufu.dispatch;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import jp.kyufu.bank.BankMaster;
import jp.kyufu.program.Program;
import jp.kyufu.value.Rail;
import jp.kyufu.value.ReasonCode;
import jp.kyufu.vault.Keys;
import org.jspecify.annotations.Nullable;

/**
 * Makes the files of one rail, in order of payment number. Works in pages, so that the heap does
 * not grow with the city: a page is read, opened on all cores, cut, made and stored before the
 * next.
 */
final class RailBuild {

    /** Payments held at once; at most this many and one file are on their way. */
    private static final int PAGE = 150_000;

    private final DispatchStore store;
    private final Destinations destinations;
    private final Keys keys;
    private final Order order;
    private final @Nullable BankMaster master;
    private final List<List<Item>> cut = new ArrayList<>();
    private final List<Integer> fileNos = new ArrayList<>();
    private int nextFileNo;

    /**
     * What is to be built.
     *
     * @param payDate empty on the point rail
     */
    record Order(
            Program program,
            Rail rail,
            Optional<LocalDate> payDate,
            LocalDate today,
            String person) {}

    /** A build whose first file gets {@code firstFileNo}; {@code master} is null on points. */
    RailBuild(
            DispatchStore store,
            Destinations destinations,
            Keys keys,
            Order order,
            @Nullable BankMaster master,
            int firstFileNo) {
        this.store = store;
        this.destinations = destinations;
        this.keys = keys;
        this.order = order;
        this.master = master;
        this.nextFileNo = firstFileNo;
    }

    /** Makes and stores the files of these payments; gives their numbers. */
    List<Integer> run(long[] payable) {
        Cutter cutter = new Cutter(order.program().bankProfile().recordsPerFile(), cut::add);
        for (int from = 0; from < payable.length; from += PAGE) {
            long[] page = Arrays.copyOfRange(payable, from, Math.min(from + PAGE, payable.length));
            for (Item item : page(page)) {
                if (isReachable(item)) {
                    cutter.add(item);
                }
            }
            if (from + PAGE >= payable.length) {
                cutter.finish();
            }
            store();
        }
        return fileNos;
    }

    private List<Item> page(long[] payments) {
        List<DispatchStore.Sealed> sealed =
                store
                        .destinations(
                                order.program(),
                                order.rail(),
                                payments[0],
                                payments[payments.length - 1])
                        .stream()
                        .filter(p -> Arrays.binarySearch(payments, p.paymentNo()) >= 0)
                        .toList();
        return destinations.open(order.rail(), sealed);
    }

    /** The branch is checked again for the day of payment; a payment without one is held. */
    private boolean isReachable(Item item) {
        if (master != null
                && item.destination() instanceof Destination.Account(var account)
                && master.check(account, order.payDate().orElseThrow()).isPresent()) {
            store.raise(
                    order.program(),
                    ReasonCode.BRANCH_CLOSED,
                    item.paymentNo(),
                    account.bank() + "-" + account.branch());
            return false;
        }
        return true;
    }

    private void store() {
        if (cut.isEmpty()) {
            return;
        }
        int first = nextFileNo;
        List<BuiltFile> files =
                IntStream.range(0, cut.size())
                        .parallel()
                        .mapToObj(i -> make(first + i, cut.get(i)))
                        .toList();
        store.create(order, files);
        files.forEach(file -> fileNos.add(file.fileNo()));
        nextFileNo += files.size();
        cut.clear();
    }

    private BuiltFile make(int fileNo, List<Item> items) {
        byte[] bytes = FileForm.write(order.program(), order.rail(), order.payDate(), items);
        return new BuiltFile(
                fileNo,
                FileForm.name(order.program(), order.rail(), fileNo, order.payDate()),
                items,
                keys.vault().seal(bytes),
                FileForm.sha256(bytes),
                FileForm.digest(items, keys.fingerprints()),
                items.stream()
                        .map(item -> item.fingerprint(keys.fingerprints()))
                        .toArray(byte[][]::new));
    }
}
