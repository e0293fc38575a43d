package dev.lightfoot.web;

import dev.lightfoot.history.HistoryException;
import java.io.IOException;

/** Answers one method at one path of the API; called on a thread of the request's own. */
@FunctionalInterface
interface Endpoint {
    /**
     * Answers, or throws before anything is sent.
     *
     * @throws RefusalException when it is not done: why, and the mend
     * @throws HistoryException when the history cannot be read or changed
     * @throws IOException when the client has gone
     */
    void answer(Call call) throws IOException, HistoryException, RefusalException;
}
