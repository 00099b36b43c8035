/** Pages of auditor and administrator: the trail, people, jobs, settings. */
@NullMarked
package jp.kyufu.web.admin;

import org.jspecify.annotations.NullMarked;
