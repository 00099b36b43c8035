/**
 * What a crash does to the books: the whole job is run by processes that are killed over and over,
 * with the database under them, and must leave the rows and bytes of a run that nobody disturbed.
 * Input: a generated city and a seed. Output: what was killed, and every difference. Owns no table.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "value",
            "database",
            "program",
            "city",
            "dispatch",
            "export",
            "books",
            "pipeline"
        })
package jp.kyufu.chaos;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
