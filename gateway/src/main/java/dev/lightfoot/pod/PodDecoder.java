package dev.lightfoot.pod;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** Turns the notifications of one kind of pod into samples. One object a link; allocates nothing; not thread-safe. */
public interface PodDecoder {
    /**
     * Decodes the first {@code length} bytes of a notification. All or nothing: a rejected one gives no sample.
     *
     * @param notification little-endian, at least {@code length} bytes long
     * @return null when it was good, else why it was passed over
     */
    @Nullable
    Rejection decode(ByteBuffer notification, int length, SampleSink sink);
}
