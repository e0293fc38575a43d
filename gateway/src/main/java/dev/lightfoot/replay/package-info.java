/** Trace files through the same path as live samples. */
@NullMarked
package dev.lightfoot.replay;

import org.jspecify.annotations.NullMarked;
