package jp.kyufu.intake;

/**
 * The application that has a receipt number.
 *
 * @param fileId the upload that brought it
 * @param openFile name of that upload while it is not complete, else empty
 */
record FirstReceipt(
        String receiptNo, long applicationId, byte[] digest, int fileId, String openFile) {}
