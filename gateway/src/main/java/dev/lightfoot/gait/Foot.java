package dev.lightfoot.gait;

/** Which foot wears the pod. */
public enum Foot {
    LEFT,
    RIGHT;

    public Foot other() {
        return this == LEFT ? RIGHT : LEFT;
    }
}
