/** The pod's firmware: sampling, ranges, packets, battery, faults. */
@NullMarked
package dev.lightfoot.sim.pod;

import org.jspecify.annotations.NullMarked;
