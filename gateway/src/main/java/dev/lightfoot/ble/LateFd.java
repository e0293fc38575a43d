package dev.lightfoot.ble;

import dev.lightfoot.loop.Posix;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.bluez.datatypes.TwoTuple;
import org.freedesktop.dbus.FileDescriptor;
import org.freedesktop.dbus.exceptions.DBusExecutionException;
import org.freedesktop.dbus.interfaces.CallbackHandler;
import org.freedesktop.dbus.types.UInt16;

/** The answer to AcquireNotify. An fd that comes when nobody waits for it any more is closed, not leaked. Thread-safe. */
final class LateFd implements CallbackHandler<TwoTuple<FileDescriptor, UInt16>> {
    private final CompletableFuture<Integer> answer = new CompletableFuture<>();

    @Override
    public void handle(TwoTuple<FileDescriptor, UInt16> given) {
        int fd = given.getFirstValue().getIntFileDescriptor();
        if (!answer.complete(fd)) {
            new Posix().close(fd);
        }
    }

    @Override
    public void handleError(DBusExecutionException e) {
        answer.completeExceptionally(e);
    }

    /** Waits for the fd, which belongs to the caller. */
    int await(Duration limit) throws BluezException {
        try {
            return answer.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw new BluezException("AcquireNotify failed", e.getCause() == null ? e : e.getCause());
        } catch (TimeoutException e) {
            return givenUp("AcquireNotify was not answered within " + limit.toSeconds() + " s");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return givenUp("AcquireNotify was interrupted");
        }
    }

    private int givenUp(String why) throws BluezException {
        BluezException late = new BluezException(why);
        if (!answer.completeExceptionally(late)) {
            return answer.resultNow(); // it came in the very last moment
        }
        throw late;
    }
}
