package dev.lightfoot.mqtt;

import dev.lightfoot.mqtt.Commands.Arrival;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * What other threads hand to the publisher's: wake-ups, acknowledgements, requests, a lost connection, the end.
 * Bounded by the window of messages in flight and a few requests. What an earlier connection still says is ignored. Thread-safe.
 */
final class Inbox {
    /** Requests that may wait; more are counted and not read. */
    private static final int REQUESTS_AT_MOST = 32;

    private final List<Object> acknowledged = new ArrayList<>();
    private final List<Arrival> requests = new ArrayList<>();
    private int requestsLost;
    private int generation;
    private boolean woken;
    private boolean closing;
    private String lost = "";

    /** What has come since the last look; lost is empty while the connection stands. */
    record Mail(boolean woken, List<Object> acknowledged, List<Arrival> requests, int requestsLost, String lost) {}

    synchronized void newConnection() {
        generation++;
        acknowledged.clear();
        requests.clear();
        requestsLost = 0;
        lost = "";
        woken = true;
    }

    synchronized int generation() {
        return generation;
    }

    synchronized void wake() {
        woken = true;
        notifyAll();
    }

    synchronized void acknowledged(int ofGeneration, Object tag) {
        if (ofGeneration == generation) {
            acknowledged.add(tag);
            notifyAll();
        }
    }

    synchronized void lost(int ofGeneration, String reason) {
        if (ofGeneration == generation && lost.isEmpty()) {
            lost = reason;
            notifyAll();
        }
    }

    synchronized void requested(int ofGeneration, Arrival request) {
        if (ofGeneration != generation) {
            return;
        }
        if (requests.size() < REQUESTS_AT_MOST) {
            requests.add(request);
        } else {
            requestsLost++;
        }
        notifyAll();
    }

    synchronized void close() {
        closing = true;
        notifyAll();
    }

    synchronized boolean closing() {
        return closing;
    }

    /** Waits until there is something, the end is near, or the time is over. */
    synchronized Mail await(long timeoutMs) throws InterruptedException {
        long deadlineNs = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(timeoutMs);
        while (!woken && acknowledged.isEmpty() && requests.isEmpty() && lost.isEmpty() && !closing) {
            long leftNs = deadlineNs - System.nanoTime();
            if (leftNs <= 0) {
                break;
            }
            TimeUnit.NANOSECONDS.timedWait(this, leftNs);
        }
        return take();
    }

    /** Waits for acknowledgements or a loss, whether the end is near or not. */
    synchronized Mail awaitAcknowledgements(long timeoutMs) throws InterruptedException {
        long deadlineNs = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(timeoutMs);
        while (acknowledged.isEmpty() && lost.isEmpty()) {
            long leftNs = deadlineNs - System.nanoTime();
            if (leftNs <= 0) {
                break;
            }
            TimeUnit.NANOSECONDS.timedWait(this, leftNs);
        }
        return take();
    }

    private Mail take() {
        Mail mail = new Mail(woken, List.copyOf(acknowledged), List.copyOf(requests), requestsLost, lost);
        woken = false;
        acknowledged.clear();
        requests.clear();
        requestsLost = 0;
        return mail;
    }

    synchronized void awaitClosing(long timeout, TimeUnit unit) throws InterruptedException {
        long deadlineNs = System.nanoTime() + unit.toNanos(timeout);
        while (!closing) {
            long leftNs = deadlineNs - System.nanoTime();
            if (leftNs <= 0) {
                return;
            }
            TimeUnit.NANOSECONDS.timedWait(this, leftNs);
        }
    }
}
