package dev.lightfoot.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Against a socket of the machine, read by Python, as the JDK has no datagrams on Unix sockets either. */
@Timeout(30)
class WatchdogTest {
    private static final String LISTENER = """
            import socket, sys
            s = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
            s.bind(sys.argv[1])
            print("listening", flush=True)
            while True:
                print(s.recv(4096).decode().replace("\\n", "|"), flush=True)
            """;

    @TempDir
    Path folder;

    private final ExecutorService watched = Executors.newSingleThreadExecutor();
    private Process listener;
    private BufferedReader heard;

    @BeforeEach
    void listen() throws IOException {
        listener = new ProcessBuilder("python3", "-c", LISTENER, socket()).start();
        heard = new BufferedReader(new InputStreamReader(listener.getInputStream(), StandardCharsets.UTF_8));
        assertThat(heard.readLine()).isEqualTo("listening");
    }

    @AfterEach
    void end() throws InterruptedException {
        watched.shutdownNow();
        listener.destroy();
        assertThat(listener.waitFor(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void readyAndStoppingAreTold() throws IOException {
        ServiceManager manager = ServiceManager.of(Map.of("NOTIFY_SOCKET", socket()));

        manager.ready("hears\n2 pods");
        manager.stopping();

        assertThat(heard.readLine()).isEqualTo("READY=1|STATUS=hears 2 pods");
        assertThat(heard.readLine()).isEqualTo("STOPPING=1|STATUS=storing the run");
    }

    @Test
    void signsOfLifeComeFromTheWatchedThreadAlone() throws IOException {
        ServiceManager manager = ServiceManager.of(Map.of("NOTIFY_SOCKET", socket(), "WATCHDOG_USEC", "60000"));

        try (Watchdog _ = Watchdog.start(manager, watched::execute)) {
            assertThat(heard.readLine()).isEqualTo("WATCHDOG=1");
            assertThat(heard.readLine()).isEqualTo("WATCHDOG=1");
        }
    }

    @Test
    void aThreadThatHangsGivesNone() throws IOException {
        ServiceManager manager = ServiceManager.of(Map.of("NOTIFY_SOCKET", socket(), "WATCHDOG_USEC", "60000"));

        try (Watchdog _ = Watchdog.start(manager, sign -> {})) {
            manager.ready("after it began");
            assertThat(heard.readLine()).isEqualTo("READY=1|STATUS=after it began");
            manager.stopping();
            assertThat(heard.readLine()).startsWith("STOPPING=1");
        }
    }

    @Test
    void withoutAServiceManagerNothingIsToldNorWatched() {
        ServiceManager manager = ServiceManager.of(Map.of("WATCHDOG_USEC", "1000000"));

        assertThat(manager.watchdogLimit()).isEmpty();
        manager.ready("unheard");
    }

    @Test
    void theLimitIsReadFromTheEnvironment() {
        assertThat(ServiceManager.of(Map.of("NOTIFY_SOCKET", "@x", "WATCHDOG_USEC", "10000000"))
                        .watchdogLimit())
                .contains(Duration.ofSeconds(10));
        assertThat(ServiceManager.of(Map.of("NOTIFY_SOCKET", "@x", "WATCHDOG_USEC", "soon"))
                        .watchdogLimit())
                .isEmpty();
    }

    @Test
    void aSocketThatIsNotThereIsNamed() {
        assertThatThrownBy(() -> UnixDatagram.send(folder.resolve("gone").toString(), "x"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("gone failed with error number 2");
    }

    private String socket() {
        return folder.resolve("notify").toString();
    }
}
