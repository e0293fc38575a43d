package dev.lightfoot;

import dev.lightfoot.config.ConfigException;
import dev.lightfoot.config.LiveConfig;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/**
 * The command run, without picocli for the words by which the service starts it: picocli and its reflection take longer
 * than all else until the gateway is ready.
 */
final class Listening {
    private Listening() {}

    /** Whether these are a service's arguments: run --config FILE. */
    static boolean isMeantBy(String[] args) {
        return args.length == 3
                && args[0].equals("run")
                && args[1].equals("--config")
                && !args[2].isEmpty()
                && args[2].charAt(0) != '-';
    }

    /** Until it is ended; the exit code. What keeps it from starting is said as every command says it. */
    static int told(String file, PrintStream err) {
        try {
            return of(Path.of(file), false);
        } catch (Exception e) {
            tell(e, err);
            return 1;
        }
    }

    static int of(@Nullable Path file, boolean meter) throws ConfigException, StartException, InterruptedException {
        LiveConfig live = LiveConfig.open(file);
        Gateway gateway = Gateway.open(live.config(), meter ? System.out : null);
        gateway.reloadOnHangUp(live);
        gateway.begin();
        CountDownLatch ended = new CountDownLatch(1);
        Runtime.getRuntime()
                .addShutdownHook(Thread.ofPlatform().name("shutdown").unstarted(() -> {
                    gateway.close();
                    ended.countDown();
                    Runtime.getRuntime().halt(0);
                }));
        ended.await();
        return 0;
    }

    /** A line for what went wrong, or one for each mistake of the configuration. */
    static void tell(Exception problem, PrintStream err) {
        if (problem instanceof ConfigException mistakes) {
            mistakes.lines().forEach(line -> err.println("lightfoot: " + line));
        } else {
            err.println("lightfoot: " + (problem.getMessage() == null ? problem : problem.getMessage()));
        }
    }
}
