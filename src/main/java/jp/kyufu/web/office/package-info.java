/** The pages of the benefit office: uploads, findings, applications, register, programs, builds. */
@NullMarked
package jp.kyufu.web.office;

import org.jspecify.annotations.NullMarked;
