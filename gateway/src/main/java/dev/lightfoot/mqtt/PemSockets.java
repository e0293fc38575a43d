package dev.lightfoot.mqtt;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.Collection;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/** TLS sockets from certificates and a key in PEM files (RFC 7468), as openssl and certbot write them. */
final class PemSockets {
    private static final Pattern PKCS8 =
            Pattern.compile("-----BEGIN PRIVATE KEY-----([A-Za-z0-9+/=\\s]+)-----END PRIVATE KEY-----");

    private PemSockets() {}

    static SSLSocketFactory of(Optional<Path> caFile, Optional<Path> certificateFile, Optional<Path> keyFile)
            throws IOException {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(
                    certificateFile.isPresent() && keyFile.isPresent()
                            ? keyManagers(certificateFile.get(), keyFile.get())
                            : null,
                    caFile.isPresent() ? trustManagers(caFile.get()) : null,
                    null);
            return context.getSocketFactory();
        } catch (GeneralSecurityException e) {
            throw new IOException("TLS cannot be set up (" + e.getMessage() + ")", e);
        }
    }

    private static TrustManager @Nullable [] trustManagers(Path caFile) throws IOException, GeneralSecurityException {
        KeyStore store = emptyStore();
        for (Certificate certificate : certificates(caFile, "CA file")) {
            store.setCertificateEntry("ca-" + store.size(), certificate);
        }
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return factory.getTrustManagers();
    }

    private static KeyManager @Nullable [] keyManagers(Path certificateFile, Path keyFile)
            throws IOException, GeneralSecurityException {
        Certificate[] chain = certificates(certificateFile, "certificate file").toArray(Certificate[]::new);
        PrivateKey key = privateKey(keyFile, chain[0].getPublicKey().getAlgorithm());
        KeyStore store = emptyStore();
        store.setKeyEntry("gateway", key, new char[0], chain);
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(store, new char[0]);
        return factory.getKeyManagers();
    }

    private static Collection<? extends Certificate> certificates(Path file, String role) throws IOException {
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw new IOException("the mqtt " + role + " " + file + " cannot be read: make it, readable for this user");
        }
        try (InputStream bytes = Files.newInputStream(file)) {
            Collection<? extends Certificate> found =
                    CertificateFactory.getInstance("X.509").generateCertificates(bytes);
            if (found.isEmpty()) {
                throw new CertificateException("it holds none");
            }
            return found;
        } catch (CertificateException e) {
            throw new IOException(
                    "the mqtt " + role + " " + file + " holds no certificates in PEM (" + e.getMessage() + ")", e);
        }
    }

    private static PrivateKey privateKey(Path file, String algorithm) throws IOException {
        Matcher pem = PKCS8.matcher(SecretFile.read(file, "mqtt key file"));
        if (!pem.find()) {
            throw new IOException("the mqtt key file " + file + " holds no PEM \"PRIVATE KEY\": make one with"
                    + " openssl pkcs8 -topk8 -nocrypt -in KEY -out " + file);
        }
        try {
            byte[] der = Base64.getMimeDecoder().decode(pem.group(1));
            return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(der));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IOException(
                    "the mqtt key file " + file + " does not hold the " + algorithm + " key of its certificate", e);
        }
    }

    private static KeyStore emptyStore() throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        return store;
    }
}
