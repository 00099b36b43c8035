package jp.kyufu.upload;

import java.util.List;

/**
 * What a stage makes of the rows of an upload.
 *
 * @param <B> what a block of some thousand rows becomes, such as a {@code CopyBuffer}
 */
public interface RowStage<B> {

    /** An empty block. Called on worker threads. */
    B newBlock();

    /**
     * Adds an accepted row to the block and gives an empty list, or leaves the block alone and
     * gives why the row is rejected. Called on worker threads: by several at once, but never by two
     * for the same block, and in the order of the rows within a block.
     */
    List<Reject> read(Record row, B block);

    /**
     * Stores some blocks, in the order of the file. Called on the thread that runs the upload,
     * within the one transaction that also moves the checkpoint: what is done on its connection is
     * kept or lost with it. May reject rows that cannot stand beside those already stored.
     */
    void store(Chunk<B> chunk);

    /** Called in the transaction that completes the upload, after all rows are stored. */
    default void finish(int fileId) {}
}
