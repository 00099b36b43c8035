/**
 * Reads an uploaded CSV file: recognises encoding and layout, cuts and parses rows on all cores,
 * and stores what a stage makes of them together with the checkpoint. Input: bytes and a stage's
 * {@link jp.kyufu.upload.RowWork}. Owns intake_file, intake_counter and intake_reject. Invariants:
 * the same bytes are one upload; rows and checkpoint commit together, so a kill at any instant and
 * a second run give the same rows; completed uploads are numbered in order of commit.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"value", "database", "flow", "vault", "audit", "access"})
package jp.kyufu.upload;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
