/** The body: a seeded model of foot motion, what an IMU on the shoe reads of it, and its own truth. */
@NullMarked
package dev.lightfoot.sim.runner;

import org.jspecify.annotations.NullMarked;
