package dev.lightfoot.mqtt;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import javax.net.ssl.SSLSocketFactory;

/** Makes encrypted sockets for Paho, as {@link SpeaksFirstTlsSocket} and {@link NewestSocket} have them. Thread-safe. */
final class PromptTlsSockets extends SSLSocketFactory {
    private final SSLSocketFactory factory;
    private final NewestSocket newest;

    PromptTlsSockets(SSLSocketFactory factory, NewestSocket newest) {
        this.factory = factory;
        this.newest = newest;
    }

    @Override
    public String[] getDefaultCipherSuites() {
        return factory.getDefaultCipherSuites();
    }

    @Override
    public String[] getSupportedCipherSuites() {
        return factory.getSupportedCipherSuites();
    }

    @Override
    public Socket createSocket() throws IOException {
        return newest.made(new SpeaksFirstTlsSocket(factory));
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        Socket socket = createSocket();
        socket.connect(new InetSocketAddress(host, port));
        return socket;
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return createSocket(host.getHostAddress(), port);
    }

    /** Paho makes its sockets by the others. */
    @Override
    public Socket createSocket(Socket over, String host, int port, boolean autoClose) throws IOException {
        throw notMade();
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress from, int fromPort) throws IOException {
        throw notMade();
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort) throws IOException {
        throw notMade();
    }

    private static IOException notMade() {
        return new IOException("sockets over others or from a given address are not made here");
    }
}
