package jp.kyufu.upload;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import jp.kyufu.value.ReasonCode;

/** Rejected rows, each fault of a row once. */
final class Rejects {

    /** One fault of one row. */
    record Row(long line, Reject reject, byte[] sealed) {}

    private record Fault(long line, ReasonCode code, String column) {}

    private final List<Row> rows = new ArrayList<>();
    private final Set<Fault> faults = new HashSet<>();
    private final Set<Long> rejected = new HashSet<>();
    private final Set<Long> repeated = new HashSet<>();

    void add(long line, Reject reject, byte[] sealed) {
        if (faults.add(new Fault(line, reject.code(), reject.column()))) {
            rows.add(new Row(line, reject, sealed));
            (reject.code() == ReasonCode.RECEIPT_REPEATED ? repeated : rejected).add(line);
        }
    }

    void addAll(Rejects others) {
        others.rows.forEach(row -> add(row.line(), row.reject(), row.sealed()));
    }

    List<Row> rows() {
        return rows;
    }

    /** Rows with an error. */
    long rejected() {
        return rejected.size();
    }

    /** Rows that only repeat what was received before: counted apart from errors. */
    long repeated() {
        return repeated.stream().filter(line -> !rejected.contains(line)).count();
    }
}
