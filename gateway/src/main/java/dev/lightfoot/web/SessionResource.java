package dev.lightfoot.web;

import java.io.IOException;
import java.net.InetAddress;

/** Logging in and out. Thread-safe. */
final class SessionResource {
    private final Access access;

    SessionResource(Access access) {
        this.access = access;
    }

    void addTo(Router router) {
        router.open("POST", "/api/login", this::login)
                .on("POST", "/api/logout", this::logout)
                .open("GET", "/api/session", this::session);
    }

    private void login(Call call) throws IOException, RefusalException {
        call.allow();
        String password = call.body("password").text("password");
        if (password == null || password.isEmpty() || password.length() > PasswordHash.LONGEST) {
            throw new RefusalException(400, "password must have 1 to " + PasswordHash.LONGEST + " characters");
        }
        InetAddress address = call.exchange().getRemoteAddress().getAddress();
        setCookie(call, access.login(address, password), Sessions.LONGEST.toSeconds());
        answer(call, true);
    }

    private void logout(Call call) throws IOException, RefusalException {
        call.allow();
        call.body();
        access.logout(call.exchange().getRequestHeaders());
        setCookie(call, "", 0);
        answer(call, !access.guarded());
    }

    private void session(Call call) throws IOException, RefusalException {
        call.allow();
        answer(call, access.allows(call.exchange().getRequestHeaders()));
    }

    private void answer(Call call, boolean loggedIn) throws IOException {
        call.json(JsonText.object(json -> {
            json.writeBooleanField("password_set", access.passwordSet());
            json.writeBooleanField("logged_in", loggedIn);
        }));
    }

    private static void setCookie(Call call, String name, long seconds) {
        call.exchange()
                .getResponseHeaders()
                .add(
                        "Set-Cookie",
                        Sessions.COOKIE + "=" + name + "; Path=/; HttpOnly; SameSite=Strict; Max-Age=" + seconds);
    }
}
