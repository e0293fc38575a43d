package dev.lightfoot.ble;

/** BlueZ as it can be used now: the bus it is on and an adapter that is on. */
record Session(BluezBus bus, String adapter) {}
