package jp.kyufu.register;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jp.kyufu.audit.Audit;
import jp.kyufu.kanji.KanjiMaps;
import jp.kyufu.upload.CsvFile;
import jp.kyufu.upload.CsvUpload;
import jp.kyufu.upload.Layout;
import jp.kyufu.upload.Submission;
import jp.kyufu.upload.UploadReport;
import jp.kyufu.value.Limits;
import jp.kyufu.value.Refusal;
import org.springframework.stereotype.Component;

/** Imports extracts of the resident register. */
@Component
public class RegisterImport {

    private static final Layout LAYOUT =
            new Layout(
                    "register",
                    RegisterWords.STANDARD.headers(true),
                    RegisterWords.STANDARD.headers(false));

    private final CsvUpload upload;
    private final RegisterStore store;
    private final Audit audit;
    private final Clock clock;
    private final KanjiMaps maps;
    private final Limits limits;

    RegisterImport(
            CsvUpload upload,
            RegisterStore store,
            Audit audit,
            Clock clock,
            KanjiMaps maps,
            Limits limits) {
        this.maps = maps;
        this.upload = upload;
        this.store = store;
        this.audit = audit;
        this.clock = clock;
        this.limits = limits;
    }

    /**
     * Imports an extract, or goes on with one that was interrupted. Whom it makes entitled or not
     * is for {@code assessment} to find out.
     *
     * @param asOf the day whose state the extract shows
     * @param person who hands it in
     * @throws jp.kyufu.value.FileRefusal if the file is not a register extract
     * @throws Refusal if the same bytes are complete already, an extract as of the same day or a
     *     later one is complete, or these bytes were begun as of another day
     */
    public RegisterReport run(
            Path path, LocalDate asOf, String person, CsvUpload.Advance progress) {
        CsvFile file = CsvFile.open(path, List.of(LAYOUT), limits);
        if (!store.isComplete(file.sha256())) { // else the upload says who received it, and when
            RegisterStage.refuseUnlessNewer(store.newestAsOf(), asOf);
        }
        RegisterStage stage = new RegisterStage(store, audit, asOf, clock.instant(), person, maps);
        Submission submission = new Submission(Submission.Kind.REGISTER, Optional.empty(), person);
        UploadReport report = upload.run(file, submission, stage, progress);
        store.refreshStatistics();
        return new RegisterReport(report, asOf, store.householdsWithoutOneHead(report.fileId()));
    }
}
