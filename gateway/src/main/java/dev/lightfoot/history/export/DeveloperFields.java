package dev.lightfoot.history.export;

import com.garmin.fit.DeveloperDataIdMesg;
import com.garmin.fit.DeveloperField;
import com.garmin.fit.FieldDescriptionMesg;
import com.garmin.fit.FitBaseType;
import com.garmin.fit.Manufacturer;
import com.garmin.fit.Mesg;
import com.garmin.fit.RecordMesg;
import dev.lightfoot.form.FormState;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.ToDoubleFunction;

/** The fields of our own in the records of a FIT file, under our own application's id. Immutable. */
final class DeveloperFields {
    /** Lightfoot's id: made once at random, never to change. */
    private static final UUID APPLICATION = UUID.fromString("9281711a-89e8-4789-b518-222243763601");

    private static final short INDEX = 0;
    /** On RunScribe's scale 1 to 16: 1 to 5 rearfoot, 6 to 10 midfoot, 11 to 16 forefoot. */
    private static final double SCALE_AT_REARFOOT_LIMIT = 5.5;

    private static final double SCALE_AT_FOREFOOT_LIMIT = 10.5;
    private static final double REARFOOT_ABOVE_DEG = 8;
    private static final double FOREFOOT_BELOW_DEG = -1.6;

    private final DeveloperDataIdMesg id = new DeveloperDataIdMesg();
    private final List<FieldDescriptionMesg> descriptions = new ArrayList<>();
    private final List<ToDoubleFunction<Seconds.Second>> values = new ArrayList<>();

    private DeveloperFields() {
        for (int i = 0; i < 16; i++) {
            long half = i < 8 ? APPLICATION.getMostSignificantBits() : APPLICATION.getLeastSignificantBits();
            id.setApplicationId(i, (byte) (half >>> (56 - 8 * (i % 8))));
        }
        id.setDeveloperDataIndex(INDEX);
        id.setManufacturerId(Manufacturer.DEVELOPMENT);
        id.setApplicationVersion(1L);
    }

    static DeveloperFields of(FitFields names) {
        DeveloperFields fields = new DeveloperFields();
        switch (names) {
            case PLAIN -> {
                fields.add("Rearfoot Share", "%", FitBaseType.FLOAT32, Seconds.Second::rearfootSharePct);
                fields.add("Strike Angle Left", "deg", FitBaseType.FLOAT32, Seconds.Second::leftAngleDeg);
                fields.add("Strike Angle Right", "deg", FitBaseType.FLOAT32, Seconds.Second::rightAngleDeg);
                fields.add("Form State", "", FitBaseType.UINT8, DeveloperFields::formState);
            }
            case RUNSCRIBE -> {
                fields.add("RS_FootStrike_L", "", FitBaseType.UINT8, second -> footStrike(second.leftAngleDeg()));
                fields.add("RS_FootStrike_R", "", FitBaseType.UINT8, second -> footStrike(second.rightAngleDeg()));
                fields.add("RS_ContactTime_L", "ms", FitBaseType.UINT16, Seconds.Second::leftContactTimeMs);
                fields.add("RS_ContactTime_R", "ms", FitBaseType.UINT16, Seconds.Second::rightContactTimeMs);
            }
        }
        return fields;
    }

    private void add(String name, String units, short baseType, ToDoubleFunction<Seconds.Second> value) {
        FieldDescriptionMesg description = new FieldDescriptionMesg();
        description.setDeveloperDataIndex(INDEX);
        description.setFieldDefinitionNumber((short) descriptions.size());
        description.setFitBaseTypeId(baseType);
        description.setFieldName(0, name);
        if (!units.isEmpty()) {
            description.setUnits(0, units);
        }
        descriptions.add(description);
        values.add(value);
    }

    /** What must stand before the first record. */
    List<Mesg> descriptions() {
        List<Mesg> messages = new ArrayList<>(List.of(id));
        messages.addAll(descriptions);
        return messages;
    }

    /** Adds what is known. */
    void addTo(RecordMesg record, Seconds.Second second) {
        for (int i = 0; i < descriptions.size(); i++) {
            double value = values.get(i).applyAsDouble(second);
            if (!Double.isNaN(value)) {
                DeveloperField field = new DeveloperField(descriptions.get(i), id);
                boolean whole = !descriptions.get(i).getFitBaseTypeId().equals(FitBaseType.FLOAT32);
                field.setValue(whole ? (Object) (int) Math.round(value) : (Object) (float) value);
                record.addDeveloperField(field);
            }
        }
    }

    private static double formState(Seconds.Second second) {
        FormState form = second.form();
        if (form == null) {
            return Double.NaN;
        }
        return switch (form) {
            case STANDING -> 0;
            case WALKING -> 1;
            case GOOD -> 2;
            case DRIFTING -> 3;
            case JOGGING -> 4;
        };
    }

    /** Falls evenly with the angle, so that the limits of the patterns lie between 5 and 6, and 10 and 11. */
    static double footStrike(double angleDeg) {
        double perDeg = (SCALE_AT_FOREFOOT_LIMIT - SCALE_AT_REARFOOT_LIMIT) / (REARFOOT_ABOVE_DEG - FOREFOOT_BELOW_DEG);
        double scale = SCALE_AT_REARFOOT_LIMIT + (REARFOOT_ABOVE_DEG - angleDeg) * perDeg;
        return Double.isNaN(angleDeg) ? Double.NaN : Math.clamp(scale, 1, 16);
    }
}
