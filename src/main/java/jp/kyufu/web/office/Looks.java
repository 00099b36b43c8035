package jp.kyufu.web.office;

import jakarta.servlet.http.HttpSession;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Why somebody opens protected persons' cases, as long as he is signed in: said once for each case,
 * recorded at every look.
 */
final class Looks {

    private static final String KEY = Looks.class.getName();

    private Looks() {}

    /** The reason given for a case in this session; empty if none. */
    static String reason(HttpSession session, String object) {
        return all(session).getOrDefault(object, "");
    }

    static void give(HttpSession session, String object, String reason) {
        all(session).put(object, reason.strip());
    }

    @SuppressWarnings("unchecked")
    private static Map<String, String> all(HttpSession session) {
        synchronized (session.getId().intern()) {
            if (!(session.getAttribute(KEY) instanceof Map)) {
                session.setAttribute(KEY, new ConcurrentHashMap<String, String>());
            }
            return (Map<String, String>) session.getAttribute(KEY);
        }
    }
}
