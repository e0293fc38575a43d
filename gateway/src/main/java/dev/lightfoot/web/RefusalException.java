package dev.lightfoot.web;

import org.jspecify.annotations.Nullable;

/** Why a request is not answered, for whoever asked: an HTTP status, and a message that names the value and the mend. */
final class RefusalException extends Exception {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final @Nullable Long retryAfterS;

    RefusalException(int status, String message) {
        this(status, message, null);
    }

    /** @param retryAfterS when to ask again; null when that does not help */
    RefusalException(int status, String message, @Nullable Long retryAfterS) {
        super(message, null, false, false);
        this.status = status;
        this.retryAfterS = retryAfterS;
    }

    static RefusalException noRun(long runId) {
        return new RefusalException(404, "there is no run " + runId + ": see /api/runs");
    }

    int status() {
        return status;
    }

    @Nullable
    Long retryAfterS() {
        return retryAfterS;
    }
}
