package dev.lightfoot.pod;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;

/** A pod's characteristics in memory: what is written is kept as text, and what was scripted is answered. */
final class FakeGatt implements Gatt {
    final List<String> log = new ArrayList<>();
    private final Map<UUID, byte[]> values = new HashMap<>();
    private final Map<String, List<byte[]>> answers = new HashMap<>();
    private final Map<String, UUID> answerOn = new HashMap<>();
    private final Map<String, byte[]> firstAnswers = new HashMap<>();
    private final Map<UUID, Queue<byte[]>> notified = new HashMap<>();
    private final Set<UUID> subscribed = new HashSet<>();

    FakeGatt value(UUID characteristic, String hex) {
        values.put(characteristic, Bytes.of(hex));
        return this;
    }

    /** When these bytes are written, those are notified, if anybody has subscribed. */
    FakeGatt answer(String written, UUID on, String... notifications) {
        answers.put(written, List.of(notifications).stream().map(Bytes::of).toList());
        answerOn.put(written, on);
        return this;
    }

    /** The first time that these bytes are written, that is notified instead. */
    FakeGatt first(String written, String notification) {
        firstAnswers.put(written, Bytes.of(notification));
        return this;
    }

    boolean has(UUID characteristic) {
        return values.containsKey(characteristic);
    }

    @Override
    public byte[] read(UUID characteristic) throws PodStartException {
        byte[] value = values.get(characteristic);
        if (value == null) {
            throw new PodStartException("no such characteristic " + characteristic);
        }
        return value.clone();
    }

    @Override
    public void write(UUID characteristic, byte[] value) {
        String hex = Bytes.hex(value);
        log.add(characteristic.toString().substring(4, 8) + " < " + hex);
        UUID on = answerOn.get(hex);
        if (on != null && subscribed.contains(on)) {
            byte[] first = firstAnswers.remove(hex);
            notified.computeIfAbsent(on, _ -> new ArrayDeque<>())
                    .addAll(first != null ? List.of(first) : answers.getOrDefault(hex, List.of()));
        }
    }

    @Override
    public void subscribe(UUID characteristic) {
        subscribed.add(characteristic);
        log.add(characteristic.toString().substring(4, 8) + " subscribed");
    }

    @Override
    public byte[] await(UUID characteristic, String what, Predicate<byte[]> wanted) throws PodStartException {
        Queue<byte[]> queue = notified.getOrDefault(characteristic, new ArrayDeque<>());
        for (byte[] next = queue.poll(); next != null; next = queue.poll()) {
            if (wanted.test(next)) {
                return next;
            }
        }
        throw new PodStartException(what + " did not come");
    }
}
