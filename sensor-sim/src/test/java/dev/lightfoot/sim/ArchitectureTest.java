package dev.lightfoot.sim;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;

/** The simulator knows nothing of the gateway: each is the other's check. */
@AnalyzeClasses(packages = "dev.lightfoot", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule THE_SIMULATOR_DOES_NOT_KNOW_THE_GATEWAY = classes()
            .that()
            .resideInAPackage("dev.lightfoot.sim..")
            .should()
            .onlyDependOnClassesThat()
            .resideOutsideOfPackages(
                    "dev.lightfoot",
                    "dev.lightfoot.gait..",
                    "dev.lightfoot.form..",
                    "dev.lightfoot.pod..",
                    "dev.lightfoot.loop..",
                    "dev.lightfoot.event..");

    @ArchTest
    static final ArchRule THE_BODY_KNOWS_NOBODY = classes()
            .that()
            .resideInAPackage("dev.lightfoot.sim.runner")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("dev.lightfoot.sim.runner", "java.lang..", "java.util..", "org.jspecify..");

    @ArchTest
    static final ArchRule ONLY_BLUEZ_KNOWS_DBUS = noClasses()
            .that()
            .resideOutsideOfPackage("dev.lightfoot.sim.bluez..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.freedesktop.dbus..", "org.bluez..");

    @ArchTest
    static final ArchRule ONLY_THE_BROKER_KNOWS_MQTT = noClasses()
            .that()
            .resideOutsideOfPackage("dev.lightfoot.sim.broker..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.moquette..", "org.eclipse.paho..");

    @ArchTest
    static final ArchRule NO_CIRCLES = SlicesRuleDefinition.slices()
            .matching("dev.lightfoot.sim.(*)..")
            .should()
            .beFreeOfCycles();
}
