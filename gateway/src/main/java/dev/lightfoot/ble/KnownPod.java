package dev.lightfoot.ble;

import dev.lightfoot.gait.Foot;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A pod that is to be heard.
 *
 * @param address Bluetooth address, six hexadecimal pairs with colons
 * @param foot that wears it; null to take it from the pod's Info
 */
public record KnownPod(String address, @Nullable Foot foot) {
    private static final Pattern ADDRESS = Pattern.compile("([0-9A-F]{2}:){5}[0-9A-F]{2}");

    public KnownPod {
        address = address.toUpperCase(Locale.ROOT);
        if (!ADDRESS.matcher(address).matches()) {
            throw new IllegalArgumentException(
                    "pod address '" + address + "' is not six hexadecimal pairs like C0:FF:EE:00:00:01");
        }
    }
}
