package dev.lightfoot.sim.bluez;

import java.util.HashSet;
import java.util.Set;

/** org.bluez.AgentManager1: takes agents, one for each client, and never asks them. Lives on the loop's thread. */
final class AgentManagerInterface extends BusInterface {
    static final String PATH = "/org/bluez";

    private final Set<String> agents = new HashSet<>();

    AgentManagerInterface() {
        super("org.bluez.AgentManager1");
    }

    @Override
    void call(Call call) throws BluezException {
        switch (call.member()) {
            case "RegisterAgent" -> {
                if (!agents.add(call.sender())) {
                    throw BluezException.bluez("AlreadyExists", "Already Exists");
                }
                call.answer();
            }
            case "UnregisterAgent" -> {
                if (!agents.remove(call.sender())) {
                    throw BluezException.bluez("DoesNotExist", "Does Not Exist");
                }
                call.answer();
            }
            case "RequestDefaultAgent" -> call.answer();
            default -> throw unknownMethod(call);
        }
    }

    /** A client has left the bus, and its agent with it. */
    void left(String client) {
        agents.remove(client);
    }
}
