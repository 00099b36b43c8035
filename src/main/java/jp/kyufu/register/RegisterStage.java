package jp.kyufu.register;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.kyufu.audit.Audit;
import jp.kyufu.kanji.KanjiMaps;
import jp.kyufu.upload.Chunk;
import jp.kyufu.upload.Record;
import jp.kyufu.upload.Reject;
import jp.kyufu.upload.RowStage;
import jp.kyufu.value.ReasonCode;
import jp.kyufu.value.Refusal;

/** What the register makes of the rows of one extract. */
final class RegisterStage implements RowStage<ResidentRows> {

    private static final RegisterWords WORDS = RegisterWords.STANDARD;
    private static final int COLUMNS = RegisterColumn.values().length;

    private final RegisterStore store;
    private final Audit audit;
    private final LocalDate asOf;
    private final Instant now;
    private final String person;
    private final KanjiMaps maps;
    private final int mapNo;

    RegisterStage(
            RegisterStore store,
            Audit audit,
            LocalDate asOf,
            Instant now,
            String person,
            KanjiMaps maps) {
        this.maps = maps;
        this.mapNo = maps.activate();
        this.store = store;
        this.audit = audit;
        this.asOf = asOf;
        this.now = now;
        this.person = person;
    }

    @Override
    public ResidentRows newBlock() {
        return new ResidentRows();
    }

    @Override
    public List<Reject> read(Record row, ResidentRows block) {
        String[] cells = new String[COLUMNS];
        for (int i = 0; i < COLUMNS; i++) {
            cells[i] = row.value(i);
        }
        return switch (RegisterReader.read(WORDS, cells)) {
            case RegisterRow.Resident resident -> {
                block.add(row.fileId(), row.line(), resident);
                yield List.of();
            }
            case RegisterRow.Rejected rejected ->
                    rejected.faults().stream()
                            .map(fault -> reject(fault.code(), fault.column()))
                            .toList();
        };
    }

    @Override
    public void store(Chunk<ResidentRows> chunk) {
        maps.mustStillBe(mapNo);
        begin(chunk.fileId());
        store.insert(
                chunk.fileId(),
                chunk.blocks(),
                line ->
                        chunk.reject(
                                line,
                                reject(ReasonCode.RESIDENT_REPEATED, RegisterColumn.RESIDENT_NO)));
    }

    @Override
    public void finish(int fileId) {
        maps.mustStillBe(mapNo);
        begin(fileId);
        Optional<LocalDate> newest = store.newestAsOf();
        refuseUnlessNewer(newest, asOf);
        store.complete(fileId, now, newest.isEmpty());
        audit.record(
                person, "register.import", String.valueOf(fileId), Map.of("asOf", asOf.toString()));
    }

    /** An extract replaces older ones only: what is newer is never undone. */
    static void refuseUnlessNewer(Optional<LocalDate> newest, LocalDate asOf) {
        if (newest.isPresent() && !asOf.isAfter(newest.get())) {
            throw new Refusal("register.notNewer", asOf, newest.get());
        }
    }

    private void begin(int fileId) {
        LocalDate begun = store.begin(fileId, asOf);
        if (!begun.equals(asOf)) {
            throw new Refusal("register.otherDate", begun, asOf);
        }
    }

    private static Reject reject(ReasonCode code, RegisterColumn column) {
        return Reject.of(WORDS.header(column), code);
    }
}
