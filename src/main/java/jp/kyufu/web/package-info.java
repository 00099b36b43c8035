/**
 * The pages: HTML in, HTML out, over the same published functions as the commands. No rules, no
 * SQL. One package below this one for each group of people; what all pages share stands here. Every
 * page works without scripts.
 */
@NullMarked
@ApplicationModule
package jp.kyufu.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
