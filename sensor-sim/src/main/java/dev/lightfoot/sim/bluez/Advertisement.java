package dev.lightfoot.sim.bluez;

import dev.lightfoot.sim.pod.PodProfile;

/** org.bluez.LEAdvertisement1 of a pod: connectable, with its service and its name. Lives on the loop's thread. */
final class Advertisement extends BusInterface {
    static final String PATH = "/lightfoot/advertisement";
    private final Runnable released;

    /**
     * Makes it.
     *
     * @param released hears that bluetoothd has ended it
     */
    Advertisement(String localName, Runnable released) {
        super("org.bluez.LEAdvertisement1");
        this.released = released;
        with("Type", "peripheral", "s");
        with("ServiceUUIDs", new String[] {PodProfile.SERVICE.toString()}, "as");
        with("LocalName", localName, "s");
        // Without it a central that asks for discoverable devices passes over the pod, name and all.
        with("Discoverable", true, "b");
    }

    @Override
    void call(Call call) throws BluezException {
        if (!call.member().equals("Release")) {
            throw unknownMethod(call);
        }
        call.answer();
        released.run();
    }
}
