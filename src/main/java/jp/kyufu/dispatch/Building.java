package jp.kyufu.dispatch;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import jp.kyufu.bank.BankMaster;
import jp.kyufu.bank.BankMasterStore;
import jp.kyufu.dispatch.DispatchStore.Sealed;
import jp.kyufu.flow.OrderedFlow;
import jp.kyufu.program.PayDates;
import jp.kyufu.program.Program;
import jp.kyufu.value.Rail;
import jp.kyufu.value.ReasonCode;
import jp.kyufu.vault.Keys;
import org.jspecify.annotations.Nullable;

/**
 * One build at work: payments come in order, are opened on all cores, cut into files, and each file
 * is made while the one before it is stored. Holds a few files at a time, whatever the city.
 */
final class Building {

    /** Files made ahead of the one being stored. */
    private static final int AHEAD = 4;

    private final DispatchStore store;
    private final Destinations destinations;
    private final Keys keys;
    private final BankMasterStore banks;
    private final Order order;
    private final Set<Long> held;
    private final Cutter cutter;
    private final Queue<CompletableFuture<BuiltFile>> making = new ArrayDeque<>();
    private final List<Integer> fileNos = new ArrayList<>();
    private int nextFileNo;
    private Rail rail = Rail.CASH;
    private @Nullable Transfer transfer;

    /**
     * What is to be built.
     *
     * @param payDate of the transfer files; empty: the first day that is still feasible
     */
    record Order(Program program, Optional<LocalDate> payDate, LocalDateTime now, String person) {}

    /** When transfers are paid and the branches there are on that day. */
    private record Transfer(LocalDate payDate, BankMaster master) {}

    /** Payments of one rail that can be sent, and those whose branch is closed on the day. */
    private record Opened(Rail rail, List<Item> items, List<Item> unreachable) {}

    /** A build without the payments {@code held}; its first file gets {@code firstFileNo}. */
    Building(
            DispatchStore store,
            Destinations destinations,
            Keys keys,
            BankMasterStore banks,
            Order order,
            Set<Long> held,
            int firstFileNo) {
        this.store = store;
        this.destinations = destinations;
        this.keys = keys;
        this.banks = banks;
        this.order = order;
        this.held = held;
        this.nextFileNo = firstFileNo;
        this.cutter = new Cutter(order.program().bankProfile().recordsPerFile(), this::begin);
    }

    /** Makes and stores the files of these payments; gives their numbers. */
    List<Integer> run(Iterator<List<Sealed>> payments) {
        OrderedFlow.run(payments, this::open, this::cut);
        cutter.finish();
        store(0);
        return fileNos;
    }

    private Opened open(List<Sealed> payments) {
        Rail of = Rail.valueOf(payments.getFirst().group());
        List<Item> items =
                destinations.open(
                        of, payments.stream().filter(p -> !held.contains(p.paymentNo())).toList());
        return switch (of) {
            case POINTS -> new Opened(of, items, List.of());
            case CASH ->
                    new Opened(
                            of,
                            items.stream().filter(this::isReachable).toList(),
                            items.stream().filter(item -> !isReachable(item)).toList());
        };
    }

    /** The branch is checked again for the day of payment; a payment without one is held. */
    private boolean isReachable(Item item) {
        return !(item.destination() instanceof Destination.Account(var account))
                || transfer().master().check(account, transfer().payDate()).isEmpty();
    }

    private synchronized Transfer transfer() {
        if (transfer == null) {
            transfer =
                    new Transfer(
                            order.payDate()
                                    .orElseGet(() ->
                                            PayDates.first(
                                                    order.now(), order.program().bankProfile())),
                            banks.latest());
        }
        return transfer;
    }

    private void cut(Opened opened) {
        if (opened.rail() != rail) {
            cutter.finish();
            rail = opened.rail();
        }
        opened.unreachable().forEach(this::raise);
        opened.items().forEach(cutter::add);
    }

    private void raise(Item item) {
        if (item.destination() instanceof Destination.Account(var account)) {
            store.raise(
                    order.program(),
                    ReasonCode.BRANCH_CLOSED,
                    item.paymentNo(),
                    account.bank() + "-" + account.branch());
        }
    }

    private void begin(List<Item> items) {
        int fileNo = nextFileNo++;
        Rail of = rail;
        making.add(CompletableFuture.supplyAsync(() -> make(fileNo, of, items)));
        store(AHEAD);
    }

    /** Stores files in order until no more than {@code ahead} are being made. */
    private void store(int ahead) {
        while (making.size() > ahead || !making.isEmpty() && making.element().isDone()) {
            BuiltFile file = made(making.remove());
            store.add(order, file);
            fileNos.add(file.fileNo());
        }
    }

    private static BuiltFile made(CompletableFuture<BuiltFile> file) {
        try {
            return file.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    private BuiltFile make(int fileNo, Rail of, List<Item> items) {
        Optional<LocalDate> payDate =
                switch (of) {
                    case CASH -> Optional.of(transfer().payDate());
                    case POINTS -> Optional.empty();
                };
        byte[] bytes = FileForm.write(order.program(), of, payDate, items);
        byte[][] fingerprints = FileForm.fingerprints(items, keys.fingerprints());
        return new BuiltFile(
                fileNo,
                of,
                payDate,
                FileForm.name(order.program(), of, fileNo, payDate),
                items,
                keys.vault().seal(bytes),
                FileForm.sha256(bytes),
                FileForm.digest(items, fingerprints),
                fingerprints);
    }
}
