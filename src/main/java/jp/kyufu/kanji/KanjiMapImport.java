package jp.kyufu.kanji;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.kyufu.audit.Audit;
import jp.kyufu.text.KanjiVariants;
import jp.kyufu.value.FileRefusal;
import jp.kyufu.value.Limits;
import jp.kyufu.value.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Loads the official map, at any time: storing it and making anew every key that it changes are one
 * transaction, so that register and applications always are under one map. Outcomes stay; what
 * waits for its resident is looked at again by the next {@code assess}.
 */
@Component
public class KanjiMapImport {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneId.of("Asia/Tokyo"));

    private final KanjiMapStore store;
    private final KanjiMaps maps;
    private final List<FoldedNames> names;
    private final Audit audit;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final Limits limits;

    KanjiMapImport(
            KanjiMapStore store,
            KanjiMaps maps,
            List<FoldedNames> names,
            Audit audit,
            Clock clock,
            PlatformTransactionManager transactions,
            Limits limits) {
        this.store = store;
        this.maps = maps;
        this.names = names;
        this.audit = audit;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
        this.limits = limits;
    }

    /**
     * Loads a map.
     *
     * @param file MJShrinkMap, JSON
     * @param glyphs MJ文字情報一覧表 as CSV, which tells the character of each glyph
     * @throws FileRefusal if a file cannot be read or is larger than such files may be
     * @throws Refusal if the map in force was made of the same bytes with the same choice, or if
     *     nothing at all would fold
     */
    public KanjiMapReport run(Path file, Optional<Path> glyphs, Choice choice, String person) {
        byte[] bytes = bytes(file);
        ShrinkMap map = ShrinkMapReader.read(bytes, name(file));
        byte @Nullable [] list = glyphs.map(this::bytes).orElse(null);
        Map<String, Integer> characters =
                list == null ? Map.of() : GlyphList.read(list, name(glyphs.orElseThrow()));
        Folds folds = Folds.of(map, characters, choice);
        if (folds.folds().isEmpty()) {
            throw new Refusal("kanji.nothing", name(file), folds.unknown());
        }
        KanjiMapStore.Source source =
                new KanjiMapStore.Source(
                        name(file),
                        map.version(),
                        sha256(bytes),
                        list == null ? null : sha256(list),
                        choice);
        return load(source, folds, map.entries().size(), person);
    }

    /**
     * Goes back to the built-in table alone.
     *
     * @throws Refusal if no map is in force
     */
    public KanjiMapReport drop(String person) {
        byte[] nothing = sha256(new byte[0]);
        Choice none = new Choice(java.util.Set.of(), 1);
        if (store.newest().filter(map -> !map.folds().isEmpty()).isEmpty()) {
            throw new Refusal("kanji.builtIn");
        }
        KanjiMapStore.Source source = new KanjiMapStore.Source("", "", nothing, null, none);
        return load(source, new Folds(Map.of(), 0), 0, person);
    }

    private KanjiMapReport load(
            KanjiMapStore.Source source, Folds folds, int glyphs, String person) {
        byte[] choice = sha256((folds.toText() + source.choice()).getBytes(StandardCharsets.UTF_8));
        try {
            return transaction.execute(_ -> {
                store.lockAlone();
                mustBeNew(source.fileName(), choice);
                Instant now = clock.instant();
                int mapNo = store.add(source, choice, folds, now, person);
                KanjiVariants.use(folds.folds());
                long keys = names.stream().mapToLong(FoldedNames::refold).sum();
                record(source, mapNo, folds, keys, person);
                return new KanjiMapReport(
                        mapNo,
                        source.version(),
                        glyphs,
                        folds.folds().size(),
                        folds.unknown(),
                        keys);
            });
        } finally {
            maps.activate(); // whether it was committed or not
        }
    }

    private void mustBeNew(String file, byte[] choice) {
        Optional<KanjiMapStore.Stored> newest = store.newest();
        if (newest.isPresent() && MessageDigest.isEqual(newest.get().sha256(), choice)) {
            throw new Refusal(
                    "kanji.alreadyLoaded",
                    file,
                    TIME.format(newest.get().at()),
                    newest.get().person());
        }
    }

    private void record(
            KanjiMapStore.Source source, int mapNo, Folds folds, long keys, String person) {
        audit.record(
                person,
                "kanji.load",
                String.valueOf(mapNo),
                Map.of(
                        "sha256",
                        HexFormat.of().formatHex(source.sha256()),
                        "evidence",
                        source.choice().evidence().stream().sorted().map(Enum::name).toList(),
                        "hops",
                        source.choice().hops(),
                        "folds",
                        folds.folds().size(),
                        "keys",
                        keys));
    }

    /** A file whole; refused where it is larger than such files may be. */
    private byte[] bytes(Path file) {
        long most = limits.answerSize().toBytes();
        try {
            if (Files.size(file) > most) {
                throw new FileRefusal(
                        "kanji.tooLarge", name(file), 1, "", "" + Files.size(file), "" + most);
            }
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new Refusal("kanji.unreadable", file.toString());
        }
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
