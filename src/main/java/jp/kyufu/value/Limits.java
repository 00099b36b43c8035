package jp.kyufu.value;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How much of an uploaded file is read before it is refused or its row rejected: no file, however
 * made, may cost more memory or time than these allow.
 *
 * @param fileSize of a file that is read piece by piece: register, applications
 * @param answerSize of a file that is read whole: bank master, results
 * @param rowSize bytes of one row, quotes and line ends included
 * @param columns of a header
 * @param fieldLength characters of one field
 * @param rowsPerTransaction after how many rows an import commits, with its checkpoint
 */
@ConfigurationProperties("kyufu.limits")
public record Limits(
        @DefaultValue("4GB") DataSize fileSize,
        @DefaultValue("512MB") DataSize answerSize,
        @DefaultValue("64KB") DataSize rowSize,
        @DefaultValue("200") int columns,
        @DefaultValue("4000") int fieldLength,
        @DefaultValue("10000") int rowsPerTransaction) {

    private static final DataSize LONGEST_ROW = DataSize.ofMegabytes(16);

    public Limits {
        Check.that(
                rowSize.toBytes() > 0 && rowSize.compareTo(LONGEST_ROW) <= 0,
                "kyufu.limits.row-size is 1 byte to %s",
                LONGEST_ROW);
    }
}
