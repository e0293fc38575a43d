/** Strikes and stances in; form state, jogging score and cues out. Pure. */
@NullMarked
package dev.lightfoot.form;

import org.jspecify.annotations.NullMarked;
