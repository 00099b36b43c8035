package jp.kyufu.upload;

/**
 * How far an upload has been stored.
 *
 * @param offset where reading goes on
 * @param line the physical line of that place
 */
public record Checkpoint(long offset, long line, long accepted, long repeated, long rejected) {

    Checkpoint after(RecordBlock last, long rows, Rejects rejects) {
        return new Checkpoint(
                last.nextOffset(),
                last.nextLine(),
                accepted + rows - rejects.rejected() - rejects.repeated(),
                repeated + rejects.repeated(),
                rejected + rejects.rejected());
    }
}
