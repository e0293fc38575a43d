/** SQLite store of runs, strikes and cues. */
@NullMarked
package dev.lightfoot.history;

import org.jspecify.annotations.NullMarked;
