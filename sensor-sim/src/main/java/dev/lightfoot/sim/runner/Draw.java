package dev.lightfoot.sim.runner;

import java.util.List;
import java.util.SplittableRandom;

/** Chance with a purpose: what is drawn for one purpose does not change when another begins to draw more. Not thread-safe. */
final class Draw {
    private final SplittableRandom random;

    Draw(long seed, String purpose) {
        random = new SplittableRandom(new SplittableRandom(seed ^ ((long) purpose.hashCode() << 32)).nextLong());
    }

    double uniform(double least, double most) {
        return least + random.nextDouble() * (most - least);
    }

    double gaussian(double sd) {
        return sd * random.nextGaussian();
    }

    boolean chance(double share) {
        return random.nextDouble() < share;
    }

    <T> T of(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
