package jp.kyufu.web;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;

/** How many statements stores run while something happens: a list must not run one for each row. */
final class Statements {

    private Statements() {}

    static long during(Runnable what) {
        Logger logger = (Logger) LoggerFactory.getLogger(JdbcTemplate.class);
        Level before = logger.getLevel();
        ListAppender<ILoggingEvent> seen = new ListAppender<>();
        seen.start();
        logger.addAppender(seen);
        logger.setAdditive(false);
        logger.setLevel(Level.DEBUG);
        try {
            what.run();
            return seen.list.stream()
                    .filter(event ->
                            event.getMessage().startsWith("Executing prepared SQL statement"))
                    .count();
        } finally {
            logger.setLevel(before);
            logger.setAdditive(true);
            logger.detachAppender(seen);
        }
    }
}
