package jp.kyufu.city;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import jp.kyufu.value.Digits;
import jp.kyufu.value.FileRefusal;

/** The branches of a bank master, as far as a generator needs them. */
final class BranchList {

    record Branch(String bank, String code) {}

    private static final String YUCHO = "9900";

    /** Most residents bank in the neighbourhood. */
    private static final int LOCAL = 60;

    private static final int LOCAL_PERCENT = 75;

    private final List<Branch> ordinary = new ArrayList<>();
    private final List<Branch> yucho = new ArrayList<>();
    private final Set<String> known = new HashSet<>();

    /**
     * Reads a master of the contract's form (§4); refuses one without a branch of a bank and of
     * ゆうちょ.
     */
    static BranchList read(Path csv) throws IOException {
        BranchList list = new BranchList();
        try (BufferedReader reader = Files.newBufferedReader(csv, StandardCharsets.UTF_8)) {
            String header = reader.readLine();
            List<String> columns =
                    header == null ? List.of() : fields(header.replace("\uFEFF", ""));
            List<String> wanted = Lexicon.list("header.branches");
            int bank = columns.indexOf(wanted.get(0));
            int branch = columns.indexOf(wanted.get(1));
            int closed = columns.indexOf(wanted.get(2));
            if (bank < 0 || branch < 0) {
                String found = header == null ? "" : header;
                throw refusal(csv, 1, found, wanted.get(0) + "," + wanted.get(1));
            }
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                List<String> row = fields(line);
                boolean open = closed < 0 || closed >= row.size() || row.get(closed).isEmpty();
                if (open && row.size() > Math.max(bank, branch)) {
                    list.add(row.get(bank), row.get(branch));
                }
            }
        }
        if (list.ordinary.isEmpty() || list.yucho.isEmpty()) {
            throw refusal(csv, 2, "", "0001,001 / 9900,018");
        }
        return list;
    }

    Branch draw(RandomGenerator random) {
        if (random.nextInt(100) >= LOCAL_PERCENT) {
            return ordinary.get(random.nextInt(ordinary.size()));
        }
        // The local branches stand scattered over the whole list, whatever its order.
        long place = random.nextInt(LOCAL) * (long) ordinary.size() / LOCAL;
        return ordinary.get((int) place);
    }

    Branch drawYucho(RandomGenerator random) {
        return yucho.get(random.nextInt(yucho.size()));
    }

    boolean has(String bank, String branch) {
        return known.contains(bank + branch);
    }

    boolean hasBank(String bank) {
        return known.contains(bank);
    }

    Branch first() {
        return ordinary.getFirst();
    }

    private void add(String bank, String branch) {
        if (!Digits.isDigits(bank, 4, 4) || !Digits.isDigits(branch, 3, 3)) {
            return;
        }
        known.add(bank);
        known.add(bank + branch);
        if (!bank.equals(YUCHO)) {
            ordinary.add(new Branch(bank, branch));
        } else if (branch.charAt(2) == '8') {
            yucho.add(new Branch(bank, branch));
        }
    }

    private static List<String> fields(String line) {
        return List.of(line.replace("\"", "").split(",", -1));
    }

    private static FileRefusal refusal(Path csv, long line, String found, String expected) {
        String file = String.valueOf(csv.getFileName());
        return new FileRefusal("city.branchesUnreadable", file, line, "", found, expected);
    }
}
