package dev.lightfoot.mqtt;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import javax.net.ssl.SSLSocketFactory;

/** Makes encrypted sockets as {@link NewestSocket} wants them. Thread-safe. */
final class PromptTlsSockets extends SSLSocketFactory {
    private final SSLSocketFactory factory;
    private final NewestSocket newest;

    PromptTlsSockets(SSLSocketFactory factory, NewestSocket newest) {
        this.factory = factory;
        this.newest = newest;
    }

    private Socket prompt(Socket socket) throws IOException {
        return newest.made(socket);
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
        return prompt(factory.createSocket());
    }

    @Override
    public Socket createSocket(Socket over, String host, int port, boolean autoClose) throws IOException {
        return prompt(factory.createSocket(over, host, port, autoClose));
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
