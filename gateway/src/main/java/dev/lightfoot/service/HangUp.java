package dev.lightfoot.service;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandleProxies;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * SIGHUP, by which a service is asked to read its configuration again. sun.misc.Signal is the one door to it and is called
 * by reflection, as javac warns of it and cannot be told not to; a JVM without it leaves the signal as it is.
 */
public final class HangUp {
    private static final Logger LOG = LoggerFactory.getLogger(HangUp.class);

    private HangUp() {}

    /**
     * Runs a task, on a thread of its own, each time the process gets the signal; false when that cannot be had, as in a process
     * that was started deaf to it (nohup).
     */
    public static boolean then(Runnable task) {
        try {
            Class<?> signal = Class.forName("sun.misc.Signal");
            Class<?> handler = Class.forName("sun.misc.SignalHandler");
            MethodHandle run = MethodHandles.publicLookup()
                    .findVirtual(Runnable.class, "run", MethodType.methodType(void.class))
                    .bindTo(task);
            Object handling =
                    MethodHandleProxies.asInterfaceInstance(handler, MethodHandles.dropArguments(run, 0, signal));
            Object before = signal.getMethod("handle", signal, handler)
                    .invoke(null, signal.getConstructor(String.class).newInstance("HUP"), handling);
            if (handler.getField("SIG_IGN").get(null).equals(before)) {
                LOG.warn(
                        "the configuration is not read again on SIGHUP: the process was started to ignore it, as under nohup");
                return false;
            }
            return true;
        } catch (ReflectiveOperationException | IllegalArgumentException e) {
            LOG.warn("the configuration is not read again on SIGHUP: this Java does not pass signals on", e);
            return false;
        }
    }
}
