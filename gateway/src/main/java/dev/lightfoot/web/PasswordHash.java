package dev.lightfoot.web;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * A password as it is kept: PBKDF2 with HMAC-SHA-512, 210,000 rounds (OWASP Password Storage Cheat Sheet) and a salt of 16
 * random bytes, as one line {@code pbkdf2-sha512$ROUNDS$SALT$HASH} in base64. Immutable.
 */
public final class PasswordHash {
    public static final int SHORTEST = 8;
    public static final int LONGEST = 1024;

    private static final int ROUNDS = 210_000;
    private static final int MOST_ROUNDS = 10_000_000;
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 64;
    private static final Pattern WRITTEN =
            Pattern.compile("pbkdf2-sha512\\$([0-9]{1,8})\\$([A-Za-z0-9+/=]{1,128})\\$([A-Za-z0-9+/=]{1,256})");

    private final int rounds;
    private final byte[] salt;
    private final byte[] hash;

    private PasswordHash(int rounds, byte[] salt, byte[] hash) {
        this.rounds = rounds;
        this.salt = salt;
        this.hash = hash;
    }

    /** Of a new password of {@value #SHORTEST} to {@value #LONGEST} characters. */
    public static PasswordHash of(char[] password) {
        if (password.length < SHORTEST || password.length > LONGEST) {
            throw new IllegalArgumentException(
                    "a password of " + password.length + " characters must have " + SHORTEST + " to " + LONGEST);
        }
        byte[] salt = new byte[SALT_BYTES];
        new SecureRandom().nextBytes(salt);
        return new PasswordHash(ROUNDS, salt, derived(password, salt, ROUNDS));
    }

    /** Of the line that {@link #line} wrote; empty when it is none. */
    public static Optional<PasswordHash> read(String line) {
        Matcher written = WRITTEN.matcher(line.strip());
        if (!written.matches()) {
            return Optional.empty();
        }
        try {
            int rounds = Integer.parseInt(written.group(1));
            byte[] salt = Base64.getDecoder().decode(written.group(2));
            byte[] hash = Base64.getDecoder().decode(written.group(3));
            boolean sound = rounds >= 1 && rounds <= MOST_ROUNDS && hash.length == HASH_BYTES;
            return sound ? Optional.of(new PasswordHash(rounds, salt, hash)) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Whether this is the password; takes a fraction of a second by design. */
    public boolean matches(char[] password) {
        return password.length <= LONGEST && MessageDigest.isEqual(hash, derived(password, salt, rounds));
    }

    /** What is kept in a file. */
    public String line() {
        Base64.Encoder base64 = Base64.getEncoder();
        return "pbkdf2-sha512$" + rounds + "$" + base64.encodeToString(salt) + "$" + base64.encodeToString(hash);
    }

    private static byte[] derived(char[] password, byte[] salt, int rounds) {
        PBEKeySpec spec = new PBEKeySpec(password, salt, rounds, HASH_BYTES * Byte.SIZE);
        try {
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA512")
                    .generateSecret(spec)
                    .getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JDK has no PBKDF2WithHmacSHA512", e);
        } finally {
            spec.clearPassword();
            Arrays.fill(password, ' ');
        }
    }

    @Override
    public String toString() {
        return "a password's hash";
    }
}
