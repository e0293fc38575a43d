package dev.lightfoot.service;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * systemd as the gateway sees it, by sd_notify(3): a line of text to the socket in NOTIFY_SOCKET. Started by hand there is
 * no socket, and nothing is told. Thread-safe.
 */
public final class ServiceManager {
    private static final Logger LOG = LoggerFactory.getLogger(ServiceManager.class);

    private final String socket;
    private final String watchdogUs;
    private volatile boolean complained;

    private ServiceManager(String socket, String watchdogUs) {
        this.socket = socket;
        this.watchdogUs = watchdogUs;
    }

    /** The one that started this process, by its environment. */
    public static ServiceManager of(Map<String, String> environment) {
        return new ServiceManager(
                environment.getOrDefault("NOTIFY_SOCKET", ""), environment.getOrDefault("WATCHDOG_USEC", ""));
    }

    /** Whether a service manager started this process. */
    public boolean isPresent() {
        return !socket.isEmpty();
    }

    /** The gateway hears pods now. */
    public void ready(String status) {
        tell("READY=1\nSTATUS=" + oneLine(status));
    }

    /** The strike loop has turned. */
    public void alive() {
        tell("WATCHDOG=1");
    }

    /** The gateway begins to close. */
    public void stopping() {
        tell("STOPPING=1\nSTATUS=storing the run");
    }

    /** Within which time a sign of life is expected; empty when none is. */
    public Optional<Duration> watchdogLimit() {
        try {
            long limitUs = Long.parseLong(watchdogUs);
            return socket.isEmpty() || limitUs <= 0 ? Optional.empty() : Optional.of(Duration.ofNanos(limitUs * 1000));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private void tell(String text) {
        if (socket.isEmpty()) {
            return;
        }
        try {
            UnixDatagram.send(socket, text);
            complained = false;
        } catch (IOException e) {
            if (!complained) {
                LOG.warn("the service manager cannot be told ({})", e.getMessage());
            }
            complained = true;
        }
    }

    private static String oneLine(String text) {
        return text.replace('\n', ' ');
    }
}
