package dev.lightfoot.sim.pod;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.lightfoot.sim.runner.ImuReading;
import dev.lightfoot.sim.runner.ImuSource;
import dev.lightfoot.sim.runner.Side;
import org.junit.jupiter.api.Test;

class SensorTest {
    private static final long MINUTE_NS = 60_000_000_000L;

    private final ImuReading reading = new ImuReading();

    @Test
    void whatIsBeyondTheRangesReadsTheirEnds() {
        Sensor sensor = new Sensor(source(200, -30), SensorError.none(), 8, 1000);

        sensor.read(0, reading);

        assertThat(reading.accXMps2).isCloseTo(8 * 9.80665, within(1e-9));
        assertThat(reading.gyroYRadPerS).isCloseTo(-Math.toRadians(1000), within(1e-9));
        assertThat(sensor.side()).isEqualTo(Side.LEFT);
    }

    @Test
    void aPerfectSensorAddsNothing() {
        new Sensor(source(3, 2), SensorError.none(), 16, 2000).read(MINUTE_NS, reading);

        assertThat(reading.accXMps2).isEqualTo(3);
        assertThat(reading.accZMps2).isZero();
        assertThat(reading.gyroYRadPerS).isEqualTo(2);
    }

    @Test
    void theGyrosBiasDriftsAsThePodWarms() {
        double mostDriftDegPerS = 0;
        for (long seed = 1; seed <= 50; seed++) {
            SensorError error = SensorError.typical(seed);
            double cold = meanGyroRadPerS(error, 0);
            double warm = meanGyroRadPerS(error, 30 * MINUTE_NS);
            assertThat(Math.abs(cold)).as("seed %d", seed).isLessThan(Math.toRadians(0.5));
            mostDriftDegPerS = Math.max(mostDriftDegPerS, Math.toDegrees(Math.abs(warm - cold)));
        }
        assertThat(mostDriftDegPerS).isBetween(0.2, 0.62);
    }

    @Test
    void scalesAreWrongByLittle() {
        double most = 0;
        for (long seed = 1; seed <= 50; seed++) {
            new Sensor(source(0, 20), SensorError.typical(seed), 16, 2000).read(0, reading);
            most = Math.max(most, Math.abs(reading.gyroYRadPerS / 20 - 1));
        }
        assertThat(most).isBetween(0.005, 0.012);
    }

    @Test
    void aSenselessSizeOfErrorsIsRefused() {
        assertThatThrownBy(() -> SensorError.of(1, -2)).hasMessageContaining("-2");
        assertThatThrownBy(() -> SensorError.of(1, Double.NaN)).hasMessageContaining("NaN");
    }

    private double meanGyroRadPerS(SensorError error, long timeNs) {
        Sensor sensor = new Sensor(source(0, 0), error, 16, 2000);
        double sum = 0;
        for (int i = 0; i < 200; i++) {
            sensor.read(timeNs, reading);
            sum += reading.gyroXRadPerS;
        }
        return sum / 200;
    }

    private static ImuSource source(double accXMps2, double gyroYRadPerS) {
        return new ImuSource() {
            @Override
            public Side side() {
                return Side.LEFT;
            }

            @Override
            public void read(long timeNs, ImuReading into) {
                into.accXMps2 = accXMps2;
                into.accYMps2 = 0;
                into.accZMps2 = 0;
                into.gyroXRadPerS = 0;
                into.gyroYRadPerS = gyroYRadPerS;
                into.gyroZRadPerS = 0;
            }
        };
    }
}
