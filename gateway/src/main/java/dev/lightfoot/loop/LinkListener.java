package dev.lightfoot.loop;

/** Hears that a stream has ended. Called in the strike loop: hand it off and return at once. */
public interface LinkListener {
    /** Why a stream ends that the other end has closed. */
    String LINK_GONE = "the link has gone";

    /** The other end closed, reading failed, or the stream was detached; its fd is closed already. */
    void ended(PodStream stream, String why);
}
