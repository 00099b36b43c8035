package jp.kyufu.upload;

/**
 * What is known of an uploaded file before its content is read.
 *
 * @param sha256 in hexadecimal digits
 * @param encoding stable name, such as {@code UTF_8}
 * @param rowsOffset where reading begins
 * @param rowsLine the physical line of that place
 */
public record UploadedFile(
        String name, String sha256, long bytes, String encoding, long rowsOffset, long rowsLine) {

    static UploadedFile of(CsvFile file) {
        return new UploadedFile(
                file.name(),
                file.sha256(),
                file.bytes(),
                file.encoding().name(),
                file.rowsOffset(),
                file.rowsLine());
    }
}
