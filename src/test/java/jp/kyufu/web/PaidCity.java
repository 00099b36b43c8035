package jp.kyufu.web;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import jp.kyufu.city.PlayBank;
import jp.kyufu.dispatch.DispatchFile;
import jp.kyufu.dispatch.FileActs;
import jp.kyufu.dispatch.FileBuild;
import jp.kyufu.program.Program;
import jp.kyufu.program.Programs;
import jp.kyufu.reconciliation.Results;

/** The pages over the sample city after everything was paid and answered. */
final class PaidCity {

    private PaidCity() {}

    /** Everything is paid; bank and provider have answered, and two accounts did not exist. */
    static Pages open(Path folder) throws IOException {
        Pages pages = Pages.open(SampleCity.TODAY);
        Program program = program(pages);
        List<Integer> built =
                pages
                        .get(FileBuild.class)
                        .build(program, Optional.empty(), Optional.empty(), "office")
                        .stream()
                        .map(DispatchFile::fileNo)
                        .toList();
        FileActs acts = pages.get(FileActs.class);
        acts.submit(built, "office");
        acts.approve(built, "approver");
        Path out = folder.resolve("out");
        acts.release(built, out, "finance2");
        Results results = pages.get(Results.class);
        for (Path answer : PlayBank.play(out, folder.resolve("in"), 7, SampleCity.TODAY)) {
            if (answer.toString().endsWith(".csv")) {
                results.importPoints(program, answer, "finance2");
            } else {
                results.importTransfer(program, returning(answer), "finance2");
            }
        }
        return pages;
    }

    static Program program(Pages pages) {
        return pages.get(Programs.class).theOne(Optional.empty());
    }

    /** The same answer, but the first two accounts of the file do not exist. */
    private static Path returning(Path answer) throws IOException {
        byte[] bytes = Files.readAllBytes(answer);
        int record = bytes.length % 122 == 0 ? 122 : bytes.length % 121 == 0 ? 121 : 120;
        bytes[record + 113] = '1';
        bytes[2 * record + 113] = '1';
        return Files.write(answer, bytes);
    }
}
