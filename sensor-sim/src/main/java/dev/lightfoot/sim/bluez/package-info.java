/** A virtual BlueZ on a private D-Bus. */
@NullMarked
package dev.lightfoot.sim.bluez;

import org.jspecify.annotations.NullMarked;
