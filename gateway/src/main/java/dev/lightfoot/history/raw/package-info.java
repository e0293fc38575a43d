/** Raw samples of runs: around each cue, or all. */
@NullMarked
package dev.lightfoot.history.raw;

import org.jspecify.annotations.NullMarked;
