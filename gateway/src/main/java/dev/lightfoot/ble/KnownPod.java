package dev.lightfoot.ble;

import dev.lightfoot.gait.Foot;
import dev.lightfoot.gait.MountCalibration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A pod that is to be heard: named in the configuration, or adopted.
 *
 * @param address Bluetooth address, six hexadecimal pairs with colons
 * @param foot that wears it; null to take it from the pod itself
 * @param shoe it is mounted on, for people; empty when nobody said
 * @param name under which it was heard when it was adopted; empty when it was not
 * @param addressType "public" or "random" as it was heard then; empty when it was not
 * @param mount calibration of its place on the shoe, numbers that only the gait tracker understands; empty before it has any
 */
public record KnownPod(
        String address, @Nullable Foot foot, String shoe, String name, String addressType, List<Double> mount) {
    private static final Logger LOG = LoggerFactory.getLogger(KnownPod.class);
    private static final Pattern ADDRESS = Pattern.compile("([0-9A-F]{2}:){5}[0-9A-F]{2}");

    public KnownPod {
        address = address.toUpperCase(Locale.ROOT);
        mount = List.copyOf(mount);
        if (!isAddress(address)) {
            throw new IllegalArgumentException(
                    "pod address '" + address + "' is not six hexadecimal pairs like C0:FF:EE:00:00:01");
        }
    }

    public KnownPod(String address, @Nullable Foot foot) {
        this(address, foot, "", "", "", List.of());
    }

    /** Whether a text is six hexadecimal pairs with colons, in upper case. */
    public static boolean isAddress(String text) {
        return ADDRESS.matcher(text).matches();
    }

    /** The same on another foot or shoe, where it sits in another way; null leaves what it has. */
    public KnownPod on(@Nullable Foot otherFoot, @Nullable String otherShoe) {
        KnownPod moved = new KnownPod(
                address,
                otherFoot == null ? foot : otherFoot,
                otherShoe == null ? shoe : otherShoe,
                name,
                addressType,
                mount);
        return moved.sitsAs(this) ? moved : moved.mounted(List.of());
    }

    /** Whether it is the same pod on the same foot and shoe. */
    boolean sitsAs(KnownPod other) {
        return address.equals(other.address) && foot == other.foot && shoe.equals(other.shoe);
    }

    /** Whether a link to one serves the other. */
    boolean linksAs(KnownPod other) {
        return sitsAs(other) && addressType.equals(other.addressType);
    }

    /** The same with the name and address type it was heard with. */
    KnownPod heardAs(String heardName, String heardType) {
        return new KnownPod(address, foot, shoe, heardName, heardType, mount);
    }

    /** How it sat on this shoe in an earlier run; empty, and said, when what is kept is none: then it is learned anew. */
    Optional<MountCalibration> calibration() {
        if (mount.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(MountCalibration.of(mount));
        } catch (IllegalArgumentException e) {
            LOG.error("pod {}: what is kept of its mount is none, it is learned anew: {}", address, e.getMessage());
            return Optional.empty();
        }
    }

    /** The same with a calibration of its mount. */
    public KnownPod mounted(List<Double> calibration) {
        return new KnownPod(address, foot, shoe, name, addressType, calibration);
    }
}
