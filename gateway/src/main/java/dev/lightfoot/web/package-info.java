/** The live page and the HTTP API. */
@NullMarked
package dev.lightfoot.web;

import org.jspecify.annotations.NullMarked;
