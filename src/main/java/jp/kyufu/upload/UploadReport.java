package jp.kyufu.upload;

/**
 * What became of an upload.
 *
 * @param fileId its key
 * @param repeated rows that only repeat what was received before, counted apart from errors
 * @param sequence its number in the order in which uploads were completed
 */
public record UploadReport(
        int fileId, String name, long accepted, long repeated, long rejected, long sequence) {}
