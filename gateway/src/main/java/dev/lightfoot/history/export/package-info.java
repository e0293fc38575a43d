/** Runs as files for other programs: FIT, CSV, JSON. */
@NullMarked
package dev.lightfoot.history.export;

import org.jspecify.annotations.NullMarked;
