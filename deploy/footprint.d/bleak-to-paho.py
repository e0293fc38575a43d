"""The nearest peer: a plain gateway from two pods to a broker, bleak and paho, that judges nothing and keeps nothing.

usage: bleak-to-paho.py BROKER_PORT ADDRESS...    on the D-Bus that DBUS_SYSTEM_BUS_ADDRESS names
"""

import asyncio
import sys

import paho.mqtt.client
from bleak import BleakClient, BleakScanner

SAMPLES = "4b1f0003-6ece-4309-954f-9d9ea5de27cb"
CONTROL = "4b1f0004-6ece-4309-954f-9d9ea5de27cb"
INFO = "4b1f0002-6ece-4309-954f-9d9ea5de27cb"


async def hear(address, device, publish):
    async with BleakClient(device) as pod:
        await pod.read_gatt_char(INFO)
        await pod.start_notify(SAMPLES, lambda _, data: publish(address, bytes(data)))
        print("hears", address, flush=True)
        await asyncio.Event().wait()


async def main(port, addresses):
    broker = paho.mqtt.client.Client()
    broker.connect("127.0.0.1", port)
    broker.loop_start()

    def publish(address, data):
        broker.publish(f"peer/{address}", data, qos=0)

    # BlueZ allows a client one discovery at a time
    devices = [await BleakScanner.find_device_by_address(address, timeout=20.0) for address in addresses]
    await asyncio.gather(*(hear(address, device, publish) for address, device in zip(addresses, devices)))


asyncio.run(main(int(sys.argv[1]), sys.argv[2:]))
