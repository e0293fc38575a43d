/** Wire formats of the pods, the sample clock and loss accounting. Pure. */
@NullMarked
package dev.lightfoot.pod;

import org.jspecify.annotations.NullMarked;
