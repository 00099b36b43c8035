package jp.kyufu.intake;

import java.nio.file.Path;
import java.util.Optional;
import jp.kyufu.database.InstallationSettings;
import jp.kyufu.kanji.KanjiMaps;
import jp.kyufu.program.Program;
import jp.kyufu.upload.CsvUpload;
import jp.kyufu.upload.Submission;
import jp.kyufu.upload.UploadReport;
import jp.kyufu.value.Limits;
import jp.kyufu.vault.Fingerprints;
import jp.kyufu.vault.Vault;
import org.springframework.stereotype.Component;

/** Imports files of applications, in any layout of this installation. */
@Component
public class ApplicationImport {

    private final CsvUpload upload;
    private final IntakeStore store;
    private final Vault vault;
    private final Fingerprints fingerprints;
    private final Path layouts;
    private final KanjiMaps maps;
    private final Limits limits;

    ApplicationImport(
            CsvUpload upload,
            IntakeStore store,
            Vault vault,
            Fingerprints fingerprints,
            InstallationSettings settings,
            KanjiMaps maps,
            Limits limits) {
        this.maps = maps;
        this.upload = upload;
        this.store = store;
        this.vault = vault;
        this.fingerprints = fingerprints;
        this.layouts = Layouts.folder(settings);
        this.limits = limits;
    }

    /**
     * Imports a file, or goes on with one that was interrupted. One file of a program at a time: a
     * second call waits.
     *
     * @param person who hands it in
     * @throws jp.kyufu.value.FileRefusal if it is of no layout, or of several
     * @throws jp.kyufu.value.Refusal if the same bytes are complete already, or a receipt number is
     *     also in another upload that was interrupted
     */
    public IntakeReport run(Path path, Program program, String person, CsvUpload.Advance progress) {
        Layouts.Opened opened = Layouts.load(layouts).open(path, limits);
        ApplicationReader reader =
                new ApplicationReader(opened.layout(), program.bankProfile().symbols());
        ApplicationStage stage =
                new ApplicationStage(store, vault, fingerprints, program.id(), reader, maps);
        Submission submission =
                new Submission(Submission.Kind.APPLICATIONS, Optional.of(program.id()), person);
        UploadReport report =
                store.alone(
                        program.id(), () -> upload.run(opened.file(), submission, stage, progress));
        return new IntakeReport(report, opened.layout().name(), store.conflicts(report.fileId()));
    }
}
