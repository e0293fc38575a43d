package dev.lightfoot.ble;

import java.util.function.Consumer;

/**
 * Blocking calls, each on a virtual thread of its own; what came of them is told on the supervisor's thread. A call that
 * is not answered ends with dbus-java's own time limit of 20 s.
 */
final class Calls {
    /** A call that blocks. */
    interface Blocking<T> {
        T call() throws BluezException;
    }

    /** A call that blocks and gives nothing. */
    interface BlockingVoid {
        void call() throws BluezException;
    }

    private final Consumer<Runnable> supervisor;

    Calls(Consumer<Runnable> supervisor) {
        this.supervisor = supervisor;
    }

    <T> void ask(Blocking<T> blocking, Consumer<T> done, Consumer<BluezException> failed) {
        Thread.ofVirtual().name("bluez call").start(() -> {
            try {
                T result = blocking.call();
                supervisor.accept(() -> done.accept(result));
            } catch (BluezException e) {
                supervisor.accept(() -> failed.accept(e));
            } catch (RuntimeException e) {
                supervisor.accept(() -> failed.accept(new BluezException("a D-Bus call broke", e)));
            }
        });
    }

    void tell(BlockingVoid blocking, Runnable done, Consumer<BluezException> failed) {
        ask(
                () -> {
                    blocking.call();
                    return Boolean.TRUE;
                },
                _ -> done.run(),
                failed);
    }

    /** Has the supervisor's thread do something. */
    void later(Runnable reaction) {
        supervisor.accept(reaction);
    }

    /** For a call whose failure changes nothing, such as disconnecting what has gone already. */
    void tellInVain(BlockingVoid blocking) {
        tell(blocking, () -> {}, _ -> {});
    }
}
