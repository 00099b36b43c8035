package jp.kyufu.intake;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jp.kyufu.database.InstallationSettings;
import jp.kyufu.intake.ApplicationRow.Accepted;
import jp.kyufu.kanji.KanjiMaps;
import jp.kyufu.program.Program;
import jp.kyufu.upload.ControlCharacters;
import jp.kyufu.upload.Submission;
import jp.kyufu.upload.UploadedFile;
import jp.kyufu.upload.Uploads;
import jp.kyufu.value.Limits;
import jp.kyufu.value.Rail;
import jp.kyufu.value.ReasonCode;
import jp.kyufu.value.Refusal;
import jp.kyufu.vault.Fingerprints;
import jp.kyufu.vault.Vault;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What an applicant says anew about a form that was handed in (補正): it enters as an application of
 * its own, an upload of one row, read, keyed and sealed as any row is, of the same channel and
 * received when the first was, with the receipt number of that and a version behind it. The
 * application it corrects stays as it came. Who may correct what is the caller's to ask.
 */
@Component
public class Rectifications {

    /**
     * Fields that say which application it is, and the contractor's remark: not the applicant's.
     */
    private static final Set<Field> FIXED =
            EnumSet.of(Field.RECEIPT_NO, Field.RECEIVED, Field.MEMO);

    private static final Set<Field> DOCUMENTS =
            EnumSet.of(Field.IDENTITY_DOCUMENT, Field.ACCOUNT_DOCUMENT);

    /** In place of the word of the form for it: the copy is here now. */
    public static final String ATTACHED = "ATTACHED";

    private static final String SEPARATOR = "-";

    private final RectificationStore store;
    private final IntakeStore applications;
    private final Uploads uploads;
    private final Vault vault;
    private final Fingerprints fingerprints;
    private final InstallationSettings settings;
    private final KanjiMaps maps;
    private final Limits limits;
    private final Clock clock;

    Rectifications(
            RectificationStore store,
            IntakeStore applications,
            Uploads uploads,
            Vault vault,
            Fingerprints fingerprints,
            InstallationSettings settings,
            KanjiMaps maps,
            Limits limits,
            Clock clock) {
        this.store = store;
        this.applications = applications;
        this.uploads = uploads;
        this.vault = vault;
        this.fingerprints = fingerprints;
        this.settings = settings;
        this.maps = maps;
        this.limits = limits;
        this.clock = clock;
    }

    /** How the applicant said it. */
    public enum Source {
        LETTER,
        TELEPHONE,
        COUNTER
    }

    /**
     * One version of an application.
     *
     * @param no 1 as it was handed in, about which the rest says nothing
     * @param form as it stands in this version
     */
    public record Version(
            long applicationId,
            String receiptNo,
            String channel,
            int no,
            @Nullable Source source,
            @Nullable String reason,
            @Nullable String person,
            @Nullable OffsetDateTime at,
            ApplicationForm form) {}

    /**
     * A corrected application.
     *
     * @param faults what its form alone still shows to be wrong, notes included
     */
    public record Entered(long applicationId, String receiptNo, Set<ReasonCode> faults) {}

    /** Fields that can be corrected. */
    public static Set<Field> correctable() {
        return EnumSet.complementOf(EnumSet.copyOf(FIXED));
    }

    /**
     * All versions of an application, as it was handed in first; one where nothing was corrected.
     */
    public List<Version> versions(long application) {
        return store.versions(application).stream()
                .map(row ->
                        new Version(
                                row.applicationId(),
                                row.receiptNo(),
                                row.channel(),
                                row.version(),
                                row.source(),
                                row.reason(),
                                row.person(),
                                row.at(),
                                ApplicationForm.fromBytes(vault.open(row.sealed()))))
                .toList();
    }

    /**
     * Takes a corrected version in. Visible to later stages when the caller's transaction commits.
     *
     * @param application the newest version
     * @param said fields with what they say now, empty for nothing; a rail by its name, a copy that
     *     has come as {@link #ATTACHED}
     * @throws Refusal if it is not the newest, nothing differs, a field cannot be corrected, or a
     *     text has characters no row may have or is longer than one may be
     */
    @Transactional
    public Entered enter(
            Program program,
            long application,
            Map<Field, String> said,
            Source source,
            String reason,
            String person) {
        List<Version> versions = versions(application);
        Version first = versions.getFirst();
        Version newest = versions.getLast();
        if (newest.applicationId() != application) {
            throw new Refusal("intake.rectify.older", newest.receiptNo());
        }
        Layout layout = Layouts.load(Layouts.folder(settings)).ofChannel(newest.channel());
        Map<Field, String> texts = texts(said, layout);
        ApplicationForm spoken = newest.form().with(texts);
        Set<Field> changed = spoken.differences(newest.form());
        if (changed.isEmpty()) {
            throw new Refusal("intake.rectify.nothing", newest.receiptNo());
        }
        int version = newest.no() + 1;
        String receiptNo = first.receiptNo() + SEPARATOR + version;
        ApplicationForm form = spoken.with(Map.of(Field.RECEIPT_NO, receiptNo));
        ApplicationReader reader = new ApplicationReader(layout, program.bankProfile().symbols());
        Accepted accepted =
                switch (reader.read(form)) {
                    case Accepted row -> row;
                    case ApplicationRow.Rejected rejected ->
                            throw new Refusal("intake.rectify.unreadable", newest.receiptNo());
                };
        long entered;
        try {
            entered = store(program, layout, accepted, person);
            store.insert(
                    new RectificationStore.Link(
                            entered, application, first.applicationId(), version, changed),
                    source,
                    reason.strip(),
                    person,
                    clock.instant());
        } catch (DuplicateKeyException e) {
            throw new Refusal("intake.rectify.meanwhile", newest.receiptNo());
        }
        return new Entered(entered, receiptNo, accepted.codes());
    }

    private Map<Field, String> texts(Map<Field, String> said, Layout layout) {
        Map<Field, String> texts = new EnumMap<>(Field.class);
        said.forEach((field, text) -> {
            if (FIXED.contains(field)) {
                throw new Refusal("intake.rectify.fixed", field.name());
            }
            if (ControlCharacters.in(text)) {
                throw new Refusal("intake.rectify.characters", field.name());
            }
            if (text.length() > limits.fieldLength()) {
                throw new Refusal("intake.rectify.long", field.name(), limits.fieldLength());
            }
            texts.put(field, word(field, text, layout));
        });
        return texts;
    }

    private static String word(Field field, String text, Layout layout) {
        if (field == Field.RAIL) {
            return Arrays.stream(Rail.values())
                    .filter(rail -> rail.name().equals(text))
                    .findFirst()
                    .map(layout::word)
                    .orElse(text);
        }
        return DOCUMENTS.contains(field) && text.equals(ATTACHED) ? layout.wordForAttached() : text;
    }

    private long store(Program program, Layout layout, Accepted accepted, String person) {
        int mapNo = maps.activate();
        byte[] bytes = accepted.form().toBytes();
        // A plain digest of one person's form could be guessed through; the keyed one cannot.
        String digest = HexFormat.of().formatHex(fingerprints.of(bytes));
        Instant now = clock.instant();
        Uploads.Open file =
                uploads.receive(
                        new UploadedFile(accepted.receiptNo(), digest, bytes.length, "UTF_8", 0, 1),
                        new Submission(
                                Submission.Kind.APPLICATIONS, Optional.of(program.id()), person));
        ApplicationRows rows =
                new ApplicationRows(program.id(), layout.channel(), vault, fingerprints);
        rows.add(file.fileId(), 1, accepted);
        applications.insert(List.of(rows.passing(_ -> true)));
        maps.mustStillBe(mapNo);
        uploads.completeWhole(file.fileId(), 1, person);
        return rows.rows().getFirst().applicationId();
    }
}
