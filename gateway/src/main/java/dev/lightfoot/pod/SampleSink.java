package dev.lightfoot.pod;

/** Takes what a decoder found, in the caller's thread: one notification, then each of its samples, oldest first. */
public interface SampleSink {
    /**
     * A notification is good and its samples follow.
     *
     * @param sequence of the notification, wraps at 65,536
     * @param samples how many follow, at least 1
     * @param firstTickUs time of the first sample on the pod's own clock, in [0, 2^32)
     * @param spanNs from the first to the last sample
     * @param clipped a value in it stands at the end of its range
     * @param lostBefore the pod itself lost samples before this notification
     */
    void notification(int sequence, int samples, long firstTickUs, long spanNs, boolean clipped, boolean lostBefore);

    /**
     * A notification of a pod that tells neither times nor numbers is good and its samples follow.
     *
     * @param samples how many follow, at least 1
     * @param periodNs nominal, from one sample to the next
     * @param clipped a value in it stands at the end of its range
     */
    void untimed(int samples, double periodNs, boolean clipped);

    /** One sample, taken {@code sinceFirstNs} after the notification's first. */
    void sample(
            long sinceFirstNs,
            float accXMps2,
            float accYMps2,
            float accZMps2,
            float gyroXRadPerS,
            float gyroYRadPerS,
            float gyroZRadPerS);

    /** Something else that the pod measures. */
    void figure(Figure figure, float value);
}
