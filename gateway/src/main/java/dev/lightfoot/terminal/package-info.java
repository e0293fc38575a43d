/** What the gateway shows on a terminal while it runs. */
@NullMarked
package dev.lightfoot.terminal;

import org.jspecify.annotations.NullMarked;
