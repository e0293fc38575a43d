package dev.lightfoot.sim.runner;

/** How a pod is worn on one shoe. */
public record Worn(Placement placement, Mount mount, Strap strap) {
    public static Worn straight() {
        return tight(Mount.straight());
    }

    public static Worn tight(Mount mount) {
        return new Worn(Placement.LACES, mount, Strap.TIGHT);
    }
}
