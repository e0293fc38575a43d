package dev.lightfoot.day;

import dev.lightfoot.sim.bluez.VirtualBluez;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A day of runs in fast time: the built gateway, two simulated pods on a virtual BlueZ, a broker, and seeded troubles. The
 * clocks of gateway and pods, their waiting included, are hastened by libfaketime, so that nothing in them knows of it.
 * Arguments: hours, seed, haste. Prints what the gateway holds over time and each run beside the truth; exit code 1 when a
 * run is not whole, something grows or the gateway ended.
 */
public final class Day {
    private static final double TOLD_EVERY_S = 1800;
    /** The classes are all loaded and the heap has its size. */
    private static final double SETTLED_S = 2 * 3600;

    private static final double GROWN_RSS_MB = 8;

    private final List<String> failures = new ArrayList<>();
    private final List<GatewayProcess.Holding> settled = new ArrayList<>();

    private Day() {}

    public static void main(String[] arguments) throws Exception {
        double hours = arguments.length > 0 ? Double.parseDouble(arguments[0]) : 24;
        long seed = arguments.length > 1 ? Long.parseLong(arguments[1]) : 1;
        double haste = arguments.length > 2 ? Double.parseDouble(arguments[2]) : 40;
        String library = System.getenv("LIGHTFOOT_FAKETIME");
        if (library != null) {
            System.exit(again(library, haste, arguments));
        }
        Day day = new Day();
        day.run(hours, seed);
        day.failures.forEach(failure -> System.out.println("FAIL " + failure));
        System.out.println(day.failures.isEmpty() ? "day: all held" : "day: FAILED");
        System.exit(day.failures.isEmpty() ? 0 : 1);
    }

    /** This program once more, on the hastened clock. */
    private static int again(String library, double haste, String[] arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                Day.class.getName()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
        builder.environment().remove("LIGHTFOOT_FAKETIME");
        builder.environment().put("LD_PRELOAD", library);
        builder.environment().put("FAKETIME", "+0 x" + haste);
        Process child = builder.start();
        Runtime.getRuntime().addShutdownHook(new Thread(child::destroy));
        return child.waitFor();
    }

    private void run(double hours, long seed) throws Exception {
        DaySchedule schedule = new DaySchedule(hours, seed);
        Path folder = Files.createTempDirectory("lightfoot-day");
        int port = freePort();
        System.out.printf(
                Locale.ROOT,
                "%.1f hours, %d runs, seed %d, %d landings; files in %s%n",
                schedule.seconds() / 3600,
                schedule.runs().size(),
                seed,
                schedule.runs().stream().mapToInt(DaySchedule.TrueRun::landings).sum(),
                folder);
        try (VirtualBluez bluez = Troubles.patiently(() ->
                        VirtualBluez.builder(schedule.body().left(), schedule.body().right())
                                .seed(seed)
                                .start());
                Troubles troubles = new Troubles(seed, bluez, folder, port);
                GatewayProcess gateway = new GatewayProcess(troubles.writeConfig(), port + 1, folder)) {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                gateway.close();
                troubles.close();
            }));
            live(schedule, troubles, gateway);
            System.out.println(troubles.words());
            check(gateway.isAlive(), "the gateway has ended by itself");
            for (String figure : List.of("ring_dropped_total", "history_dropped_total", "strike_loop_faults_total")) {
                double count = gateway.figure(figure);
                System.out.println(figure + " " + count);
                check(count == 0, figure + " is " + count);
            }
            int code = gateway.end();
            check(code == 0, "the gateway ended with exit code " + code);
            long told = Files.readAllLines(folder.resolve("gateway.log")).stream()
                    .filter(line -> line.contains("configuration read again"))
                    .count();
            check(told == troubles.reloads(), told + " of " + troubles.reloads() + " reloads were told");
        }
        failures.addAll(DayCheck.of(folder.resolve("history.db"), schedule.runs()));
        checkGrowth();
    }

    private void live(DaySchedule schedule, Troubles troubles, GatewayProcess gateway) throws Exception {
        long startNs = System.nanoTime();
        double nextToldS = 600;
        double nextTroubleS = 300;
        double endS = schedule.seconds() + 60;
        for (double nowS = 0; nowS < endS && gateway.isAlive(); nowS = (System.nanoTime() - startNs) / 1e9) {
            if (nowS >= nextToldS) {
                GatewayProcess.Holding holding = gateway.holding();
                System.out.printf(Locale.ROOT, "%5.2f h  %s%n", nowS / 3600, holding.words());
                if (nowS > SETTLED_S) {
                    settled.add(holding);
                }
                nextToldS = nowS + TOLD_EVERY_S;
            }
            if (nowS >= nextTroubleS) {
                troubles.strike(gateway);
                nextTroubleS = nowS + troubles.nextInS();
            }
            Troubles.pause(Math.max(1, Math.min(endS, Math.min(nextToldS, nextTroubleS)) - nowS));
        }
    }

    /** The last quarter of the day against the first, after it has settled. */
    private void checkGrowth() {
        if (settled.size() < 8) {
            System.out.println("too short to judge growth");
            return;
        }
        int quarter = settled.size() / 4;
        var first = settled.subList(0, quarter);
        var last = settled.subList(settled.size() - quarter, settled.size());
        double grownMb = mean(last) - mean(first);
        System.out.printf(Locale.ROOT, "RSS of the last quarter %+.1f MB against the first%n", grownMb);
        check(grownMb < GROWN_RSS_MB, "RSS has grown by " + grownMb + " MB");
        check(most(last, true) <= most(first, true) + 2, "threads have grown");
        check(most(last, false) <= most(first, false) + 4, "open files have grown");
    }

    private static double mean(List<GatewayProcess.Holding> holdings) {
        return holdings.stream().mapToDouble(GatewayProcess.Holding::rssMb).average().orElseThrow();
    }

    private static int most(List<GatewayProcess.Holding> holdings, boolean threads) {
        return holdings.stream().mapToInt(held -> threads ? held.threads() : held.fds()).max().orElseThrow();
    }

    private void check(boolean held, String otherwise) {
        if (!held) {
            failures.add(otherwise);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return Math.min(socket.getLocalPort(), 65_000);
        }
    }
}
