/**
 * The order of the stages: Spring Batch jobs over their published functions. A job that was killed
 * is started again as a new run; each stage resumes from its own checkpoint.
 */
@NullMarked
@ApplicationModule
package jp.kyufu.pipeline;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
