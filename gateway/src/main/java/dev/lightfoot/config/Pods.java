package dev.lightfoot.config;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.tomlj.TomlArray;
import org.tomlj.TomlTable;

/** Reads the {@code [[pod]]} sections: at most two, each address and each foot once. */
final class Pods {
    private static final int MOST = 2;

    private final Mistakes mistakes;
    private final BiConsumer<String, TomlTable> checkNames;
    private final Set<String> seen = new HashSet<>();

    Pods(Mistakes mistakes, BiConsumer<String, TomlTable> checkNames) {
        this.mistakes = mistakes;
        this.checkNames = checkNames;
    }

    List<Values.PodValues> read(TomlArray array) {
        List<Values.PodValues> pods = new ArrayList<>();
        for (int i = 0; i < array.size(); i++) {
            int line = Mistakes.line(array.inputPositionOf(i));
            TomlTable table = array.getTable(i);
            checkNames.accept(PodKeys.SECTION, table);
            if (i == MOST) {
                mistakes.add(
                        line, "[[pod]] number " + (i + 1) + " is not allowed: at most " + MOST + ", one for each foot");
            }
            String address = value(table, PodKeys.POD_ADDRESS);
            String foot = value(table, PodKeys.POD_FOOT);
            if (address != null) {
                pods.add(new Values.PodValues(address, foot));
            } else if (!table.contains(PodKeys.POD_ADDRESS.name())) {
                mistakes.add(line, "[[pod]] has no address: " + PodKeys.POD_ADDRESS.allowed());
            }
        }
        return pods;
    }

    private @Nullable String value(TomlTable table, Key<String> key) {
        Object written = table.get(List.of(key.name()));
        if (written == null) {
            return null;
        }
        int line = Mistakes.lineOf(table, key.name());
        String value = key.rule().read(written);
        if (value == null) {
            mistakes.notAllowed(line, key, written);
        } else if (!seen.add(value.toUpperCase(Locale.ROOT))) {
            mistakes.add(
                    line,
                    key.path() + " = " + Mistakes.written(value) + " is not allowed: another [[pod]] has it already");
        }
        return value;
    }
}
