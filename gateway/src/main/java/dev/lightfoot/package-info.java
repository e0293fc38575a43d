/** Arguments and the composition root. */
@NullMarked
package dev.lightfoot;

import org.jspecify.annotations.NullMarked;
