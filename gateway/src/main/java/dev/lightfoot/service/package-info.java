/** What the gateway tells the service manager: ready, alive, stopping; over the socket that systemd names. */
@NullMarked
package dev.lightfoot.service;

import org.jspecify.annotations.NullMarked;
