/** What the strike loop said, as immutable records, and their JSON: the vocabulary behind the ring. */
@NullMarked
package dev.lightfoot.event;

import org.jspecify.annotations.NullMarked;
