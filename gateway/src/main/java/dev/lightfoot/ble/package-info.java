/** BlueZ over D-Bus: adapter, discovery, links. The only package that knows D-Bus. */
@NullMarked
package dev.lightfoot.ble;

import org.jspecify.annotations.NullMarked;
