package dev.lightfoot.history.raw;

import dev.lightfoot.gait.Foot;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/**
 * The raw samples of one run: an append log of sections. Big-endian: the magic LFRS, the payload's length and its CRC-32C in
 * 4 bytes each, then the payload: deflate of the count of samples (4 bytes), then column by column the feet (1 byte each, 1
 * the right), times and axes as differences to the sample before, zigzag in base 128. A section that a crash cut off, or
 * that does not match its CRC, ends the log: what is before it stands, and the next one takes its place. Not thread-safe.
 */
final class RawFile {
    private static final int MAGIC = 0x4C465253;
    private static final int HEAD_BYTES = 12;
    /** No section is nearly so large; a longer one is damage. */
    private static final int MOST_BYTES = 16 << 20;

    private static final int MOST_SAMPLES = 1 << 20;

    private RawFile() {}

    /** Appends a section behind the last whole one. */
    static void append(Path file, RawSamples samples) throws IOException {
        byte[] payload = payload(samples);
        CRC32C crc = new CRC32C();
        crc.update(payload);
        ByteBuffer section = ByteBuffer.allocate(HEAD_BYTES + payload.length)
                .putInt(MAGIC)
                .putInt(payload.length)
                .putInt((int) crc.getValue())
                .put(payload)
                .flip();
        try (FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            channel.position(endOfHeads(channel));
            while (section.hasRemaining()) {
                channel.write(section);
            }
            channel.truncate(channel.position());
        }
    }

    /** All sections up to the first that is not whole; none when there is no file. */
    static List<RawSamples> read(Path file) throws IOException {
        List<RawSamples> sections = new ArrayList<>();
        if (Files.exists(file)) {
            forEach(file, sections::add);
        }
        return sections;
    }

    /** Takes sections. */
    interface Taking {
        void take(RawSamples section) throws IOException;
    }

    /** Hands over the sections one by one, up to the first that is not whole. */
    static void forEach(Path file, Taking taking) throws IOException {
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            byte[] head = new byte[HEAD_BYTES];
            while (in.readNBytes(head, 0, HEAD_BYTES) == HEAD_BYTES) {
                ByteBuffer fields = ByteBuffer.wrap(head);
                int magic = fields.getInt();
                int length = fields.getInt();
                int crcTold = fields.getInt();
                if (magic != MAGIC || length < 0 || length > MOST_BYTES) {
                    return;
                }
                byte[] payload = in.readNBytes(length);
                CRC32C crc = new CRC32C();
                crc.update(payload);
                if (payload.length < length || (int) crc.getValue() != crcTold) {
                    return;
                }
                taking.take(samples(payload));
            }
        }
    }

    /** Where the last section ends whose head and length fit into the file. */
    private static long endOfHeads(FileChannel channel) throws IOException {
        long end = 0;
        ByteBuffer head = ByteBuffer.allocate(HEAD_BYTES);
        while (end + HEAD_BYTES <= channel.size()) {
            head.clear();
            if (channel.read(head, end) < HEAD_BYTES) {
                return end;
            }
            head.flip();
            int magic = head.getInt();
            int length = head.getInt();
            if (magic != MAGIC || length < 0 || length > MOST_BYTES || end + HEAD_BYTES + length > channel.size()) {
                return end;
            }
            end += HEAD_BYTES + length;
        }
        return end;
    }

    private static byte[] payload(RawSamples samples) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(new DeflaterOutputStream(bytes))) {
            out.writeInt(samples.size());
            for (int i = 0; i < samples.size(); i++) {
                out.writeByte(samples.foot(i) == Foot.RIGHT ? 1 : 0);
            }
            long before = 0;
            for (int i = 0; i < samples.size(); i++) {
                write(out, samples.timeUs(i) - before);
                before = samples.timeUs(i);
            }
            for (int axis = 0; axis < RawSamples.AXES; axis++) {
                int[] last = new int[2];
                for (int i = 0; i < samples.size(); i++) {
                    int foot = samples.foot(i) == Foot.RIGHT ? 1 : 0;
                    write(out, (long) samples.whole(i, axis) - last[foot]);
                    last[foot] = samples.whole(i, axis);
                }
            }
        }
        return bytes.toByteArray();
    }

    private static RawSamples samples(byte[] payload) throws IOException {
        try (DataInputStream in = new DataInputStream(new InflaterInputStream(new ByteArrayInputStream(payload)))) {
            int count = in.readInt();
            if (count < 0 || count > MOST_SAMPLES) {
                throw new IOException("a section of " + count + " samples cannot be");
            }
            Foot[] feet = new Foot[count];
            long[] timesUs = new long[count];
            int[][] axes = new int[count][RawSamples.AXES];
            for (int i = 0; i < count; i++) {
                feet[i] = in.readByte() == 1 ? Foot.RIGHT : Foot.LEFT;
            }
            for (int i = 0; i < count; i++) {
                timesUs[i] = (i == 0 ? 0 : timesUs[i - 1]) + readWhole(in);
            }
            for (int axis = 0; axis < RawSamples.AXES; axis++) {
                long[] last = new long[2];
                for (int i = 0; i < count; i++) {
                    int foot = feet[i] == Foot.RIGHT ? 1 : 0;
                    last[foot] += readWhole(in);
                    axes[i][axis] = (int) last[foot];
                }
            }
            RawSamples samples = new RawSamples(Math.max(1, count));
            for (int i = 0; i < count; i++) {
                samples.addWhole(feet[i], timesUs[i], axes[i]);
            }
            return samples;
        }
    }

    private static void write(DataOutputStream out, long value) throws IOException {
        long zigzag = (value << 1) ^ (value >> 63);
        while ((zigzag & ~0x7FL) != 0) {
            out.writeByte((int) ((zigzag & 0x7F) | 0x80));
            zigzag >>>= 7;
        }
        out.writeByte((int) zigzag);
    }

    private static long readWhole(DataInputStream in) throws IOException {
        long zigzag = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            int part = in.readUnsignedByte();
            zigzag |= (long) (part & 0x7F) << shift;
            if (part < 0x80) {
                return (zigzag >>> 1) ^ -(zigzag & 1);
            }
        }
        throw new IOException("a number of more than 64 bits cannot be");
    }
}
