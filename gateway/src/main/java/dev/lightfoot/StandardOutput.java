package dev.lightfoot;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Standard output that remembers why it failed, which a PrintStream does not tell. A reader that has seen enough, such as
 * {@code head}, is no failure; a full disk is.
 */
final class StandardOutput extends OutputStream {
    /** The text of EPIPE, as the C library gives it. */
    private static final String READER_GONE = "Broken pipe";

    private final OutputStream target;
    private @Nullable String failure;

    StandardOutput(OutputStream target) {
        this.target = target;
    }

    /** Makes System.out write through it. */
    static StandardOutput replaceSystemOut() {
        StandardOutput output = new StandardOutput(new FileOutputStream(FileDescriptor.out));
        System.setOut(new PrintStream(output, true, StandardCharsets.UTF_8));
        return output;
    }

    /** The exit code of a command that ended with one, once its output is counted in. */
    int exitCode(int ofCommand, PrintStream err) {
        if (failure == null || failure.equals(READER_GONE)) {
            return ofCommand;
        }
        err.println("lightfoot: the output could not be written (" + failure + "): what is there is not whole");
        return 1;
    }

    @Override
    public void write(int oneByte) throws IOException {
        write(new byte[] {(byte) oneByte}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        try {
            target.write(bytes, offset, length);
        } catch (IOException e) {
            failure = String.valueOf(e.getMessage());
            throw e;
        }
    }

    @Override
    public void flush() throws IOException {
        target.flush();
    }

    @Override
    public void close() throws IOException {
        target.close();
    }
}
