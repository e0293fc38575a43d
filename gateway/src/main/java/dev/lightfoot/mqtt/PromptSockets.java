package dev.lightfoot.mqtt;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import javax.net.SocketFactory;

/** Makes plain sockets for Paho, as {@link SpeaksFirstSocket} and {@link NewestSocket} have them. Thread-safe. */
final class PromptSockets extends SocketFactory {
    private final NewestSocket newest;

    PromptSockets(NewestSocket newest) {
        this.newest = newest;
    }

    @Override
    public Socket createSocket() throws IOException {
        return newest.made(new SpeaksFirstSocket());
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return connected(createSocket(), host, port);
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress from, int fromPort) throws IOException {
        Socket socket = createSocket();
        socket.bind(new InetSocketAddress(from, fromPort));
        return connected(socket, host, port);
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return createSocket(host.getHostAddress(), port);
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort) throws IOException {
        return createSocket(host.getHostAddress(), port, from, fromPort);
    }

    private static Socket connected(Socket socket, String host, int port) throws IOException {
        socket.connect(new InetSocketAddress(host, port));
        return socket;
    }
}
