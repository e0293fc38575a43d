/** Publishes to a broker with Eclipse Paho. */
@NullMarked
package dev.lightfoot.mqtt;

import org.jspecify.annotations.NullMarked;
