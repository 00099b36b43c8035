/**
 * Banks and their bytes: the bank master, accounts as applicants write them, ゆうちょ 記号番号, Zengin
 * characters and the records of 総合振込. Reads and writes, decides nothing about an application.
 *
 * <p>Input: the master's CSV, account fields of an application, files from the bank. Output: {@code
 * TransferAccount}, bytes of a transfer file, lines of a return file. Owns {@code bank_master} and
 * {@code bank_branch}. A master is a dated snapshot that is never changed once complete.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"value", "text", "database"})
package jp.kyufu.bank;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
