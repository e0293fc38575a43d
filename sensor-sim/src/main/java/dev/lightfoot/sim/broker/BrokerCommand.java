package dev.lightfoot.sim.broker;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Runs the embedded broker until a signal ends it. */
@Command(
        name = "broker",
        description = "Runs an MQTT broker on the loopback for demonstrations and prints its address.",
        mixinStandardHelpOptions = true)
@SuppressWarnings("NullAway.Init") // picocli sets the fields
public final class BrokerCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(names = "--port", defaultValue = "0", description = "TCP port; 0, the default, takes a free one.")
    private int port;

    @Override
    public Integer call() throws BrokerException, InterruptedException {
        DemoBroker broker = start();
        Runtime.getRuntime().addShutdownHook(new Thread(broker::close));
        PrintWriter out = spec.commandLine().getOut();
        out.println("broker: " + broker.url());
        out.flush();
        new CountDownLatch(1).await();
        return 0;
    }

    private DemoBroker start() throws BrokerException {
        try {
            return DemoBroker.start(port);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }
}
