/** Looks at a machine for what keeps a cue from being felt in time, one class a check, and names the mend. */
@NullMarked
package dev.lightfoot.doctor;

import org.jspecify.annotations.NullMarked;
