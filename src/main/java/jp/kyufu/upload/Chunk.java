package jp.kyufu.upload;

import java.util.List;
import java.util.function.UnaryOperator;
import jp.kyufu.value.Check;

/** About ten thousand rows that one transaction stores, with their rejects. */
public final class Chunk<B> {

    private final int fileId;
    private final List<ReadBlock<B>> parts;
    private final Rejects rejects;
    private final UnaryOperator<byte[]> seal;

    Chunk(int fileId, List<ReadBlock<B>> parts, UnaryOperator<byte[]> seal) {
        this.fileId = fileId;
        this.parts = List.copyOf(parts);
        this.seal = seal;
        this.rejects = new Rejects();
        parts.forEach(part -> rejects.addAll(part.rejects()));
    }

    /** The upload's key. */
    public int fileId() {
        return fileId;
    }

    /** What the stage has made of the rows, in the order of the file. */
    public List<B> blocks() {
        return parts.stream().map(ReadBlock::block).toList();
    }

    /** Rejects a row of this chunk that was read without fault; its line says which. */
    public void reject(long line, Reject reject) {
        for (ReadBlock<B> part : parts) {
            int record = part.source().recordAt(line);
            if (record >= 0) {
                rejects.add(line, reject, seal.apply(part.source().raw(record)));
                return;
            }
        }
        Check.that(false, "no row of this chunk starts on line %s", line);
    }

    Rejects rejects() {
        return rejects;
    }

    /** Rows of the file in this chunk, rejected ones too. */
    long rows() {
        return parts.stream().mapToLong(part -> part.source().size()).sum();
    }

    ReadBlock<B> last() {
        return parts.getLast();
    }
}
