package jp.kyufu.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * One effect for one form: every form carries a key of its own ({@link ActField}), and a POST whose
 * key has come before, by a double click or a page sent again, waits for the first and goes where
 * that one went. Keys are the session's, so they end with it. What could still reach the ledger
 * twice, it refuses.
 */
final class OncePerAct implements HandlerInterceptor {

    /** The hidden field. */
    static final String FIELD = "_act";

    private static final String KEYS = OncePerAct.class.getName();
    private static final int KEPT = 500;
    private static final long PATIENCE_SECONDS = 60;

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        if (!request.getMethod().equals("POST")) {
            return true;
        }
        String key = request.getParameter(FIELD);
        if (key == null || !isKey(key)) {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
            return false;
        }
        CompletableFuture<String> mine = new CompletableFuture<>();
        CompletableFuture<String> first = keys(request.getSession()).begin(key, mine);
        if (first == null) {
            request.setAttribute(KEYS, mine);
            return true;
        }
        await(first, response);
        return false;
    }

    /** Where the act ended is kept; one that failed may be tried again. */
    @Override
    public void afterCompletion(
            HttpServletRequest request,
            HttpServletResponse response,
            Object handler,
            @Nullable Exception failure) {
        Object mine = request.getAttribute(KEYS);
        if (!(mine instanceof CompletableFuture<?>)) {
            return;
        }
        @SuppressWarnings("unchecked")
        CompletableFuture<String> future = (CompletableFuture<String>) mine;
        String location = response.getHeader("Location");
        if (location == null) {
            keys(request.getSession()).forget(String.valueOf(request.getParameter(FIELD)));
            future.complete(request.getRequestURI());
        } else {
            future.complete(location);
        }
    }

    private static void await(CompletableFuture<String> first, HttpServletResponse response)
            throws IOException {
        try {
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
            response.setHeader("Location", first.get(PATIENCE_SECONDS, TimeUnit.SECONDS));
        } catch (TimeoutException | ExecutionException e) {
            response.sendError(HttpServletResponse.SC_CONFLICT);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            response.sendError(HttpServletResponse.SC_CONFLICT);
        }
    }

    private static boolean isKey(String text) {
        try {
            return UUID.fromString(text).toString().equals(text);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static Keys keys(HttpSession session) {
        synchronized (session.getId().intern()) {
            if (!(session.getAttribute(KEYS) instanceof Keys)) {
                session.setAttribute(KEYS, new Keys());
            }
            return (Keys) session.getAttribute(KEYS);
        }
    }

    /** The last acts of a session and where they ended. */
    private static final class Keys {

        private final Map<String, CompletableFuture<String>> acts =
                new LinkedHashMap<>() {
                    @Override
                    protected boolean removeEldestEntry(
                            Map.Entry<String, CompletableFuture<String>> eldest) {
                        return size() > KEPT;
                    }
                };

        synchronized @Nullable CompletableFuture<String> begin(
                String key, CompletableFuture<String> act) {
            return acts.putIfAbsent(key, act);
        }

        synchronized void forget(String key) {
            acts.remove(key);
        }
    }
}
