package jp.kyufu.dispatch;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import jp.kyufu.database.CopyCursor;
import jp.kyufu.database.CopyRow;
import jp.kyufu.dispatch.DispatchStore.Sealed;
import org.jspecify.annotations.Nullable;

/**
 * Payments as the ledger gives them, in pieces worth handing over: each of one rail or one file,
 * and of so many payments at most.
 */
final class SealedPieces implements Iterator<List<Sealed>> {

    private final CopyCursor rows;
    private final int atMost;
    private @Nullable Sealed ahead;

    /** Reads rows of number, amount, sealed destination and what they are grouped by. */
    SealedPieces(CopyCursor rows, int atMost) {
        this.rows = rows;
        this.atMost = atMost;
        this.ahead = read();
    }

    @Override
    public boolean hasNext() {
        return ahead != null;
    }

    @Override
    public List<Sealed> next() {
        Sealed first = ahead;
        if (first == null) {
            throw new NoSuchElementException();
        }
        List<Sealed> piece = new ArrayList<>();
        for (Sealed row = first;
                row != null && row.group().equals(first.group()) && piece.size() < atMost;
                row = ahead) {
            piece.add(row);
            ahead = read();
        }
        return piece;
    }

    private @Nullable Sealed read() {
        CopyRow row = rows.next();
        return row == null
                ? null
                : new Sealed(row.int8(0), row.int8(1), row.nullableBytes(2), row.text(3));
    }
}
