package dev.lightfoot.web;

import com.sun.net.httpserver.Headers;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** Who may use the API: everyone who gets here, or those who know the password or the token. Thread-safe. */
public final class Access {
    static final int SHORTEST_TOKEN = 24;

    private final @Nullable PasswordHash password;
    private final @Nullable String tokenDigest;
    private final Sessions sessions;
    private final LoginGate gate;
    private final Object oneAtATime = new Object();

    private Access(@Nullable PasswordHash password, @Nullable String tokenDigest, InstantSource clock) {
        this.password = password;
        this.tokenDigest = tokenDigest;
        sessions = new Sessions(clock);
        gate = new LoginGate(clock);
    }

    /** Everyone who gets here. */
    static Access open() {
        return new Access(null, null, InstantSource.system());
    }

    /**
     * Reads the secrets.
     *
     * @param passwordFile holds the password's hash; no password is set when it is not there
     * @param tokenFile holds a token for programs; null: none
     */
    public static Access of(Path passwordFile, @Nullable Path tokenFile, InstantSource clock) throws WebException {
        PasswordHash password = null;
        if (Files.exists(passwordFile)) {
            password = PasswordHash.read(SecretText.read(passwordFile, "password file"))
                    .orElseThrow(() -> new WebException(
                            "the password file " + passwordFile + " holds no password's hash: set a new one with"
                                    + " \"lightfoot password\"",
                            null));
        }
        String digest = null;
        if (tokenFile != null) {
            String token = SecretText.read(tokenFile, "token file");
            if (!token.matches("[!-~]{" + SHORTEST_TOKEN + ",}")) {
                throw new WebException(
                        "the token in " + tokenFile + " must have " + SHORTEST_TOKEN
                                + " or more printable characters without blanks: openssl rand -hex 32 > " + tokenFile,
                        null);
            }
            digest = Digest.of(token);
        }
        return new Access(password, digest, clock);
    }

    boolean passwordSet() {
        return password != null;
    }

    /** Whether a password or a token is needed. */
    boolean guarded() {
        return password != null || tokenDigest != null;
    }

    boolean allows(Headers headers) {
        return !guarded() || hasToken(headers) || sessions.knows(headers);
    }

    private boolean hasToken(Headers headers) {
        String authorization = headers.getFirst("Authorization");
        return tokenDigest != null
                && authorization != null
                && authorization.startsWith("Bearer ")
                && tokenDigest.equals(
                        Digest.of(authorization.substring("Bearer ".length()).strip()));
    }

    /**
     * Begins a session; gives its name for the cookie.
     *
     * @param address of whom asks
     * @throws RefusalException 401 another password, 409 no password is set, 429 too many wrong ones
     */
    String login(InetAddress address, String said) throws RefusalException {
        PasswordHash kept = password;
        if (kept == null) {
            throw new RefusalException(409, "no password is set: set one with \"lightfoot password\"");
        }
        long waitS = gate.begin(address);
        if (waitS > 0) {
            throw new RefusalException(429, "too many wrong passwords: try again in " + waitS + " s", waitS);
        }
        boolean right;
        synchronized (oneAtATime) {
            right = kept.matches(said.toCharArray());
        }
        if (!right) {
            throw new RefusalException(401, "that is not the password");
        }
        gate.right(address);
        return sessions.begin();
    }

    void logout(Headers headers) {
        sessions.end(headers);
    }
}
