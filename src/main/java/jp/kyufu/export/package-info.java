/**
 * What leaves for audit, printers and other systems (file contract §8): CSV and the report, each
 * export recorded. Reads the tables of all stages, writes none.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"value", "database", "access", "audit", "program", "upload"})
package jp.kyufu.export;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
