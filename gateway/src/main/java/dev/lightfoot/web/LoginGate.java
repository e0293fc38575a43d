package dev.lightfoot.web;

import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Lets so many wrong passwords pass and then makes one wait: an address after {@value #WRONG_AN_ADDRESS} in a row, a minute
 * first and twice as long each further time, an hour at most. Nobody waits for what others did, so that no neighbour locks
 * the owner out; addresses of one IPv6 network of 64 bits count as one, since one machine has all of them. An attempt
 * counts as wrong from its beginning, so that many at once gain nothing. Thread-safe.
 */
final class LoginGate {
    static final int WRONG_AN_ADDRESS = 5;

    private static final Duration FIRST_WAIT = Duration.ofMinutes(1);
    private static final Duration LONGEST_WAIT = Duration.ofHours(1);
    private static final Duration FORGOTTEN_AFTER = Duration.ofHours(24);
    private static final int MOST_ADDRESSES = 4_096;

    private final InstantSource clock;
    private final Map<String, Tally> tallies = new LinkedHashMap<>(16, 0.75f, true);

    LoginGate(InstantSource clock) {
        this.clock = clock;
    }

    /**
     * What an address has tried.
     *
     * @param wrong attempts since the last right one
     * @param until no attempt is looked at before
     */
    private record Tally(int wrong, Instant until, Instant last) {}

    /** Begins an attempt; 0 when it may be looked at, else how many seconds it has to wait. */
    synchronized long begin(InetAddress from) {
        String address = network(from);
        Instant now = clock.instant();
        Tally before = tallies.get(address);
        if (before == null || now.isAfter(before.last().plus(FORGOTTEN_AFTER))) {
            before = new Tally(0, now, now);
        }
        if (now.isBefore(before.until())) {
            return seconds(now, before.until());
        }
        int count = before.wrong() + 1;
        tallies.put(address, new Tally(count, now.plus(waitAfter(count)), now));
        if (tallies.size() > MOST_ADDRESSES) {
            tallies.remove(tallies.keySet().iterator().next());
        }
        return 0;
    }

    /** The attempt that this address began was right. */
    synchronized void right(InetAddress from) {
        tallies.remove(network(from));
    }

    /** The whole of an IPv4 address, the first half of an IPv6 one. */
    private static String network(InetAddress address) {
        byte[] bytes = address.getAddress();
        return Arrays.toString(bytes.length == 4 ? bytes : Arrays.copyOf(bytes, 8));
    }

    private static Duration waitAfter(int count) {
        if (count < WRONG_AN_ADDRESS) {
            return Duration.ZERO;
        }
        Duration wait = FIRST_WAIT.multipliedBy(1L << Math.min(count - WRONG_AN_ADDRESS, 10));
        return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
    }

    private static long seconds(Instant now, Instant until) {
        return Math.max(1, Duration.between(now, until).plusMillis(999).toSeconds());
    }
}
