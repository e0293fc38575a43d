package dev.lightfoot.config;

import java.util.List;

/** Writes values as a documented TOML file that reads back to the same values. */
final class ConfigText {
    private static final int WIDTH = 110;

    private final StringBuilder text = new StringBuilder();

    private ConfigText() {}

    static String of(Values values) {
        ConfigText writing = new ConfigText();
        writing.text.append("# Lightfoot's configuration. Every key may be left out; it then has its default.\n");
        for (String section : Keys.sections()) {
            if (section.equals(PodKeys.SECTION)) {
                writing.pods(values.pods());
            } else {
                writing.text.append("\n[").append(section).append("]\n");
                Keys.of(section).forEach(key -> writing.key(key, values));
            }
        }
        return writing.text.toString();
    }

    private <T> void key(Key<T> key, Values values) {
        comment(key.meaning());
        comment("Allowed: " + key.allowed() + ". Default: " + key.writtenFallback() + ".");
        text.append(key.name())
                .append(" = ")
                .append(key.rule().write(values.of(key)))
                .append("\n");
    }

    private void pods(List<Values.PodValues> pods) {
        text.append("\n");
        comment("The pods this gateway listens to: none, one, or one for each foot.");
        Keys.of(PodKeys.SECTION)
                .forEach(key -> comment("  " + key.name() + ": " + key.meaning() + " Allowed: " + key.allowed() + "."));
        if (pods.isEmpty()) {
            text.append("#[[pod]]\n#address = \"C0:FF:EE:00:00:01\"\n#foot = \"left\"\n");
        }
        for (Values.PodValues pod : pods) {
            text.append("[[pod]]\naddress = ")
                    .append(Rule.Text.quoted(pod.address()))
                    .append("\n");
            if (pod.foot() != null) {
                text.append("foot = ").append(Rule.Text.quoted(pod.foot())).append("\n");
            }
        }
    }

    private void comment(String words) {
        StringBuilder line = new StringBuilder("#");
        String indent = words.startsWith("  ") ? "   " : "";
        for (String word : words.strip().split(" ", -1)) {
            if (line.length() + word.length() + 1 > WIDTH) {
                text.append(line).append("\n");
                line = new StringBuilder("# ").append(indent).append(word);
            } else {
                line.append(' ').append(word);
            }
        }
        text.append(line).append("\n");
    }
}
