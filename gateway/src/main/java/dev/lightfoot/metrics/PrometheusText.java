package dev.lightfoot.metrics;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Writes figures in Prometheus' text format 0.0.4: a family has its help and type once, then a line a sample. Families come
 * in the order of their first sample. Not thread-safe.
 */
public final class PrometheusText {
    public static final String CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8";
    private static final String PREFIX = "lightfoot_";

    private final Map<String, StringBuilder> families = new LinkedHashMap<>();

    /** A figure that only grows; its name ends in _total. */
    public void counter(String name, String help, Map<String, String> labels, double value) {
        sample(family(name, help, "counter"), name, labels, number(value));
    }

    /** A count. */
    public void counter(String name, String help, Map<String, String> labels, long value) {
        sample(family(name, help, "counter"), name, labels, Long.toString(value));
    }

    /** A figure as it stands. */
    public void gauge(String name, String help, Map<String, String> labels, double value) {
        sample(family(name, help, "gauge"), name, labels, number(value));
    }

    /**
     * How many were how long.
     *
     * @param counts in each bucket, not summed
     * @param endsS upper end of each bucket, the last infinite
     */
    public void histogram(String name, String help, long[] counts, double[] endsS, double sumS) {
        StringBuilder family = family(name, help, "histogram");
        long soFar = 0;
        for (int i = 0; i < counts.length; i++) {
            soFar += counts[i];
            sample(family, name + "_bucket", Map.of("le", number(endsS[i])), Long.toString(soFar));
        }
        sample(family, name + "_sum", Map.of(), number(sumS));
        sample(family, name + "_count", Map.of(), Long.toString(soFar));
    }

    private StringBuilder family(String name, String help, String type) {
        return families.computeIfAbsent(
                name,
                key -> new StringBuilder()
                        .append("# HELP ")
                        .append(PREFIX)
                        .append(name)
                        .append(' ')
                        .append(help)
                        .append("\n# TYPE ")
                        .append(PREFIX)
                        .append(name)
                        .append(' ')
                        .append(type)
                        .append('\n'));
    }

    private static void sample(StringBuilder family, String name, Map<String, String> labels, String value) {
        family.append(PREFIX).append(name);
        if (!labels.isEmpty()) {
            family.append('{');
            String comma = "";
            for (Map.Entry<String, String> label : labels.entrySet()) {
                family.append(comma)
                        .append(label.getKey())
                        .append("=\"")
                        .append(escaped(label.getValue()))
                        .append('"');
                comma = ",";
            }
            family.append('}');
        }
        family.append(' ').append(value).append('\n');
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    }

    private static String number(double value) {
        if (Double.isInfinite(value)) {
            return value > 0 ? "+Inf" : "-Inf";
        }
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }

    @Override
    public String toString() {
        return String.join("", families.values());
    }
}
