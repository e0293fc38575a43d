package dev.lightfoot.mqtt;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;

/** Does what is asked for over MQTT. Called by the publisher's thread, which publishes nothing meanwhile. */
public interface CommandDesk {
    /**
     * Does one thing and writes what there is to tell into an object that is open.
     *
     * @throws RefusedException when it is not done: why, and the mend
     */
    void answer(Request request, JsonGenerator result) throws RefusedException, IOException;

    /** Commands that need no argument and are worth a button. */
    default List<String> buttons() {
        return List.of();
    }

    /** Why a request is refused, for whoever asked. */
    final class RefusedException extends Exception {
        private static final long serialVersionUID = 1L;

        public RefusedException(String reason) {
            super(reason);
        }
    }
}
