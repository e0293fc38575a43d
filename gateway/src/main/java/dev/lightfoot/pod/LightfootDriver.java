package dev.lightfoot.pod;

/** Pods of the open Lightfoot profile: they tell rate, ranges and foot in Info, and stop when they are unsubscribed. */
public final class LightfootDriver implements PodDriver {
    private static final PodKind KIND =
            new PodKind("lightfoot", "Lightfoot", LightfootProfile.SAMPLES, LightfootProfile.SERVICE, true);

    @Override
    public PodKind kind() {
        return KIND;
    }

    @Override
    public boolean recognises(Advertisement advertisement) {
        return advertisement.services().contains(LightfootProfile.SERVICE);
    }

    @Override
    public PodStart start(Gatt gatt) throws PodStartException {
        LightfootInfo info = info(gatt.read(LightfootProfile.INFO));
        gatt.subscribe(LightfootProfile.SAMPLES);
        return new PodStart(new LightfootDecoder(info), info.rateHz(), info.foot());
    }

    private static LightfootInfo info(byte[] value) throws PodStartException {
        try {
            return LightfootInfo.read(value);
        } catch (PodInfoException e) {
            throw new PodStartException("what the pod says of itself is not understood", e);
        }
    }

    @Override
    public void stop(Gatt gatt) {}
}
