package dev.lightfoot.pod;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** Turns the notifications of one kind of pod into samples. One object a link; allocates nothing; not thread-safe. */
public interface PodDecoder {
    /**
     * Decodes the first {@code length} bytes of a notification. A frame gives all of its samples or none. A notification may
     * hold several frames, or a part of one that goes on in the next.
     *
     * @param notification little-endian, at least {@code length} bytes long
     * @return null when all was good, else why it, or a part that was held from before, was passed over
     */
    @Nullable
    Rejection decode(ByteBuffer notification, int length, SampleSink sink);
}
