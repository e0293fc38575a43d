package dev.lightfoot.sim.bluez;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lightfoot.sim.runner.Side;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BusDaemonTest {
    @TempDir
    private Path folder;

    @Test
    void closingLeavesNoProcessAndNoFile() throws Exception {
        VirtualBluez bluez = bluez().start();
        Path socket = Path.of(bluez.busAddress().substring("unix:path=".length()));
        ProcessHandle daemon = ProcessHandle.of(bluez.busDaemonPid()).orElseThrow();
        assertThat(socket).exists();
        bluez.close();
        assertThat(daemon.isAlive()).isFalse();
        assertThat(socket).doesNotExist();
        assertThat(socket.getParent()).doesNotExist();
    }

    @Test
    void theSameAddressIsServedAgain() throws Exception {
        String address = "unix:path=" + folder.resolve("bus");
        for (int life = 0; life < 2; life++) {
            try (var bluez = bluez().address(address).start();
                    var client = new TestClient(bluez.busAddress())) {
                assertThat(bluez.busAddress()).isEqualTo(address);
                client.adapter().StartDiscovery();
            }
        }
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aSocketThatACrashLeftBehindIsReplaced() throws Exception {
        Path socket = Files.createFile(folder.resolve("bus"));
        bluez().address("unix:path=" + socket).start().close();
        assertThat(socket).doesNotExist();
    }

    @Test
    void anAddressInUseIsRefused() throws Exception {
        String address = "unix:path=" + folder.resolve("bus");
        try (var first = bluez().address(address).start()) {
            assertThatThrownBy(() -> bluez().address(address).start().close())
                    .isInstanceOf(BusDaemonException.class)
                    .hasMessageContaining(address);
            assertThat(first.busGone()).isNotDone();
        }
    }

    @Test
    void anAddressThatIsNoPathIsRefused() {
        assertThatThrownBy(() -> bluez().address("tcp:host=x").start().close())
                .isInstanceOf(BusDaemonException.class)
                .hasMessageContaining("'tcp:host=x'");
        assertThatThrownBy(() ->
                        bluez().address("unix:path=/no/such/folder/bus").start().close())
                .hasMessageContaining("no such folder");
    }

    @Test
    void settingsOutsideTheirBoundsAreNamed() {
        assertThatThrownBy(() -> bluez().speed(0).start().close()).hasMessageContaining("speed 0.0");
        assertThatThrownBy(() -> bluez().mtu(22).start().close()).hasMessageContaining("MTU 22");
        assertThatThrownBy(() -> bluez().rateHz(5000).start().close()).hasMessageContaining("rate 5000");
    }

    private static VirtualBluezBuilder bluez() {
        return VirtualBluez.builder(new TestSource(Side.LEFT), new TestSource(Side.RIGHT));
    }
}
