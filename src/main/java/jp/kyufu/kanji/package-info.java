/**
 * The official table of kanji variants (MJ縮退マップ of 文字情報基盤) that a city may load beside the built-in
 * one. Input: the map's JSON and, to know which character each glyph is, the list of glyphs.
 * Output: {@code kanji_map}; the newest row is in force. A map changes keys alone: names stay as
 * they were registered and written.
 *
 * <p>Every stored key is made with the map in force. A map is loaded in one transaction that makes
 * the keys anew ({@link jp.kyufu.kanji.FoldedNames}); whoever stores keys asks in its own
 * transaction that the map is still the one it made them with ({@link jp.kyufu.kanji.KanjiMaps}).
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"value", "text", "database", "flow", "audit"})
package jp.kyufu.kanji;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
