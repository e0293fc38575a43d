package dev.lightfoot.sim.bluez;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.sim.runner.Side;
import org.freedesktop.dbus.connections.transports.AbstractTransport;
import org.freedesktop.dbus.connections.transports.TransportBuilder;
import org.freedesktop.dbus.messages.Error;
import org.freedesktop.dbus.messages.Message;
import org.freedesktop.dbus.messages.MethodCall;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Error names on the wire, which dbus-java's proxies do not hand on. */
@Timeout(30)
class ErrorNamesTest {
    private static final String ADAPTER = "/org/bluez/hci0";

    @Test
    void errorsHaveTheNamesThatBluetoothdGivesThem() throws Exception {
        try (var bluez = VirtualBluez.builder(new TestSource(Side.LEFT), new TestSource(Side.RIGHT))
                        .start();
                var transport = TransportBuilder.create(bluez.busAddress()).build()) {
            ask(transport, "org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus", "Hello");
            assertThat(adapter(transport, "StopDiscovery")).isEqualTo("org.bluez.Error.Failed");
            assertThat(adapter(transport, "StartDiscovery")).isEmpty();
            assertThat(adapter(transport, "StartDiscovery")).isEqualTo("org.bluez.Error.InProgress");
            assertThat(adapter(transport, "RemoveDevice")).isEqualTo("org.bluez.Error.InvalidArguments");
            assertThat(adapter(transport, "Fly")).isEqualTo("org.freedesktop.DBus.Error.UnknownMethod");
            assertThat(ask(transport, "org.bluez", "/nowhere", "org.bluez.Device1", "Connect"))
                    .isEqualTo("org.freedesktop.DBus.Error.UnknownObject");
        }
    }

    private static String adapter(AbstractTransport transport, String member) throws Exception {
        return ask(transport, "org.bluez", ADAPTER, "org.bluez.Adapter1", member);
    }

    /** The name of the error that a call without arguments is refused with; empty if it is answered. */
    private static String ask(
            AbstractTransport transport, String service, String path, String interfaceName, String member)
            throws Exception {
        MethodCall call = transport
                .getMessageFactory()
                .createMethodCall(null, service, path, interfaceName, member, (byte) 0, null);
        transport.writeMessage(call);
        while (true) {
            Message message = transport.readMessage();
            if (message != null && message.getReplySerial() == call.getSerial()) {
                return message instanceof Error ? message.getName() : "";
            }
        }
    }
}
