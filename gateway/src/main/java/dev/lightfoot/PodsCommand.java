package dev.lightfoot;

import dev.lightfoot.ble.Adoption;
import dev.lightfoot.ble.FileAdoption;
import dev.lightfoot.ble.HeardFile;
import dev.lightfoot.ble.KnownPod;
import dev.lightfoot.ble.PodFile;
import dev.lightfoot.ble.PodFileException;
import dev.lightfoot.ble.Sighting;
import dev.lightfoot.config.Config;
import dev.lightfoot.config.ConfigException;
import dev.lightfoot.event.EventJson;
import dev.lightfoot.gait.Foot;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** Lists the pods that are adopted and those that are heard; adopts and forgets them. */
@Command(
        name = "pods",
        description = "Lists the pods that are adopted and those that are heard; adopts and forgets them.",
        scope = ScopeType.INHERIT)
final class PodsCommand implements Runnable {
    private static final int LONGEST_SHOE = 32;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before a command runs
    private CommandSpec spec;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            scope = ScopeType.INHERIT,
            description = "Configuration file; without, $LIGHTFOOT_CONFIG or the defaults.")
    private @Nullable Path file;

    @Override
    public void run() {
        try {
            list(config(), System.out);
        } catch (ConfigException | PodFileException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    @Command(
            name = "adopt",
            description = {
                "Hears a pod from now on, or every good pod near by for a while.",
                "Adopting it again forgets how it sat on its shoe."
            })
    int adopt(
            @Parameters(arity = "0..1", paramLabel = "ADDRESS", description = "Bluetooth address of the pod.") @Nullable
                    String address,
            @Option(names = "--foot", description = "left or right; without, the pod says it itself.") @Nullable
                    Foot foot,
            @Option(names = "--shoe", paramLabel = "NAME", description = "Shoe it is mounted on.") @Nullable
                    String shoe,
            @Option(
                            names = "--window",
                            paramLabel = "SECONDS",
                            arity = "0..1",
                            fallbackValue = "60",
                            description = "Adopt good pods near by for so long (default 60, at most 600), two at most.")
                    @Nullable
                    Integer windowS)
            throws ConfigException, PodFileException {
        if ((address == null) == (windowS == null)) {
            throw mistake("adopt", "give the ADDRESS of a pod, or --window");
        }
        Path podFile = config().bluetooth().podsFile();
        Adoption adoption = adoption(podFile);
        if (windowS != null) {
            if (foot != null || shoe != null) {
                throw mistake("adopt", "--foot and --shoe are of one pod: give its ADDRESS instead of --window");
            }
            if (windowS < 1 || windowS > Adoption.LONGEST_WINDOW.toSeconds()) {
                throw mistake("adopt", "--window " + windowS + " must be 1 to " + Adoption.LONGEST_WINDOW.toSeconds());
            }
            String until = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT)
                    .format(adoption.openWindow(Duration.ofSeconds(windowS)).atZone(ZoneId.systemDefault()));
            System.out.println("good pods near by are adopted until " + until);
        } else {
            KnownPod pod = pod("adopt", String.valueOf(address), foot, shoe);
            refusePassing(pod.address(), adoption.heard());
            adoption.adopt(pod);
            System.out.println("adopted " + pod.address());
        }
        sayWhetherHeard(podFile, System.out);
        return 0;
    }

    @Command(name = "forget", description = "Hears a pod no more.")
    int forget(@Parameters(paramLabel = "ADDRESS", description = "Bluetooth address of the pod.") String written)
            throws ConfigException, PodFileException {
        Config config = config();
        String address = pod("forget", written, null, null).address();
        boolean forgotten = adoption(config.bluetooth().podsFile()).forget(address);
        if (config.pods().stream().anyMatch(pod -> pod.address().equals(address))) {
            throw new PodFileException(
                    "pod " + address + " is named in the configuration: take its [[pod]] out of that file");
        }
        if (!forgotten) {
            throw new PodFileException("pod " + address + " was not adopted: see lightfoot pods");
        }
        System.out.println("forgotten " + address);
        return 0;
    }

    private KnownPod pod(String command, String address, @Nullable Foot foot, @Nullable String shoe) {
        if (shoe != null
                && (shoe.isEmpty()
                        || shoe.length() > LONGEST_SHOE
                        || shoe.chars().anyMatch(c -> c < ' '))) {
            throw mistake(command, "--shoe '" + shoe + "' must be 1 to " + LONGEST_SHOE + " printable characters");
        }
        try {
            return new KnownPod(address, foot, shoe == null ? "" : shoe, "", "", List.of());
        } catch (IllegalArgumentException e) {
            throw mistake(command, String.valueOf(e.getMessage()));
        }
    }

    private static void refusePassing(String address, List<Sighting> heard) throws PodFileException {
        for (Sighting sighting : heard) {
            if (sighting.address().equals(address) && sighting.standing() == Sighting.Standing.PASSING) {
                throw new PodFileException("pod " + address + " changes its address within minutes and could not be"
                        + " found again: pair it first (bluetoothctl pair " + address + "), then adopt the address it"
                        + " is listed under");
            }
        }
    }

    private static Adoption adoption(Path podFile) {
        return new FileAdoption(new PodFile(podFile), InstantSource.system(), () -> HeardFile.read(podFile));
    }

    private static void list(Config config, PrintStream out) throws PodFileException {
        Path podFile = config.bluetooth().podsFile();
        List<KnownPod> adopted = new PodFile(podFile).read().pods();
        for (Config.Pod pod : config.pods()) {
            out.printf("%s  %-5s  named in the configuration%n", pod.address(), foot(pod.foot()));
        }
        for (KnownPod pod : adopted) {
            String shoe = pod.shoe().isEmpty() ? "" : ", shoe " + pod.shoe();
            String name = pod.name().isEmpty() ? "" : ", \"" + pod.name() + "\"";
            out.printf("%s  %-5s  adopted%s%s%n", pod.address(), foot(pod.foot()), shoe, name);
        }
        if (config.pods().isEmpty() && adopted.isEmpty()) {
            out.println("no pod is adopted yet: lightfoot pods adopt --window 60");
        }
        for (Sighting sighting : HeardFile.read(podFile)) {
            if (sighting.standing() != Sighting.Standing.ADOPTED) {
                out.printf(
                        "%s  heard at %d dBm, \"%s\"%s, ignored: %s%n",
                        sighting.address(),
                        sighting.rssiDbm(),
                        sighting.name(),
                        sighting.kind().isEmpty() ? "" : " (" + sighting.kind() + ")",
                        sighting.words().isEmpty() ? "not adopted" : sighting.words());
            }
        }
        sayWhetherHeard(podFile, out);
    }

    private static void sayWhetherHeard(Path podFile, PrintStream out) {
        if (!HeardFile.gatewayRuns(podFile)) {
            out.println("no gateway is running on " + podFile + ": it takes effect when one starts (lightfoot run)");
        }
    }

    private static String foot(@Nullable Foot foot) {
        return foot == null ? "-" : EventJson.name(foot);
    }

    private Config config() throws ConfigException {
        return Config.of(file);
    }

    private ParameterException mistake(String command, String words) {
        return new ParameterException(spec.subcommands().get(command), words);
    }
}
