package dev.lightfoot.gait;

import java.util.List;

/**
 * How a pod sat on a shoe: the directions of up and of the toes in the pod's axes, both of length one and square to each other.
 * Worth keeping for as long as the pod stays where it is. Immutable.
 */
public record MountCalibration(float upX, float upY, float upZ, float toesX, float toesY, float toesZ) {
    private static final int NUMBERS = 6;

    /** How far lengths may be from one, and the product of both from zero: what five decimals of text leave, and more. */
    private static final double TOLERANCE = 1e-2;

    public MountCalibration {
        requireUnit("up", upX, upY, upZ);
        requireUnit("toes", toesX, toesY, toesZ);
        double dot = upX * toesX + upY * toesY + upZ * toesZ;
        if (!(Math.abs(dot) <= TOLERANCE)) {
            throw new IllegalArgumentException("up and toes must be square to each other, their product is " + dot);
        }
    }

    private static void requireUnit(String name, double x, double y, double z) {
        double length = Math.sqrt(x * x + y * y + z * z);
        if (!(Math.abs(length - 1) <= TOLERANCE)) {
            throw new IllegalArgumentException(
                    name + " (" + x + ", " + y + ", " + z + ") must have length 1, it has " + length);
        }
    }

    /** Of up's and the toes' components, as {@link #numbers} tells them; anything else is an IllegalArgumentException. */
    public static MountCalibration of(List<Double> numbers) {
        if (numbers.size() != NUMBERS) {
            throw new IllegalArgumentException(
                    "a mount has " + NUMBERS + " numbers (up, toes), not " + numbers.size() + ": " + numbers);
        }
        return new MountCalibration(
                numbers.get(0).floatValue(),
                numbers.get(1).floatValue(),
                numbers.get(2).floatValue(),
                numbers.get(3).floatValue(),
                numbers.get(4).floatValue(),
                numbers.get(5).floatValue());
    }

    /** Components of up, then of the toes. */
    public List<Double> numbers() {
        return List.of((double) upX, (double) upY, (double) upZ, (double) toesX, (double) toesY, (double) toesZ);
    }
}
