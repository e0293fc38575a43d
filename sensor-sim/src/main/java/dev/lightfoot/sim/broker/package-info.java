/** An embedded MQTT broker on the loopback, and a subscriber that shows what it delivers. */
@NullMarked
package dev.lightfoot.sim.broker;

import org.jspecify.annotations.NullMarked;
