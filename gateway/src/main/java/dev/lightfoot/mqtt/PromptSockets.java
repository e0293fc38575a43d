package dev.lightfoot.mqtt;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import javax.net.SocketFactory;

/**
 * Makes plain sockets that send at once (TCP_NODELAY, which Paho does not ask for): else a message behind another one waits
 * for the delayed acknowledgement of TCP (RFC 896; RFC 1122, section 4.2.3.2), 40 ms on Linux. The end of those it does not
 * connect itself, which are Paho's, is told late ({@link LateEnd}). Thread-safe.
 */
final class PromptSockets extends SocketFactory {
    private final SocketFactory factory = SocketFactory.getDefault();

    static Socket prompt(Socket socket) throws IOException {
        socket.setTcpNoDelay(true);
        return socket;
    }

    @Override
    public Socket createSocket() throws IOException {
        return prompt(new Socket() {
            @Override
            public InputStream getInputStream() throws IOException {
                return new LateEnd(super.getInputStream());
            }
        });
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return prompt(factory.createSocket(host, port));
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress from, int fromPort) throws IOException {
        return prompt(factory.createSocket(host, port, from, fromPort));
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return prompt(factory.createSocket(host, port));
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort) throws IOException {
        return prompt(factory.createSocket(host, port, from, fromPort));
    }
}
