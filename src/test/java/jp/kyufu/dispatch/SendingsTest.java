package jp.kyufu.dispatch;

import static jp.kyufu.dispatch.Desk.ANOTHER;
import static jp.kyufu.dispatch.Desk.MAKER;
import static jp.kyufu.dispatch.Desk.RELEASER;
import static jp.kyufu.dispatch.Desk.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import jp.kyufu.payment.Ledger;
import jp.kyufu.value.FileState;
import jp.kyufu.value.Refusal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataAccessException;

/** Whoever hands bytes on is in the register first, and nobody sends the same bytes twice alone. */
class SendingsTest {

    @TempDir Path directory;
    private Desk desk;

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void theRegisterSaysWhoWhenHowWhereToAndWhichBytes() {
        desk = new Desk(directory, 100).households(1, 4).released(1);
        desk.sent(1);
        String sha256 = desk.story(1).file().sha256();
        assertThat(desk.story(1).sendings())
                .extracting(
                        s -> List.of(s.kind(), s.person(), s.on(), s.how(), s.sha256(), s.done()))
                .containsExactly(
                        List.of(
                                Sending.Kind.RELEASE,
                                RELEASER,
                                Ledger.TODAY,
                                "folder",
                                sha256,
                                true),
                        List.of(Sending.Kind.SENT, RELEASER, Ledger.TODAY, "portal", sha256, true));
        assertThat(desk.story(1).sendings().getFirst().goesTo()).endsWith("out");
        desk.verified();
    }

    @Test
    void tenei2020TheSameDataIsNotPresentedOnAnotherDayByOnePerson() {
        desk = new Desk(directory, 100).households(1, 4).released(1);
        desk.sent(1);
        desk.ledger.on(Ledger.TODAY.plusDays(1));
        assertThat(refused(() -> desk.release(1)))
                .contains("was released on")
                .contains("furikomi-test-2026-000001-20260603.txt");
        assertThat(refused(() -> desk.sent(1))).contains("handed over");
        assertThat(refused(() -> desk.download(1, "again"))).contains("handed over");
        assertThat(refused(() -> desk.resend(1, "again", ANOTHER))).contains("Nobody asked");
        assertThat(desk.out("again"))
                .satisfiesAnyOf(
                        folder -> assertThat(folder).doesNotExist(),
                        folder -> assertThat(folder).isEmptyDirectory());
        desk.verified();
    }

    @Test
    void sendingTheSameBytesAgainTakesTwoPeopleAndAReason() {
        desk = new Desk(directory, 100).households(1, 4).released(1);
        Sendings sendings = desk.ledger.get(Sendings.class);
        assertThatThrownBy(() -> sendings.askToResend(1, " ", RELEASER))
                .isInstanceOf(Refusal.class);
        sendings.askToResend(1, "medium broken", RELEASER);
        assertThat(refused(() -> desk.resend(1, "again", RELEASER))).contains("Somebody else");
        assertThatThrownBy(() -> desk.resend(1, "again", MAKER)).isInstanceOf(Refusal.class);
        desk.resend(1, "again", ANOTHER);
        assertThat(refused(() -> desk.resend(1, "more", ANOTHER))).contains("Nobody asked");
        Sending last = desk.story(1).sendings().getLast();
        assertThat(last.requestedBy()).contains(RELEASER);
        assertThat(last.reason()).contains("medium broken");
        desk.verified();
    }

    /** The rule is the database's: no program with its password gets round it. */
    @Test
    void theDatabaseKeepsTheTwoApart() {
        desk = new Desk(directory, 100).households(1, 4).released(1);
        String sha256 = "(SELECT sha256 FROM dispatch_file WHERE file_no = 1)";
        run("SELECT ask_to_resend(1, '2026-06-01', 'x', 'why')::text");
        assertThatThrownBy(() ->
                        run(
                                "SELECT log_sending(1, 'RESEND', '2026-06-01', 'x', 'a', 'b', "
                                        + sha256
                                        + ")::text"))
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("resending_takes_two");
        assertThatThrownBy(() ->
                        run(
                                "SELECT log_sending(1, 'SENT', '2026-06-01', 'x', 'a', 'b', 'c')::text"))
                .hasMessageContaining("not the bytes");
        assertThatThrownBy(() -> desk.ledger.owner("DELETE FROM sending"))
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void aReleaseThatWasCutOffIsWrittenByOnePersonWithOneCopyMore() throws IOException {
        desk = new Desk(directory, 100).households(1, 4).released(1);
        desk.ledger.tamper("DELETE FROM sending_done");
        assertThat(desk.download(1, "again")).exists();
        assertThat(desk.download(1, "copy")).exists();
        assertThat(refused(() -> desk.download(1, "more"))).contains("handed over");
    }

    @Test
    void tarumi2024AFileOfEqualCountAndSumIsShownAsALookAlikeAndNeverTakenForTheOther() {
        // Households 1, 4 and 2, 3 have two and three, and three and one members; 3+6 = 6+9.
        desk = new Desk(directory, 2).households(1, 4);
        desk.households(6, 7);
        List<DispatchFile> files = desk.build();
        assertThat(files).extracting(DispatchFile::sum).doesNotContain(0L);
        DispatchFiles list = desk.ledger.get(DispatchFiles.class);
        List<LookAlike> alike = list.lookAlikes(List.of(1, 2, 3));
        assertThat(alike)
                .isNotEmpty()
                .allSatisfy(pair -> {
                    DispatchFile one = files.get(pair.fileNo() - 1);
                    DispatchFile other = files.get(pair.other() - 1);
                    assertThat(one.count()).isEqualTo(other.count());
                    assertThat(one.sum()).isEqualTo(other.sum());
                    assertThat(one.digest()).isNotEqualTo(other.digest());
                });
        int sent = alike.getFirst().fileNo();
        int right = alike.getFirst().other();
        desk.submit(sent, right);
        desk.approve(sent, right);
        desk.release(sent);
        assertThat(list.lookAlikes(List.of(right)).getFirst().releasedOn()).isPresent();
        // Presented once more in the place of the right one: refused, and the right one is still to
        // be sent.
        assertThat(refused(() -> desk.release(sent))).contains("was released on");
        assertThat(desk.state(right)).isEqualTo(FileState.APPROVED);
        desk.release(right);
        desk.verified();
    }

    @Test
    void tottori2023OneListApprovedAnotherUploadedToThePointProviderIsImpossible() {
        desk = new Desk(directory, 100).households(1, 10);
        List<DispatchFile> files = desk.build();
        int points = files.getLast().fileNo();
        desk.submit(points);
        desk.approve(points);
        desk.ledger.get(FileActs.class).withdraw(List.of(points), "a member moved", RELEASER);
        int later = desk.build().getFirst().fileNo();
        desk.submit(later);
        assertThat(refused(() -> desk.release(later))).contains("SUBMITTED");
        assertThat(refused(() -> desk.release(points))).contains("WITHDRAWN");
        assertThat(refused(() -> desk.download(points, "again"))).contains("WITHDRAWN");
        assertThat(desk.ledger.count("sending")).isZero();
        desk.verified();
    }

    @Test
    void fujikawaguchiko2023OtherBytesThanApprovedChangeNothingWhenReleased() throws IOException {
        desk = new Desk(directory, 100).households(1, 4);
        desk.build();
        desk.submit(1);
        desk.approve(1);
        desk.ledger.tamper("UPDATE dispatch_file SET digest = sha256('another data set')");
        assertThat(refused(() -> desk.release(1))).contains("not what was approved");
        assertThat(desk.ledger.state(1)).isEqualTo("IN_FILE");
        assertThat(desk.ledger.count("sending")).isZero();
        try (var written = Files.list(desk.out("out"))) {
            assertThat(written).isEmpty();
        }
    }

    @Test
    void abu2022ASecondArtefactInTheShapeOfAnOrderCannotBeMadeOfAReleasedFile() throws IOException {
        desk = new Desk(directory, 100).households(1, 4).released(1);
        desk.sent(1);
        assertThat(refused(() -> desk.download(1, "paper"))).contains("handed over");
        assertThat(desk.build()).isEmpty();
        desk.stops().add(2, "above the cap", MAKER);
        Path list = directory.resolve("stops.txt");
        desk.stops().print(1, list, RELEASER);
        // What is printed for the bank says that it is no order, and reads as none.
        assertThat(Files.readString(list)).contains("振込の依頼ではありません");
        assertThatThrownBy(
                        () -> jp.kyufu.bank.ReturnFile.read(Files.readAllBytes(list), "stops.txt"))
                .isInstanceOf(Refusal.class);
    }

    private void run(String statement) {
        desk.ledger.jdbc().sql(statement).query(String.class).optional();
    }
}
