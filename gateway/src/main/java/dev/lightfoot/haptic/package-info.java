/** The haptic port and its actuators. */
@NullMarked
package dev.lightfoot.haptic;

import org.jspecify.annotations.NullMarked;
