package jp.kyufu.register;

import java.time.LocalDate;
import jp.kyufu.upload.UploadReport;

/**
 * What became of an extract.
 *
 * @param upload rows accepted and rejected
 * @param unclearHouseholds with no head or several: flagged, for nobody of them can apply unseen
 */
public record RegisterReport(UploadReport upload, LocalDate asOf, long unclearHouseholds) {}
