package dev.lightfoot.history;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The right to be the one writer of a history: a lock on a file beside it, held until closed or until the process ends.
 * Not on the database itself, whose own locks would be lost with the channel.
 */
final class FileLease implements AutoCloseable {
    private final FileChannel channel;

    private FileLease(FileChannel channel) {
        this.channel = channel;
    }

    static FileLease take(Path file) throws HistoryException {
        Path lockFile = file.resolveSibling(file.getFileName() + ".lock");
        try {
            FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            boolean locked = false;
            try {
                locked = channel.tryLock() != null;
            } catch (OverlappingFileLockException e) {
                locked = false;
            } finally {
                if (!locked) {
                    channel.close();
                }
            }
            if (!locked) {
                throw new HistoryException("another gateway is writing the history " + file
                        + ": stop it, or name another file for this one");
            }
            return new FileLease(channel);
        } catch (IOException e) {
            throw new HistoryException("cannot lock " + lockFile + ": give this user write access to its folder", e);
        }
    }

    @Override
    public void close() {
        HistoryFile.closeQuietly(channel);
    }
}
