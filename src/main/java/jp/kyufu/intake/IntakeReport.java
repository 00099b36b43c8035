package jp.kyufu.intake;

import jp.kyufu.upload.UploadReport;

/**
 * What became of a file of applications.
 *
 * @param upload rows accepted, repeated (receipt number and content known) and rejected
 * @param layout name of the layout that its header chose
 * @param conflicts rejected rows whose receipt number was known with other content
 */
public record IntakeReport(UploadReport upload, String layout, long conflicts) {}
