package dev.lightfoot.gait;

/** Hears what the tracker found, in the thread that fed the sample. The carriers are reused: copy what must be kept. */
public interface GaitListener {
    void strike(Strike strike);

    void stance(Stance stance);
}
