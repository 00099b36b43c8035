package jp.kyufu.dispatch;

import java.util.List;

/** A file that was made and is not stored yet: its bytes are sealed already. */
record BuiltFile(
        int fileNo,
        String name,
        List<Item> items,
        byte[] sealed,
        byte[] sha256,
        byte[] digest,
        byte[][] fingerprints) {

    long sum() {
        return items.stream().mapToLong(Item::amount).sum();
    }
}
