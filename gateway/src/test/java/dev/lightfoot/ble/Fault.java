package dev.lightfoot.ble;

import dev.lightfoot.sim.bluez.VirtualBluez;
import dev.lightfoot.sim.runner.Side;
import java.util.SplittableRandom;

/** What can go wrong, and how it heals; what heals by itself or by the gateway does so at once. */
public enum Fault {
    LINK_DROPS {
        @Override
        public void strike(VirtualBluez bluez, Side side, SplittableRandom random) {
            drop(bluez, side);
        }
    },
    CONNECTS_ABORT {
        @Override
        public void strike(VirtualBluez bluez, Side side, SplittableRandom random) {
            bluez.faults().abortConnects(side, 50);
            drop(bluez, side);
        }

        @Override
        public void heal(VirtualBluez bluez, Side side) {
            bluez.faults().abortConnects(side, 0);
        }
    },
    CONNECT_HANGS {
        @Override
        public void strike(VirtualBluez bluez, Side side, SplittableRandom random) {
            bluez.faults().ignoreConnects(side, 1);
            drop(bluez, side);
        }

        @Override
        public void heal(VirtualBluez bluez, Side side) {
            bluez.faults().ignoreConnects(side, 0);
            drop(bluez, side);
        }
    },
    SERVICES_ARE_NEVER_FOUND {
        @Override
        public void strike(VirtualBluez bluez, Side side, SplittableRandom random) {
            bluez.faults().neverResolve(side, 1);
            drop(bluez, side);
        }
    },
    CACHE_IS_STALE {
        @Override
        public void strike(VirtualBluez bluez, Side side, SplittableRandom random) {
            bluez.faults().resolveToNothing(side, 1 + random.nextInt(2));
            bluez.vanish(side);
        }

        @Override
        public void heal(VirtualBluez bluez, Side side) {
            bluez.comeBack(side);
        }
    },
    POD_STICKS {
        @Override
        public void strike(VirtualBluez bluez, Side side, SplittableRandom random) {
            bluez.faults().stick(side, 1);
            drop(bluez, side);
        }
    },
    ACQUIRE_IS_REFUSED {
        @Override
        public void strike(VirtualBluez bluez, Side side, SplittableRandom random) {
            bluez.faults().refuseAcquires(side, 1);
            drop(bluez, side);
        }
    },
    POD_GOES_AWAY {
        @Override
        public void strike(VirtualBluez bluez, Side side, SplittableRandom random) {
            bluez.vanish(side);
        }

        @Override
        public void heal(VirtualBluez bluez, Side side) {
            bluez.comeBack(side);
        }
    },
    GARBAGE {
        @Override
        public void strike(VirtualBluez bluez, Side side, SplittableRandom random) {
            send(bluez, side, random, 300);
        }
    },
    FLOOD {
        @Override
        public void strike(VirtualBluez bluez, Side side, SplittableRandom random) {
            send(bluez, side, random, 1500);
        }
    },
    SAMPLES_ARE_LOST {
        @Override
        public void strike(VirtualBluez bluez, Side side, SplittableRandom random) {
            bluez.loseSamples(side, random.nextInt(1, 400));
        }
    },
    BLUETOOTHD_DIES {
        @Override
        public void strike(VirtualBluez bluez, Side side, SplittableRandom random) {
            bluez.killBluetoothd();
        }

        @Override
        public void heal(VirtualBluez bluez, Side side) throws Exception {
            bluez.startBluetoothd();
        }
    },
    ADAPTER_IS_SWITCHED_OFF {
        @Override
        public void strike(VirtualBluez bluez, Side side, SplittableRandom random) {
            bluez.powerOff();
        }
    },
    ADAPTER_GOES_DEAF {
        @Override
        public void strike(VirtualBluez bluez, Side side, SplittableRandom random) {
            bluez.faults().deafen();
            drop(bluez, side);
        }

        @Override
        public void heal(VirtualBluez bluez, Side side) {
            bluez.powerOff();
        }
    };

    public abstract void strike(VirtualBluez bluez, Side side, SplittableRandom random);

    /** Ends what would last. */
    public void heal(VirtualBluez bluez, Side side) throws Exception {}

    private static void drop(VirtualBluez bluez, Side side) {
        bluez.dropLink(side);
    }

    private static void send(VirtualBluez bluez, Side side, SplittableRandom random, int count) {
        byte[] bytes = new byte[random.nextInt(1, 60)];
        for (int i = 0; i < count; i++) {
            random.nextBytes(bytes);
            bluez.sendGarbage(side, bytes);
        }
    }
}
