package dev.lightfoot.history.export;

import com.garmin.fit.Activity;
import com.garmin.fit.ActivityMesg;
import com.garmin.fit.ActivityType;
import com.garmin.fit.BufferEncoder;
import com.garmin.fit.DateTime;
import com.garmin.fit.DeviceIndex;
import com.garmin.fit.DeviceInfoMesg;
import com.garmin.fit.Event;
import com.garmin.fit.EventMesg;
import com.garmin.fit.EventType;
import com.garmin.fit.File;
import com.garmin.fit.FileIdMesg;
import com.garmin.fit.Fit;
import com.garmin.fit.Intensity;
import com.garmin.fit.LapMesg;
import com.garmin.fit.LapTrigger;
import com.garmin.fit.Manufacturer;
import com.garmin.fit.Mesg;
import com.garmin.fit.RecordMesg;
import com.garmin.fit.SessionMesg;
import com.garmin.fit.SessionTrigger;
import com.garmin.fit.Sport;
import com.garmin.fit.SubSport;
import dev.lightfoot.history.RunJson;
import dev.lightfoot.history.RunSummary;
import dev.lightfoot.history.Surface;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/**
 * A run as a FIT activity: file_id, device_info, a record a second, a lap for each stretch of running or walking, a session
 * and an activity. Without distance and speed, which nobody measured. Not thread-safe.
 */
final class FitFile {
    /** For those without a number of their own. */
    private static final int MANUFACTURER = Manufacturer.DEVELOPMENT;

    private static final int PRODUCT = 1;

    private final RunSheet sheet;
    private final ZoneId zone;
    private final String version;
    private final DeveloperFields developerFields;
    private final List<Seconds.Second> seconds;
    private final BufferEncoder encoder = new BufferEncoder(Fit.ProtocolVersion.V2_0);

    FitFile(RunSheet sheet, FitFields fields, ZoneId zone, String version) {
        this.sheet = sheet;
        this.zone = zone;
        this.version = version;
        developerFields = DeveloperFields.of(fields);
        seconds = Seconds.of(sheet).all();
    }

    byte[] bytes() {
        RunSummary run = sheet.run();
        DateTime start = time(seconds.getFirst().startUs());
        DateTime end = time(seconds.getLast().startUs() + 1_000_000L);
        writeHead(start);
        developerFields.descriptions().forEach(encoder::write);
        encoder.write(timer(start, EventType.START));
        for (Seconds.Second second : seconds) {
            encoder.write(record(second));
        }
        encoder.write(timer(end, EventType.STOP_ALL));
        List<Lap> laps = Lap.of(seconds);
        for (int i = 0; i < laps.size(); i++) {
            encoder.write(lap(laps.get(i), i));
        }
        encoder.write(session(run, start, end, laps.size()));
        ActivityMesg activity = new ActivityMesg();
        activity.setTimestamp(end);
        activity.setTotalTimerTime((float) seconds.size());
        activity.setNumSessions(1);
        activity.setType(Activity.MANUAL);
        activity.setEvent(Event.ACTIVITY);
        activity.setEventType(EventType.STOP);
        Instant endInstant = end.getInstant();
        activity.setLocalTimestamp(
                end.getTimestamp() + zone.getRules().getOffset(endInstant).getTotalSeconds());
        encoder.write(activity);
        return encoder.close();
    }

    private void writeHead(DateTime start) {
        FileIdMesg fileId = new FileIdMesg();
        fileId.setType(File.ACTIVITY);
        fileId.setManufacturer(MANUFACTURER);
        fileId.setProduct(PRODUCT);
        fileId.setSerialNumber(sheet.run().id());
        fileId.setTimeCreated(start);
        encoder.write(fileId);
        DeviceInfoMesg device = new DeviceInfoMesg();
        device.setTimestamp(start);
        device.setDeviceIndex(DeviceIndex.CREATOR);
        device.setManufacturer(MANUFACTURER);
        device.setProduct(PRODUCT);
        device.setProductName("Lightfoot " + version);
        encoder.write(device);
    }

    private static Mesg timer(DateTime time, EventType type) {
        EventMesg event = new EventMesg();
        event.setTimestamp(time);
        event.setEvent(Event.TIMER);
        event.setEventType(type);
        return event;
    }

    private Mesg record(Seconds.Second second) {
        RecordMesg record = new RecordMesg();
        record.setTimestamp(time(second.startUs()));
        record.setActivityType(second.walking() ? ActivityType.WALKING : ActivityType.RUNNING);
        if (!Double.isNaN(second.cadenceSpm())) {
            // of one foot; the fraction in 128ths
            double strides = Math.round(second.cadenceSpm() / 2 * 128) / 128.0;
            record.setCadence((short) strides);
            record.setFractionalCadence((float) (strides - Math.floor(strides)));
        }
        if (!Double.isNaN(second.contactTimeMs())) {
            record.setStanceTime((float) second.contactTimeMs());
        }
        if (!Double.isNaN(second.dutyFactorPct())) {
            record.setStanceTimePercent((float) second.dutyFactorPct());
        }
        double bothMs = second.leftContactTimeMs() + second.rightContactTimeMs();
        if (bothMs > 0) {
            record.setStanceTimeBalance((float) (100 * second.leftContactTimeMs() / bothMs));
        }
        developerFields.addTo(record, second);
        return record;
    }

    private static Mesg lap(Lap lap, int index) {
        LapMesg mesg = new LapMesg();
        mesg.setMessageIndex(index);
        mesg.setStartTime(time(lap.startUs()));
        mesg.setTimestamp(time(lap.endUs()));
        mesg.setEvent(Event.LAP);
        mesg.setEventType(EventType.STOP);
        mesg.setLapTrigger(index == 0 && lap.last() ? LapTrigger.SESSION_END : LapTrigger.MANUAL);
        mesg.setTotalElapsedTime(lap.seconds());
        mesg.setTotalTimerTime(lap.seconds());
        mesg.setSport(lap.walking() ? Sport.WALKING : Sport.RUNNING);
        mesg.setIntensity(lap.walking() ? Intensity.RECOVERY : Intensity.ACTIVE);
        Totals totals = Totals.of(lap.within());
        totals.cadence((whole, fraction) -> {
            mesg.setAvgCadence(whole);
            mesg.setAvgFractionalCadence(fraction);
        });
        totals.contactTimeMs(mesg::setAvgStanceTime);
        totals.dutyFactorPct(mesg::setAvgStanceTimePercent);
        totals.balancePct(mesg::setAvgStanceTimeBalance);
        return mesg;
    }

    private Mesg session(RunSummary run, DateTime start, DateTime end, int laps) {
        SessionMesg mesg = new SessionMesg();
        mesg.setMessageIndex(0);
        mesg.setStartTime(start);
        mesg.setTimestamp(end);
        mesg.setEvent(Event.SESSION);
        mesg.setEventType(EventType.STOP);
        mesg.setTrigger(SessionTrigger.ACTIVITY_END);
        mesg.setTotalElapsedTime((float) seconds.size());
        mesg.setTotalTimerTime((float) seconds.size());
        mesg.setSport(Sport.RUNNING);
        mesg.setSubSport(subSport());
        mesg.setFirstLapIndex(0);
        mesg.setNumLaps(laps);
        mesg.setTotalStrides((long) Math.max(run.leftStrikes(), run.rightStrikes()));
        Totals totals = Totals.of(seconds);
        totals.cadence((whole, fraction) -> {
            mesg.setAvgCadence(whole);
            mesg.setAvgFractionalCadence(fraction);
        });
        totals.contactTimeMs(mesg::setAvgStanceTime);
        totals.dutyFactorPct(mesg::setAvgStanceTimePercent);
        totals.balancePct(mesg::setAvgStanceTimeBalance);
        return mesg;
    }

    private SubSport subSport() {
        Surface surface = sheet.note().surface();
        if (surface == null) {
            return SubSport.GENERIC;
        }
        return switch (surface) {
            case TREADMILL -> SubSport.TREADMILL;
            case TRAIL, DIRT -> SubSport.TRAIL;
            case TARMAC -> SubSport.STREET;
            case GRASS -> SubSport.GENERIC;
        };
    }

    static DateTime time(long epochUs) {
        return new DateTime(Instant.parse(RunJson.utc(epochUs)));
    }

    /** A stretch of running or of walking. */
    record Lap(long startUs, long endUs, boolean walking, boolean last, List<Seconds.Second> within) {
        /** Shorter stretches are no laps of their own. */
        private static final int LEAST_SECONDS = 5;

        Lap {
            within = List.copyOf(within);
        }

        static List<Lap> of(List<Seconds.Second> seconds) {
            List<Integer> starts = new ArrayList<>(List.of(0));
            int changedAt = 0;
            boolean walking = seconds.getFirst().walking();
            for (int i = 1; i < seconds.size(); i++) {
                if (seconds.get(i).walking() != seconds.get(i - 1).walking()) {
                    changedAt = i;
                }
                if (seconds.get(i).walking() != walking && i - changedAt + 1 >= LEAST_SECONDS) {
                    walking = !walking;
                    starts.add(changedAt);
                }
            }
            List<Lap> laps = new ArrayList<>();
            for (int lap = 0; lap < starts.size(); lap++) {
                boolean last = lap == starts.size() - 1;
                List<Seconds.Second> within =
                        seconds.subList(starts.get(lap), last ? seconds.size() : starts.get(lap + 1));
                laps.add(new Lap(
                        within.getFirst().startUs(),
                        within.getLast().startUs() + 1_000_000L,
                        within.getLast().walking(),
                        last,
                        within));
            }
            return laps;
        }

        float seconds() {
            return within.size();
        }
    }
}
