package dev.lightfoot.doctor;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What of the machine is not a file: programs, broker, the gateway that runs. Each call is bounded in time. */
public interface World {
    /** What a program prints; empty when it is not installed or fails. */
    Optional<String> output(List<String> command);

    /**
     * Reaches a server, and shakes hands if it is to be encrypted.
     *
     * @param authorities PEM file the server's certificate must lead to; null: those that Java trusts
     * @return what went wrong; empty when nothing did
     */
    Optional<String> unreachable(String host, int port, boolean tls, @Nullable Path authorities);

    /** What is answered at an address; empty when nothing is. */
    Optional<Reply> fetch(URI address);

    /** An answer over HTTP, whatever its status. */
    record Reply(int status, String text) {}
}
