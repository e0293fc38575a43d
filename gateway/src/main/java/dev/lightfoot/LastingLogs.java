package dev.lightfoot;

import java.io.IOException;
import java.io.InputStream;
import java.util.logging.LogManager;

/**
 * Logging that still speaks while the gateway closes: the JDK's own takes its handlers away as soon as the JVM is asked to
 * end, beside the hook that closes the gateway. Public for the JDK, which makes it by name.
 */
public final class LastingLogs extends LogManager {
    private volatile boolean lasting;

    /** Sets logging up from the settings in the jar; to be called before the first logger is made. */
    static void setUp() {
        if (System.getProperty("java.util.logging.config.file") != null
                || !(LogManager.getLogManager() instanceof LastingLogs logs)) {
            return;
        }
        try (InputStream settings = LastingLogs.class.getResourceAsStream("/logging.properties")) {
            if (settings != null) {
                logs.readConfiguration(settings);
            }
            logs.lasting = true;
        } catch (IOException e) {
            System.err.println("lightfoot: logging could not be set up: " + e.getMessage());
        }
    }

    @Override
    public void reset() {
        if (!lasting) {
            super.reset();
        }
    }
}
