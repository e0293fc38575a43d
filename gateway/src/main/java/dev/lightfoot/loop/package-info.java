/** The strike loop: one thread from notification to pin, and the bounded ring behind it. */
@NullMarked
package dev.lightfoot.loop;

import org.jspecify.annotations.NullMarked;
