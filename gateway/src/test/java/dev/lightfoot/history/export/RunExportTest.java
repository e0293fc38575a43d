package dev.lightfoot.history.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.garmin.fit.ActivityMesg;
import com.garmin.fit.ActivityType;
import com.garmin.fit.Decode;
import com.garmin.fit.DeveloperField;
import com.garmin.fit.FitDecoder;
import com.garmin.fit.FitMessages;
import com.garmin.fit.Intensity;
import com.garmin.fit.LapMesg;
import com.garmin.fit.RecordMesg;
import com.garmin.fit.SessionMesg;
import com.garmin.fit.Sport;
import com.garmin.fit.SubSport;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.lightfoot.history.HistoryReader;
import dev.lightfoot.history.RunDesk;
import dev.lightfoot.history.RunNote;
import dev.lightfoot.history.RunSummary;
import dev.lightfoot.history.Stride;
import dev.lightfoot.history.Surface;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RunExportTest {
    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void keep() throws Exception {
        file = folder.resolve("h.db");
        ExportedRun.keep(file);
    }

    private FitMessages fit(FitFields fields) throws Exception {
        byte[] bytes = ExportedRun.bytes(file, RunExport.Format.FIT, fields);
        assertThat(new Decode().checkFileIntegrity(new ByteArrayInputStream(bytes)))
                .isTrue();
        return new FitDecoder().decode(new ByteArrayInputStream(bytes));
    }

    private static Map<String, DeveloperField> developerFields(RecordMesg record) {
        Map<String, DeveloperField> fields = new HashMap<>();
        record.getDeveloperFields().forEach(field -> fields.put(field.getName(), field));
        return fields;
    }

    private static DeveloperField field(Map<String, DeveloperField> fields, String name) {
        return Optional.ofNullable(fields.get(name)).orElseThrow();
    }

    @Test
    void theTotalsOfTheFitFileAreTheRuns() throws Exception {
        new RunDesk(file).describe(1, new RunNote("red", Surface.TREADMILL, 3, null));
        FitMessages fit = fit(FitFields.PLAIN);
        RunSummary run;
        try (HistoryReader reader = HistoryReader.open(file)) {
            run = reader.run(1).orElseThrow();
        }
        assertThat(fit.getFileIdMesgs()).hasSize(1);
        assertThat(fit.getDeviceInfoMesgs().getFirst().getProductName()).isEqualTo("Lightfoot test");
        SessionMesg session = fit.getSessionMesgs().getFirst();
        assertThat((double) session.getTotalElapsedTime()).isCloseTo(run.durationUs() / 1e6, within(2.0));
        assertThat(session.getTotalTimerTime()).isEqualTo(session.getTotalElapsedTime());
        assertThat(session.getTotalStrides()).isEqualTo(Math.max(run.leftStrikes(), run.rightStrikes()));
        assertThat(session.getSport()).isEqualTo(Sport.RUNNING);
        assertThat(session.getSubSport()).isEqualTo(SubSport.TREADMILL);
        assertThat(session.getTotalDistance()).isNull();
        assertThat(session.getAvgSpeed()).isNull();
        ActivityMesg activity = fit.getActivityMesgs().getFirst();
        assertThat(activity.getLocalTimestamp() - activity.getTimestamp().getTimestamp())
                .isEqualTo(3_600);
        assertThat(activity.getTotalTimerTime()).isEqualTo(session.getTotalTimerTime());
        List<LapMesg> laps = fit.getLapMesgs();
        assertThat(laps)
                .extracting(LapMesg::getIntensity)
                .containsExactly(Intensity.ACTIVE, Intensity.RECOVERY, Intensity.ACTIVE);
        assertThat(session.getNumLaps()).isEqualTo(3);
        assertThat(laps.stream().mapToDouble(LapMesg::getTotalTimerTime).sum())
                .isCloseTo(session.getTotalTimerTime(), within(1e-3));
        assertThat((double) laps.get(1).getTotalTimerTime()).isCloseTo(30, within(4.0));
    }

    @Test
    void aRecordASecondMatchesTheCsv() throws Exception {
        List<RecordMesg> records = fit(FitFields.PLAIN).getRecordMesgs();
        List<Map<String, String>> rows = ExportedRun.rows(file);
        int compared = 0;
        for (int i = 0; i < records.size(); i++) {
            RecordMesg record = records.get(i);
            assertThat(record.getTimestamp().getTimestamp())
                    .isEqualTo(records.getFirst().getTimestamp().getTimestamp() + i);
            String second = record.getTimestamp().getInstant().toString().substring(0, 19);
            double cadence = ExportedRun.mean(rows, second, "cadence_spm");
            double contactTime = ExportedRun.mean(rows, second, "contact_time_ms");
            if (!Double.isNaN(cadence)) {
                assertThat(2 * (record.getCadence() + record.getFractionalCadence()))
                        .as(second)
                        .isCloseTo((float) cadence, within(0.1f));
                compared++;
            } else {
                assertThat(record.getCadence()).as(second).isNull();
            }
            if (!Double.isNaN(contactTime)) {
                assertThat(record.getStanceTime()).as(second).isCloseTo((float) contactTime, within(0.1f));
            }
        }
        assertThat(compared).isGreaterThan(150);
        assertThat(records)
                .extracting(RecordMesg::getActivityType)
                .contains(ActivityType.WALKING, ActivityType.RUNNING);
    }

    @Test
    void ourOwnFieldsHavePlainNamesAndUnits() throws Exception {
        List<RecordMesg> records = fit(FitFields.PLAIN).getRecordMesgs();
        Map<String, DeveloperField> last = developerFields(records.get(records.size() - 3));
        assertThat(last).containsKeys("Rearfoot Share", "Form State");
        assertThat(field(last, "Rearfoot Share").getUnits()).isEqualTo("%");
        assertThat(field(last, "Rearfoot Share").getFloatValue()).isGreaterThan(90);
        assertThat(field(last, "Form State").getIntegerValue()).isEqualTo(4);
        DeveloperField angle = developerFields(records.get(60)).values().stream()
                .filter(field -> field.getName().startsWith("Strike Angle"))
                .findFirst()
                .orElseThrow();
        assertThat(angle.getUnits()).isEqualTo("deg");
        assertThat(angle.getFloatValue()).isBetween(-20f, 8f);
    }

    @Test
    void theNamesThatOthersKnowAreAChoice() throws Exception {
        List<RecordMesg> records = fit(FitFields.RUNSCRIBE).getRecordMesgs();
        Map<String, DeveloperField> jogging = developerFields(records.get(records.size() - 3));
        assertThat(jogging.keySet()).allMatch(name -> name.startsWith("RS_"));
        jogging.forEach((name, field) -> {
            if (name.startsWith("RS_FootStrike")) {
                assertThat(field.getIntegerValue()).as(name).isBetween(1, 5);
            } else {
                assertThat(field.getUnits()).isEqualTo("ms");
            }
        });
        assertThat(DeveloperFields.footStrike(0)).isBetween(6.0, 10.0);
        assertThat(Math.round(DeveloperFields.footStrike(8.1))).isEqualTo(5);
        assertThat(Math.round(DeveloperFields.footStrike(-1.7))).isEqualTo(11);
        assertThat(DeveloperFields.footStrike(-60)).isEqualTo(16);
    }

    @Test
    void theCsvHasARowAContactWithItsStance() throws Exception {
        List<Map<String, String>> rows = ExportedRun.rows(file);
        RunSummary run;
        try (HistoryReader reader = HistoryReader.open(file)) {
            run = reader.run(1).orElseThrow();
        }
        assertThat(rows.stream().filter(row -> !row.getOrDefault("pattern", "").isEmpty()))
                .hasSize(run.strikes());
        assertThat(rows.stream()
                        .filter(row -> !row.getOrDefault("contact_time_ms", "").isEmpty()
                                && !row.getOrDefault("pattern", "").isEmpty()))
                .as("strikes with their stance")
                .hasSizeGreaterThan(run.strikes() * 9 / 10);
        assertThat(rows).extracting(row -> row.get("form")).contains("good", "walking", "jogging");
    }

    @Test
    void theJsonHasAllThatHappened() throws Exception {
        new RunDesk(file).describe(1, new RunNote("red", Surface.GRASS, 3, "wet"));
        JsonNode json = new ObjectMapper().readTree(ExportedRun.bytes(file, RunExport.Format.JSON, FitFields.PLAIN));
        assertThat(json.get("strike_events")).hasSize(json.get("strikes").asInt());
        assertThat(json.get("stance_events").get(0).get("contact_time_ms").isNumber())
                .isTrue();
        assertThat(json.get("form_bands")).isNotEmpty();
        assertThat(json.get("surface").asText()).isEqualTo("grass");
        assertThat(json.get("perceived_effort").asInt()).isEqualTo(3);
    }

    /** What the schema does not name is not there, and what it names is. */
    @Test
    void theJsonIsAsItsPublishedSchemaSays() throws Exception {
        ObjectMapper mapper = new ObjectMapper();
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(Path.of("web", "run-export.schema.json")));
        JsonNode bare = mapper.readTree(ExportedRun.bytes(file, RunExport.Format.JSON, FitFields.PLAIN));
        new RunDesk(file).describe(1, new RunNote("red", Surface.GRASS, 3, "wet"));
        JsonNode described = mapper.readTree(ExportedRun.bytes(file, RunExport.Format.JSON, FitFields.PLAIN));

        assertThat(schema.validate(bare)).isEmpty();
        assertThat(schema.validate(described)).isEmpty();
        for (String list : List.of("strike_events", "stance_events", "form_bands", "cue_events", "cue_answers")) {
            assertThat(described.get(list)).as(list).isNotEmpty();
            JsonNode spoilt = described.deepCopy();
            ((ObjectNode) spoilt.get(list).get(0)).put("pace", 5);
            assertThat(schema.validate(spoilt)).as("%s with more", list).isNotEmpty();
        }
        assertThat(schema.validate(((ObjectNode) described.deepCopy()).put("perceived_effort", 11)))
                .isNotEmpty();
    }

    @Test
    void aRunThatIsNotThereWritesNothing() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (HistoryReader reader = HistoryReader.open(file)) {
            RunExport export = new RunExport(FitFields.PLAIN, ZoneOffset.UTC, "test");
            assertThat(export.write(reader, 9, RunExport.Format.CSV, out)).isFalse();
        }
        assertThat(out.size()).isZero();
        assertThat(RunExport.fileName(12, Stride.START_US, RunExport.Format.FIT))
                .isEqualTo("lightfoot-run-12-2026-11-22T0630Z.fit");
    }
}
