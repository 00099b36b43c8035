/**
 * Bytes of an upload become accepted applications and rejects. Input: CSV in any configured layout.
 * Output: {@code application}, with what the form alone shows, and {@code receipt_conflict}. Rows
 * of an import are invisible to later stages until it is complete.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "value",
            "text",
            "bank",
            "database",
            "vault",
            "program",
            "upload",
            "kanji"
        })
package jp.kyufu.intake;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
