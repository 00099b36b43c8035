package jp.kyufu.dispatch;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jp.kyufu.value.Rail;

/**
 * A file that was made and is not stored yet: its bytes are sealed already.
 *
 * @param payDate empty on the point rail
 * @param fingerprints of the items' destinations, in their order
 */
record BuiltFile(
        int fileNo,
        Rail rail,
        Optional<LocalDate> payDate,
        String name,
        List<Item> items,
        byte[] sealed,
        byte[] sha256,
        byte[] digest,
        byte[][] fingerprints) {}
