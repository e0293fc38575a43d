package dev.lightfoot.ble;

import dev.lightfoot.sim.bluez.VirtualBluez;
import dev.lightfoot.sim.runner.Side;
import java.util.SplittableRandom;

/** What can go wrong, and how it heals; what heals by itself or by the gateway does so at once. */
enum Fault {
    LINK_DROPS {
        @Override
        void strike(VirtualBluez bluez, Side side, SplittableRandom random) {
            drop(bluez, side);
        }
    },
    CONNECTS_ABORT {
        @Override
        void strike(VirtualBluez bluez, Side side, SplittableRandom random) {
            bluez.faults().abortConnects(side, 50);
            drop(bluez, side);
        }

        @Override
        void heal(VirtualBluez bluez, Side side) {
            bluez.faults().abortConnects(side, 0);
        }
    },
    CONNECT_HANGS {
        @Override
        void strike(VirtualBluez bluez, Side side, SplittableRandom random) {
            bluez.faults().ignoreConnects(side, 1);
            drop(bluez, side);
        }

        @Override
        void heal(VirtualBluez bluez, Side side) {
            bluez.faults().ignoreConnects(side, 0);
            drop(bluez, side);
        }
    },
    SERVICES_ARE_NEVER_FOUND {
        @Override
        void strike(VirtualBluez bluez, Side side, SplittableRandom random) {
            bluez.faults().neverResolve(side, 1);
            drop(bluez, side);
        }
    },
    CACHE_IS_STALE {
        @Override
        void strike(VirtualBluez bluez, Side side, SplittableRandom random) {
            bluez.faults().resolveToNothing(side, 1 + random.nextInt(2));
            bluez.vanish(side);
        }

        @Override
        void heal(VirtualBluez bluez, Side side) {
            bluez.comeBack(side);
        }
    },
    POD_STICKS {
        @Override
        void strike(VirtualBluez bluez, Side side, SplittableRandom random) {
            bluez.faults().stick(side, 1);
            drop(bluez, side);
        }
    },
    ACQUIRE_IS_REFUSED {
        @Override
        void strike(VirtualBluez bluez, Side side, SplittableRandom random) {
            bluez.faults().refuseAcquires(side, 1);
            drop(bluez, side);
        }
    },
    POD_GOES_AWAY {
        @Override
        void strike(VirtualBluez bluez, Side side, SplittableRandom random) {
            bluez.vanish(side);
        }

        @Override
        void heal(VirtualBluez bluez, Side side) {
            bluez.comeBack(side);
        }
    },
    GARBAGE {
        @Override
        void strike(VirtualBluez bluez, Side side, SplittableRandom random) {
            send(bluez, side, random, 300);
        }
    },
    FLOOD {
        @Override
        void strike(VirtualBluez bluez, Side side, SplittableRandom random) {
            send(bluez, side, random, 1500);
        }
    },
    SAMPLES_ARE_LOST {
        @Override
        void strike(VirtualBluez bluez, Side side, SplittableRandom random) {
            bluez.loseSamples(side, random.nextInt(1, 400));
        }
    },
    BLUETOOTHD_DIES {
        @Override
        void strike(VirtualBluez bluez, Side side, SplittableRandom random) {
            bluez.killBluetoothd();
        }

        @Override
        void heal(VirtualBluez bluez, Side side) throws Exception {
            bluez.startBluetoothd();
        }
    },
    ADAPTER_IS_SWITCHED_OFF {
        @Override
        void strike(VirtualBluez bluez, Side side, SplittableRandom random) {
            bluez.powerOff();
        }
    },
    ADAPTER_GOES_DEAF {
        @Override
        void strike(VirtualBluez bluez, Side side, SplittableRandom random) {
            bluez.faults().deafen();
            drop(bluez, side);
        }

        @Override
        void heal(VirtualBluez bluez, Side side) {
            bluez.powerOff();
        }
    };

    abstract void strike(VirtualBluez bluez, Side side, SplittableRandom random);

    /** Ends what would last. */
    void heal(VirtualBluez bluez, Side side) throws Exception {}

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
