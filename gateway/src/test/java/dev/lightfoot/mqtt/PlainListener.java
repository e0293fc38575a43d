package dev.lightfoot.mqtt;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Hears ids by topic with QoS 0, straight over a socket (MQTT 3.1.1, sections 3.1 to 3.9), and is back at once when it is
 * asked to. The broker hands such a message on before it acknowledges it to the publisher.
 */
final class PlainListener implements AutoCloseable {
    private static final Pattern ID = Pattern.compile("\"id\":(\\d+)");
    private static final int CONNACK = 2;
    private static final int PUBLISH = 3;
    private static final int SUBACK = 9;

    private final int port;
    private final String base;
    private final Map<String, List<Long>> idsByTopic = new TreeMap<>();
    private final Set<String> heard = new HashSet<>();
    private int repeats;
    private Socket socket = new Socket();
    private Thread reading = Thread.ofVirtual().start(() -> {});

    PlainListener(int port, String base) throws IOException, InterruptedException {
        this.port = port;
        this.base = base;
        connect();
    }

    /** Hears out the broker before, and returns when a new subscription stands. */
    void connect() throws IOException, InterruptedException {
        reading.join();
        socket.close();
        socket = say(port, "listener");
        DataInputStream in = new DataInputStream(socket.getInputStream());
        expect(CONNACK, in);
        ByteArrayOutputStream subscribe = new ByteArrayOutputStream();
        DataOutputStream body = new DataOutputStream(subscribe);
        body.writeShort(1); // packet identifier
        body.writeUTF(base + "#");
        body.writeByte(0); // QoS
        write(socket, 0x82, subscribe.toByteArray());
        expect(SUBACK, in);
        reading = Thread.ofVirtual().start(() -> hear(in));
    }

    /** Takes a client's name over from whoever has it, and goes. */
    static void takeOver(int port, String clientId) throws IOException {
        try (Socket stranger = say(port, clientId)) {
            expect(CONNACK, new DataInputStream(stranger.getInputStream()));
        }
    }

    /** Opens a connection and sends CONNECT with a clean session and no keep-alive. */
    private static Socket say(int port, String clientId) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        ByteArrayOutputStream connect = new ByteArrayOutputStream();
        DataOutputStream body = new DataOutputStream(connect);
        body.writeUTF("MQTT");
        body.writeByte(4); // protocol level of 3.1.1
        body.writeByte(2); // clean session
        body.writeShort(0); // keep-alive
        body.writeUTF(clientId);
        write(socket, 0x10, connect.toByteArray());
        return socket;
    }

    private static void write(Socket socket, int firstByte, byte[] body) throws IOException {
        if (body.length > 127) {
            throw new IOException(body.length + " bytes need a longer length field");
        }
        byte[] packet = new byte[body.length + 2];
        packet[0] = (byte) firstByte;
        packet[1] = (byte) body.length;
        System.arraycopy(body, 0, packet, 2, body.length);
        socket.getOutputStream().write(packet);
    }

    /** Reads a packet of this kind that ends with a zero: accepted, QoS 0 granted. */
    private static void expect(int kind, DataInputStream in) throws IOException {
        int heard = in.readUnsignedByte() >> 4;
        byte[] body = body(in);
        if (heard != kind || body[body.length - 1] != 0) {
            throw new IOException("the broker answered with packet " + heard + " instead of " + kind);
        }
    }

    /** What follows the first byte of a packet and its length. */
    private static byte[] body(DataInputStream in) throws IOException {
        int length = 0;
        int shift = 0;
        int part;
        do {
            part = in.readUnsignedByte();
            length |= (part & 0x7F) << shift;
            shift += 7;
        } while ((part & 0x80) != 0);
        return in.readNBytes(length);
    }

    private void hear(DataInputStream in) {
        try {
            while (true) {
                int kind = in.readUnsignedByte() >> 4;
                byte[] body = body(in);
                if (kind == PUBLISH) {
                    int topicBytes = ByteBuffer.wrap(body).getShort();
                    String text = new String(body, StandardCharsets.UTF_8);
                    add(text.substring(2, 2 + topicBytes), text.substring(2 + topicBytes));
                }
            }
        } catch (IOException e) {
            // The broker was killed, or close was called.
        }
    }

    private synchronized void add(String topic, String payload) {
        Matcher id = ID.matcher(payload);
        if (id.find()) {
            String name = topic.substring(base.length());
            idsByTopic.computeIfAbsent(name, _ -> new ArrayList<>()).add(Long.valueOf(id.group(1)));
            if (!heard.add(name + id.group(1))) {
                repeats++;
            }
            notifyAll();
        }
    }

    synchronized List<Long> ids(String topic) {
        return List.copyOf(idsByTopic.getOrDefault(topic, List.of()));
    }

    synchronized int count(String topic) {
        return idsByTopic.getOrDefault(topic, List.of()).size();
    }

    /** How many messages had been heard before. */
    synchronized int repeats() {
        return repeats;
    }

    /** Asks after each message until it is so; false when it is not in time. */
    synchronized boolean await(BooleanSupplier so, long timeoutMs) throws InterruptedException {
        long deadlineNs = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(timeoutMs);
        while (!so.getAsBoolean()) {
            long leftNs = deadlineNs - System.nanoTime();
            if (leftNs <= 0) {
                return false;
            }
            TimeUnit.NANOSECONDS.timedWait(this, leftNs);
        }
        return true;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
