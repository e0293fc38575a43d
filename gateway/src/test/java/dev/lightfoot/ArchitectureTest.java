package dev.lightfoot;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;

/** Arrows point down only: Main, Gateway -> adapters -> loop, event -> form, pod -> gait. */
@AnalyzeClasses(
        packages = "dev.lightfoot",
        importOptions = {ImportOption.DoNotIncludeTests.class, ArchitectureTest.WithoutSimulator.class})
class ArchitectureTest {
    private static final String[] PURE_MAY_KNOW = {
        "java.lang..", "java.util..", "java.nio", "java.nio.charset", "org.jspecify.."
    };

    @ArchTest
    static final ArchRule GAIT_KNOWS_NOBODY = classes()
            .that()
            .resideInAPackage("dev.lightfoot.gait")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("dev.lightfoot.gait", "java.lang..", "java.util", "org.jspecify..");

    @ArchTest
    static final ArchRule FORM_KNOWS_ONLY_GAIT = classes()
            .that()
            .resideInAPackage("dev.lightfoot.form")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "dev.lightfoot.form", "dev.lightfoot.gait", "java.lang..", "java.util", "org.jspecify..");

    @ArchTest
    static final ArchRule POD_KNOWS_ONLY_GAIT = classes()
            .that()
            .resideInAPackage("dev.lightfoot.pod")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(with("dev.lightfoot.pod", "dev.lightfoot.gait"));

    @ArchTest
    static final ArchRule THE_PURE_READ_NO_CLOCK = noClasses()
            .that()
            .resideInAnyPackage("dev.lightfoot.gait", "dev.lightfoot.form", "dev.lightfoot.pod")
            .should()
            .callMethod(System.class, "nanoTime")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .dependOnClassesThat()
            .resideInAnyPackage("java.time..", "java.io..", "java.util.concurrent..", "java.lang.foreign..");

    @ArchTest
    static final ArchRule EVENTS_KNOW_ONLY_THE_JUDGES_WORDS = classes()
            .that()
            .resideInAPackage("dev.lightfoot.event")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "dev.lightfoot.event",
                    "dev.lightfoot.form",
                    "dev.lightfoot.gait",
                    "java..",
                    "com.fasterxml.jackson.core..",
                    "org.jspecify..");

    @ArchTest
    static final ArchRule THE_LOOP_KNOWS_NO_ADAPTER_BUT_THE_HAPTIC_PORT = noClasses()
            .that()
            .resideInAPackage("dev.lightfoot.loop")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "dev.lightfoot.ble..",
                    "dev.lightfoot.history..",
                    "dev.lightfoot.mqtt..",
                    "dev.lightfoot.web..",
                    "dev.lightfoot.config..");

    @ArchTest
    static final ArchRule ONLY_BLE_KNOWS_DBUS = noClasses()
            .that()
            .resideOutsideOfPackage("dev.lightfoot.ble..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.freedesktop.dbus..", "org.bluez..", "com.github.hypfvieh..");

    @ArchTest
    static final ArchRule ONLY_HAPTIC_KNOWS_PI4J = noClasses()
            .that()
            .resideOutsideOfPackage("dev.lightfoot.haptic..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.pi4j..");

    @ArchTest
    static final ArchRule ONLY_MQTT_KNOWS_PAHO = noClasses()
            .that()
            .resideOutsideOfPackage("dev.lightfoot.mqtt..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.eclipse.paho..");

    @ArchTest
    static final ArchRule ONLY_HISTORY_KNOWS_SQL = noClasses()
            .that()
            .resideOutsideOfPackage("dev.lightfoot.history..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "org.sqlite..");

    @ArchTest
    static final ArchRule ONLY_EXPORT_KNOWS_FIT = noClasses()
            .that()
            .resideOutsideOfPackage("dev.lightfoot.history.export..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.garmin..");

    @ArchTest
    static final ArchRule NOBODY_KNOWS_THE_TOP = noClasses()
            .that()
            .resideOutsideOfPackage("dev.lightfoot")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.lightfoot");

    @ArchTest
    static final ArchRule THE_GATEWAY_DOES_NOT_KNOW_THE_SIMULATOR =
            noClasses().should().dependOnClassesThat().resideInAPackage("dev.lightfoot.sim..");

    @ArchTest
    static final ArchRule NO_CIRCLES = SlicesRuleDefinition.slices()
            .matching("dev.lightfoot.(*)..")
            .should()
            .beFreeOfCycles();

    /** The simulator shares the package root, and the gateway's tests have it on their path. */
    static final class WithoutSimulator implements ImportOption {
        @Override
        public boolean includes(Location location) {
            return !location.contains("dev/lightfoot/sim/");
        }
    }

    private static String[] with(String... packages) {
        String[] all = java.util.Arrays.copyOf(PURE_MAY_KNOW, PURE_MAY_KNOW.length + packages.length);
        System.arraycopy(packages, 0, all, PURE_MAY_KNOW.length, packages.length);
        return all;
    }
}
