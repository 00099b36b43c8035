package jp.kyufu.inquiry;

import java.time.LocalDateTime;

/**
 * A note of a call.
 *
 * @param person who took it
 * @param at in Japan
 */
public record Contact(
        Relation relation,
        Topic topic,
        String asked,
        String said,
        String person,
        LocalDateTime at) {}
