/**
 * An invented city for tests, training, figures and the demo: {@code CityGenerator} writes a city's
 * folder with the mess of real life and the truth about every application, {@code PlayBank} answers
 * released files as a bank and a point provider would. Input: a seed, a number of households, a
 * bank master. Output: files of the contract (file-formats §1 to §3, §7, §11). Owns no table.
 * Invariant: the truth is derived from what was put in, never from the engine it judges.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"value", "text", "bank"})
package jp.kyufu.city;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
