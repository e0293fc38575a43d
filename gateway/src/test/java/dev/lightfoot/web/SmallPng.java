package dev.lightfoot.web;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

/** Writes a picture of a page with its 256 most frequent colours: flat colours stay as they are, and it is half as large. */
final class SmallPng {
    private static final int COLOURS = 256;
    private static final int EXACT = 96;

    private SmallPng() {}

    static void write(byte[] png, Path file) throws IOException {
        BufferedImage picture = ImageIO.read(new ByteArrayInputStream(png));
        int[] palette = palette(picture);
        BufferedImage small = new BufferedImage(
                picture.getWidth(),
                picture.getHeight(),
                BufferedImage.TYPE_BYTE_INDEXED,
                new IndexColorModel(8, palette.length, palette, 0, false, -1, 0));
        Map<Integer, Integer> nearest = new HashMap<>();
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                int index = nearest.computeIfAbsent(picture.getRGB(x, y), rgb -> nearest(palette, rgb));
                small.getRaster().setSample(x, y, 0, index);
            }
        }
        if (!ImageIO.write(small, "png", file.toFile())) {
            throw new IOException("no writer of PNG for " + file);
        }
    }

    /** The most frequent colours as they are, then of those that are alike the most frequent. */
    private static int[] palette(BufferedImage picture) {
        Map<Integer, Integer> exact = new HashMap<>();
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                exact.merge(picture.getRGB(x, y), 1, Integer::sum);
            }
        }
        Map<Integer, Integer> alike = new HashMap<>();
        exact.forEach((rgb, pixels) -> alike.merge(rgb | 0x0f0f0f, pixels, Integer::sum));
        return Stream.concat(mostFrequent(exact, EXACT), mostFrequent(alike, COLOURS))
                .mapToInt(Integer::intValue)
                .distinct()
                .limit(COLOURS)
                .toArray();
    }

    private static Stream<Integer> mostFrequent(Map<Integer, Integer> pixels, int most) {
        return pixels.entrySet().stream()
                .sorted(Map.Entry.<Integer, Integer>comparingByValue().reversed())
                .limit(most)
                .map(Map.Entry::getKey);
    }

    private static int nearest(int[] palette, int rgb) {
        int best = 0;
        int least = Integer.MAX_VALUE;
        for (int i = 0; i < palette.length; i++) {
            int red = (rgb >> 16 & 0xff) - (palette[i] >> 16 & 0xff);
            int green = (rgb >> 8 & 0xff) - (palette[i] >> 8 & 0xff);
            int blue = (rgb & 0xff) - (palette[i] & 0xff);
            int distance = 2 * red * red + 4 * green * green + 3 * blue * blue;
            if (distance < least) {
                least = distance;
                best = i;
            }
        }
        return best;
    }
}
