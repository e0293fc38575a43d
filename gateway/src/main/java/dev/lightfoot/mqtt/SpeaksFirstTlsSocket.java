package dev.lightfoot.mqtt;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketException;
import javax.net.ssl.HandshakeCompletedListener;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * TLS over a {@link SpeaksFirstSocket}: the encrypted socket is made when that is connected, and all but connecting is its.
 * Before then only what Paho sets that early can be: delays and lingering.
 */
final class SpeaksFirstTlsSocket extends SSLSocket {
    private final SSLSocketFactory factory;
    private final SpeaksFirstSocket plain = new SpeaksFirstSocket();
    private volatile SSLSocket encrypted;

    SpeaksFirstTlsSocket(SSLSocketFactory factory) throws IOException {
        this.factory = factory;
        encrypted = (SSLSocket) factory.createSocket(); // never connected: its defaults are told until it is replaced
    }

    @Override
    public void connect(SocketAddress to) throws IOException {
        connect(to, 0);
    }

    @Override
    public void connect(SocketAddress to, int timeoutMs) throws IOException {
        if (!(to instanceof InetSocketAddress address)) {
            throw new SocketException(to + " is no address of a host");
        }
        plain.connect(address, timeoutMs);
        Socket over = factory.createSocket(plain, address.getHostString(), address.getPort(), true);
        encrypted = (SSLSocket) over;
    }

    @Override
    public void close() throws IOException {
        plain.close(); // first: a handshake under way holds the other's locks
        encrypted.close();
    }

    @Override
    public boolean isConnected() {
        return plain.isConnected();
    }

    @Override
    public boolean isClosed() {
        return plain.isClosed();
    }

    @Override
    public InputStream getInputStream() throws IOException {
        return encrypted.getInputStream();
    }

    @Override
    public OutputStream getOutputStream() throws IOException {
        return encrypted.getOutputStream();
    }

    @Override
    public void setSoTimeout(int timeoutMs) throws SocketException {
        plain.setSoTimeout(timeoutMs);
    }

    @Override
    public int getSoTimeout() throws SocketException {
        return plain.getSoTimeout();
    }

    @Override
    public void setTcpNoDelay(boolean on) throws SocketException {
        plain.setTcpNoDelay(on);
    }

    @Override
    public void setSoLinger(boolean on, int lingerS) throws SocketException {
        plain.setSoLinger(on, lingerS);
    }

    @Override
    public SSLParameters getSSLParameters() {
        return encrypted.getSSLParameters();
    }

    @Override
    public void setSSLParameters(SSLParameters parameters) {
        encrypted.setSSLParameters(parameters);
    }

    @Override
    public void startHandshake() throws IOException {
        encrypted.startHandshake();
    }

    @Override
    public SSLSession getSession() {
        return encrypted.getSession();
    }

    @Override
    public String[] getSupportedCipherSuites() {
        return encrypted.getSupportedCipherSuites();
    }

    @Override
    public String[] getEnabledCipherSuites() {
        return encrypted.getEnabledCipherSuites();
    }

    @Override
    public void setEnabledCipherSuites(String[] suites) {
        encrypted.setEnabledCipherSuites(suites);
    }

    @Override
    public String[] getSupportedProtocols() {
        return encrypted.getSupportedProtocols();
    }

    @Override
    public String[] getEnabledProtocols() {
        return encrypted.getEnabledProtocols();
    }

    @Override
    public void setEnabledProtocols(String[] protocols) {
        encrypted.setEnabledProtocols(protocols);
    }

    @Override
    public void addHandshakeCompletedListener(HandshakeCompletedListener listener) {
        encrypted.addHandshakeCompletedListener(listener);
    }

    @Override
    public void removeHandshakeCompletedListener(HandshakeCompletedListener listener) {
        encrypted.removeHandshakeCompletedListener(listener);
    }

    @Override
    public void setUseClientMode(boolean client) {
        encrypted.setUseClientMode(client);
    }

    @Override
    public boolean getUseClientMode() {
        return encrypted.getUseClientMode();
    }

    @Override
    public void setNeedClientAuth(boolean need) {
        encrypted.setNeedClientAuth(need);
    }

    @Override
    public boolean getNeedClientAuth() {
        return encrypted.getNeedClientAuth();
    }

    @Override
    public void setWantClientAuth(boolean want) {
        encrypted.setWantClientAuth(want);
    }

    @Override
    public boolean getWantClientAuth() {
        return encrypted.getWantClientAuth();
    }

    @Override
    public void setEnableSessionCreation(boolean enabled) {
        encrypted.setEnableSessionCreation(enabled);
    }

    @Override
    public boolean getEnableSessionCreation() {
        return encrypted.getEnableSessionCreation();
    }
}
