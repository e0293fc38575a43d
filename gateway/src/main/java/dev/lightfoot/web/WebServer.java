package dev.lightfoot.web;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Serves the live page and the HTTP API on one port, a virtual thread a request. Thread-safe. */
public final class WebServer implements AutoCloseable {
    private static final Duration HEARTBEAT = Duration.ofSeconds(12);
    private static final int BACKLOG = 50;

    /** Bounds of the JDK's server, which it reads once: seconds, bytes, counts. */
    private static final Map<String, String> BOUNDS = Map.of(
            "sun.net.httpserver.nodelay", "true",
            "sun.net.httpserver.maxReqTime", "10",
            "sun.net.httpserver.maxReqHeaders", "64",
            "sun.net.httpserver.maxReqHeaderSize", "16384",
            "jdk.httpserver.maxConnections", "128");

    static {
        BOUNDS.forEach((name, value) -> {
            if (System.getProperty(name) == null) {
                System.setProperty(name, value);
            }
        });
    }

    private final HttpServer server;
    private final ExecutorService threads;
    private final LiveFeed feed;
    private final String host;

    private WebServer(HttpServer server, LiveFeed feed, String host) {
        this.server = server;
        this.feed = feed;
        this.host = host;
        threads = Executors.newThreadPerTaskExecutor(
                Thread.ofVirtual().name("web-", 0).factory());
    }

    /**
     * Starts serving.
     *
     * @param port 0: any free one
     */
    public static WebServer start(
            String host, int port, Access access, LiveFeed feed, Status.Source status, ApiParts parts)
            throws WebException {
        Router router = new Router();
        new LiveResource(feed, status, parts.coaching()::muted, access, HEARTBEAT).addTo(router);
        new RunsResource(parts.review(), parts.history()).addTo(router);
        new ExportResource(parts.history(), parts.export(), parts.clock()).addTo(router);
        new PodsResource(parts.pods(), parts.clock()).addTo(router);
        new CoachResource(parts.coaching(), parts.trial()).addTo(router);
        new FiguresResource(parts.metrics(), parts.health()).addTo(router);
        return start(host, port, access, feed, router);
    }

    /** Serves the live page alone. */
    static WebServer start(String host, int port, LiveFeed feed, Status.Source status) throws WebException {
        return start(host, port, feed, status, HEARTBEAT);
    }

    static WebServer start(String host, int port, LiveFeed feed, Status.Source status, Duration heartbeat)
            throws WebException {
        Router router = new Router();
        Access everyone = Access.open();
        new LiveResource(feed, status, () -> false, everyone, heartbeat).addTo(router);
        return start(host, port, everyone, feed, router);
    }

    private static WebServer start(String host, int port, Access access, LiveFeed feed, Router router)
            throws WebException {
        new SessionResource(access).addTo(router);
        HttpServer server;
        try {
            InetSocketAddress address = new InetSocketAddress(host, port);
            if (address.isUnresolved()) {
                throw new java.net.UnknownHostException("no address has that name");
            }
            if (!address.getAddress().isLoopbackAddress() && !access.guarded()) {
                throw new WebException(
                        "web.host " + host + " serves everyone on the network, which needs a password:"
                                + " set one with \"lightfoot password\", or web.token-file, or web.host = \"127.0.0.1\"",
                        null);
            }
            server = HttpServer.create(address, BACKLOG);
        } catch (IOException e) {
            throw new WebException(refusal(host, port, e), e);
        }
        WebServer web = new WebServer(server, feed, host);
        server.createContext("/", new Requests(new HostCheck(host), access, router));
        server.setExecutor(web.threads);
        server.start();
        return web;
    }

    private static String refusal(String host, int port, IOException e) {
        String reason = String.valueOf(e.getMessage());
        return reason.contains("in use")
                ? "web.port " + port + " on " + host
                        + " is used by another program: stop that, or set web.port to another one (0: any free one)"
                : "the live page cannot be served on web.host " + host + ", web.port " + port + " (" + reason
                        + "): set web.host to an address of this machine, like 127.0.0.1";
    }

    /** The address of the live page. */
    public URI address() {
        String name = host.contains(":") ? "[" + host + "]" : host;
        return URI.create("http://" + name + ":" + server.getAddress().getPort() + "/");
    }

    /** Ends every stream and frees the port. */
    @Override
    public void close() {
        feed.endAll();
        server.stop(0);
        feed.endAll();
        threads.shutdownNow();
    }
}
