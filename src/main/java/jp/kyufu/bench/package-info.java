/**
 * The whole-city run: every stage timed on a generated city, against a floor measured in the same
 * run on the same server with the same durable settings.
 */
@NullMarked
@ApplicationModule
package jp.kyufu.bench;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
