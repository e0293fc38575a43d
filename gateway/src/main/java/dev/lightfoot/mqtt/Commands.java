package dev.lightfoot.mqtt;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.lightfoot.mqtt.CommandDesk.RefusedException;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes requests as they come from the broker, whoever sent them, and makes a response to each: what the desk had to tell,
 * or why nothing was done. Used by the publisher's thread only.
 */
final class Commands {
    private static final Logger LOG = LoggerFactory.getLogger(Commands.class);
    private static final JsonFactory FACTORY = new JsonFactory();

    private final CommandDesk desk;
    private final Payload payload;
    private final CommandGate gate = new CommandGate();

    Commands(CommandDesk desk, Payload payload) {
        this.desk = desk;
        this.payload = payload;
    }

    /**
     * A request as it arrived.
     *
     * @param text empty when it was too long
     * @param bytes how many came
     */
    record Arrival(String text, int bytes, boolean retained) {
        static Arrival of(byte[] payload, boolean retained) {
            String text = payload.length > Request.LONGEST ? "" : new String(payload, StandardCharsets.UTF_8);
            return new Arrival(text, payload.length, retained);
        }
    }

    byte[] respond(Arrival arrival, long nowNs) {
        if (arrival.bytes() > Request.LONGEST) {
            return refusal(
                    null, null, "the request has " + arrival.bytes() + " bytes: send at most " + Request.LONGEST);
        }
        Request request;
        try {
            request = Request.parse(arrival.text());
        } catch (Request.UnreadableException e) {
            return refusal(e.transaction(), null, String.valueOf(e.getMessage()));
        }
        if (arrival.retained()) {
            return refusal(
                    request, "the request is retained, so nobody knows how old it is: publish it without retain");
        }
        if (!gate.admits(nowNs)) {
            return refusal(request, tooMany());
        }
        if (!gate.isNew(request.transaction())) {
            return refusal(request, "this transaction was answered before: give each request its own");
        }
        return answer(request);
    }

    private byte[] answer(Request request) {
        StringWriter result = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(result)) {
            json.writeStartObject();
            desk.answer(request, json);
            json.writeEndObject();
        } catch (RefusedException e) {
            return refusal(request, String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (RuntimeException e) {
            LOG.warn("the command {} failed", request.command(), e);
            return refusal(request, "the gateway failed at it; its log says why");
        }
        LOG.info("did {} for {}", request.command(), request.transaction());
        return payload.response(request.transaction(), request.command(), result.toString());
    }

    /** The response to requests that came too fast to be read. */
    byte[] overrun(int requests) {
        return refusal(null, null, requests + " requests were not read: " + tooMany());
    }

    private byte[] refusal(Request request, String reason) {
        return refusal(request.transaction(), request.command(), reason);
    }

    private byte[] refusal(@Nullable String transaction, @Nullable String command, String reason) {
        LOG.debug("refused {}: {}", command, reason);
        return payload.refusal(transaction, command, reason);
    }

    private static String tooMany() {
        return "too many requests: send at most " + CommandGate.BURST + " at once and " + (int) CommandGate.PER_SECOND
                + " a second";
    }
}
