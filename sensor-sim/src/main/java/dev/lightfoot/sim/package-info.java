/** Command line of the simulator. */
@NullMarked
package dev.lightfoot.sim;

import org.jspecify.annotations.NullMarked;
