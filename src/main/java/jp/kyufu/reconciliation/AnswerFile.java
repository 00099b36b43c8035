package jp.kyufu.reconciliation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import jp.kyufu.value.FileRefusal;
import jp.kyufu.value.Limits;
import jp.kyufu.value.Refusal;
import jp.kyufu.value.Sha256;

/** A file from bank or point provider, its bytes as they came. */
record AnswerFile(String name, byte[] bytes, byte[] sha256) {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneId.of("Asia/Tokyo"));

    /** When and from whom the same bytes came before. */
    record Received(Instant at, String person) {}

    /** Reads a file whole; refuses one that is larger than such files may be. */
    static AnswerFile read(Path path, Limits limits) {
        String name = String.valueOf(path.getFileName());
        long most = limits.answerSize().toBytes();
        try {
            if (Files.size(path) > most) {
                throw new FileRefusal(
                        "reconciliation.tooLarge", name, 1, "", "" + Files.size(path), "" + most);
            }
            byte[] bytes = Files.readAllBytes(path);
            return new AnswerFile(name, bytes, Sha256.of(bytes));
        } catch (IOException e) {
            throw new Refusal("reconciliation.unreadable", path);
        }
    }

    /** Refuses this file: it was taken before. */
    void refuse(Received before) {
        throw new Refusal(
                "reconciliation.alreadyReceived", name, TIME.format(before.at()), before.person());
    }
}
