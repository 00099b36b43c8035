/**
 * The command line: words in, words out. No rules, no SQL; every command calls a stage or a job.
 */
@NullMarked
@ApplicationModule
package jp.kyufu.cli;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
