/** One file, nested records, every error at once. */
@NullMarked
package dev.lightfoot.config;

import org.jspecify.annotations.NullMarked;
