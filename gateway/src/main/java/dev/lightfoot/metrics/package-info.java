/** Figures in the text that Prometheus reads. */
@NullMarked
package dev.lightfoot.metrics;

import org.jspecify.annotations.NullMarked;
