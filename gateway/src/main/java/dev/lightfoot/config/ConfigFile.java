package dev.lightfoot.config;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tomlj.Toml;
import org.tomlj.TomlArray;
import org.tomlj.TomlParseResult;
import org.tomlj.TomlTable;

/** Reads one TOML file against the table of keys and tells every mistake at once. */
final class ConfigFile {
    private static final int MOST_BYTES = 1 << 20;

    private final Values values = new Values();
    private final Mistakes mistakes;

    private ConfigFile(Path file) {
        mistakes = new Mistakes(file);
    }

    /** The checked values of a file. */
    static Values read(Path file) throws ConfigException {
        String text = textOf(file);
        ConfigFile reading = new ConfigFile(file);
        reading.take(Toml.parse(text));
        reading.mistakes.throwIfAny();
        return reading.values;
    }

    private static String textOf(Path file) throws ConfigException {
        try (InputStream stream = Files.newInputStream(file)) {
            byte[] bytes = stream.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw new ConfigException(List.of(file + ": larger than 1 MiB, which no configuration is"));
            }
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (NoSuchFileException e) {
            throw new ConfigException(List.of(file + ": no such file; name another with --config, or leave it out"));
        } catch (CharacterCodingException e) {
            throw new ConfigException(List.of(file + ": not UTF-8 text"));
        } catch (IOException e) {
            throw new ConfigException(List.of(file + ": cannot be read (" + e.getMessage() + ")"));
        }
    }

    private void take(TomlParseResult root) {
        root.errors().forEach(mistakes::syntax);
        for (String section : root.keySet()) {
            int line = Mistakes.lineOf(root, section);
            Object value = root.get(List.of(section));
            if (!Keys.sections().contains(section)) {
                mistakes.unknown(line, value instanceof TomlTable ? "section" : "key", section, Keys.sections());
            } else if (section.equals(PodKeys.SECTION)) {
                takePods(line, value);
            } else if (value instanceof TomlTable table) {
                checkNames(section, table);
                Keys.of(section).forEach(key -> take(key, table));
            } else {
                mistakes.add(line, section + " is a section: write [" + section + "]");
            }
        }
        if (values.of(HapticKeys.OVERDRIVE_MV) < values.of(HapticKeys.RATED_MV)) {
            TomlTable haptic = root.getTable("haptic");
            Key<Integer> key = haptic != null && haptic.contains(HapticKeys.OVERDRIVE_MV.name())
                    ? HapticKeys.OVERDRIVE_MV
                    : HapticKeys.RATED_MV;
            mistakes.add(
                    haptic == null ? 0 : Mistakes.lineOf(haptic, key.name()),
                    "haptic.drv-overdrive-mv = " + values.of(HapticKeys.OVERDRIVE_MV)
                            + " is not allowed: no less than haptic.drv-rated-mv " + values.of(HapticKeys.RATED_MV));
        }
        checkBand(root.getTable("haptic"));
        if (values.of(FormKeys.DRIFTING_SCORE) >= values.of(FormKeys.JOGGING_SCORE)) {
            TomlTable form = root.getTable("form");
            Key<Double> key = form != null && form.contains(FormKeys.DRIFTING_SCORE.name())
                    ? FormKeys.DRIFTING_SCORE
                    : FormKeys.JOGGING_SCORE;
            mistakes.add(
                    form == null ? 0 : Mistakes.lineOf(form, key.name()),
                    "form.drifting-score = " + values.of(FormKeys.DRIFTING_SCORE)
                            + " is not allowed: below form.jogging-score " + values.of(FormKeys.JOGGING_SCORE));
        }
    }

    private void checkBand(@Nullable TomlTable haptic) {
        String band = values.of(HapticKeys.BAND);
        if (haptic == null || band.isEmpty()) {
            return;
        }
        int line = Mistakes.lineOf(haptic, HapticKeys.BAND.name());
        String refused = "haptic.band = \"" + band + "\" is not allowed: ";
        if (values.pods().stream().anyMatch(pod -> pod.address().equalsIgnoreCase(band))) {
            mistakes.add(line, refused + "it is the address of a [[pod]]; give the wristband's own");
        }
        if (values.of(HapticKeys.HAPTIC_KIND).equals("terminal")) {
            mistakes.add(line, refused + "haptic.kind \"terminal\" is without actuators; set that to \"none\"");
        }
    }

    private void takePods(int line, @Nullable Object value) {
        if (value instanceof TomlArray array && !array.isEmpty() && array.get(0) instanceof TomlTable) {
            values.pods(new Pods(mistakes, this::checkNames).read(array));
        } else {
            mistakes.add(line, "pod is a list of sections: write [[pod]] for each");
        }
    }

    private void checkNames(String section, TomlTable table) {
        List<String> known = Keys.of(section).stream().map(Key::name).toList();
        for (String name : table.keySet()) {
            if (!known.contains(name)) {
                mistakes.unknown(
                        Mistakes.lineOf(table, name),
                        "key",
                        section + "." + name,
                        known.stream().map(each -> section + "." + each).toList());
            }
        }
    }

    private <T> void take(Key<T> key, TomlTable table) {
        Object written = table.get(List.of(key.name()));
        if (written != null) {
            T value = key.rule().read(written);
            if (value == null) {
                mistakes.notAllowed(Mistakes.lineOf(table, key.name()), key, written);
            } else {
                values.put(key, value);
            }
        }
    }
}
