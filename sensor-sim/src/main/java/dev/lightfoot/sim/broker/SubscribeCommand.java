package dev.lightfoot.sim.broker;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Prints what a broker delivers, one message a line: topic, space, payload. */
@Command(
        name = "subscribe",
        description = "Prints the messages of an MQTT broker: topic and payload, one a line.",
        mixinStandardHelpOptions = true)
@SuppressWarnings("NullAway.Init") // picocli sets the fields
public final class SubscribeCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(names = "--url", required = true, description = "The broker, such as tcp://127.0.0.1:1883.")
    private String url;

    @Option(names = "--topic", defaultValue = "#", description = "Topic filter (default all).")
    private String topic;

    @Option(names = "--seconds", description = "Ends after so many seconds; else a signal ends it.")
    private @Nullable Long seconds;

    @Override
    public Integer call() throws BrokerException, InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        var lost = new CountDownLatch(1);
        try (Subscriber subscriber = subscribe(lines(out), lost::countDown)) {
            if (seconds == null) {
                lost.await();
            } else if (!lost.await(seconds, TimeUnit.SECONDS)) {
                return 0;
            }
            throw new BrokerException("the connection to " + subscriber.url() + " broke", null);
        }
    }

    private Subscriber subscribe(Subscriber.Sink sink, Runnable onLoss) throws BrokerException {
        try {
            return Subscriber.connect(url, topic, sink, onLoss);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }

    private static Subscriber.Sink lines(PrintWriter out) {
        return (topic, payload) -> {
            out.println(topic + " " + payload.replaceAll("\\R", " "));
            out.flush();
        };
    }
}
