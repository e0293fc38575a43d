/** Writes a scenario as trace files with their truth. */
@NullMarked
package dev.lightfoot.sim.trace;

import org.jspecify.annotations.NullMarked;
