package jp.kyufu.database;

import java.time.Instant;

/** PostgreSQL counts days and microseconds from 2000-01-01. */
final class PostgresTime {

    /** 2000-01-01 in days from 1970-01-01. */
    static final int EPOCH_DAY = 10_957;

    private static final long EPOCH_SECOND = EPOCH_DAY * 86_400L;

    private PostgresTime() {}

    static long micros(Instant instant) {
        return (instant.getEpochSecond() - EPOCH_SECOND) * 1_000_000 + instant.getNano() / 1_000;
    }

    static Instant instant(long micros) {
        long seconds = Math.floorDiv(micros, 1_000_000L);
        return Instant.ofEpochSecond(
                seconds + EPOCH_SECOND, Math.floorMod(micros, 1_000_000L) * 1_000L);
    }
}
