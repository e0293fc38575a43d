/** Samples in, strikes and stances out: one object a foot, no allocation, no clock, no I/O. Knows no other package. */
@NullMarked
package dev.lightfoot.gait;

import org.jspecify.annotations.NullMarked;
