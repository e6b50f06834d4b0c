"""What each failure of the network is told as, between two network namespaces; and peers that stand still.

As root: python3 Tests/PhonesTests/network.py. Needs Debian's iproute2 and iptables, and Scripts/phones.
"""
import http.client
import os
import queue
import socket
import subprocess
import sys
import time

from room import Phone, Room, ideas

HERE, PHONE, BRIDGE = f"here{os.getpid()}", f"phone{os.getpid()}", f"br{os.getpid()}"[:15]
failures = []


def check(name, holds, found=""):
    print(f"{'✓' if holds else '✗'} {name} {'' if holds else found}", flush=True)
    if not holds:
        failures.append(name)


def run(*command, **options):
    return subprocess.run(command, check=True, capture_output=True, text=True, **options)


def inside(namespace, *command):
    return ["ip", "netns", "exec", namespace, *command]


def up():
    run("ip", "link", "add", BRIDGE, "type", "bridge")
    run("ip", "link", "set", BRIDGE, "up")
    for namespace, last in [(HERE, 1), (PHONE, 2)]:
        run("ip", "netns", "add", namespace)
        run("ip", "link", "add", f"{namespace}p"[:15], "type", "veth", "peer", "name", "eth0", "netns", namespace)
        run("ip", "link", "set", f"{namespace}p"[:15], "master", BRIDGE, "up")
        for command in [["addr", "add", f"192.168.77.{last}/24", "dev", "eth0"], ["link", "set", "eth0", "up"], ["link", "set", "lo", "up"]]:
            run(*inside(namespace, "ip", *command))


def down():
    for namespace in [HERE, PHONE]:
        subprocess.run(["ip", "netns", "del", namespace], capture_output=True)
    subprocess.run(["ip", "link", "del", BRIDGE], capture_output=True)


def isolate(isolated):
    for namespace in [HERE, PHONE]:
        run("ip", "link", "set", f"{namespace}p"[:15], "type", "bridge_slave", "isolated", "on" if isolated else "off")


class Elsewhere(Room):
    """The program in a namespace of its own."""
    program = inside(HERE)


def sign(room, timeout):
    try:
        return room.wait("sign", timeout=timeout)["sign"]
    except queue.Empty:
        return None


def phone_asks(room):
    return subprocess.Popen(inside(PHONE, "curl", "-s", "-m", "6", "-o", "/dev/null", "-w", "%{http_code}", room.url),
                            stdout=subprocess.PIPE, text=True)


def ways():
    for name, prepare, expected, most in [("a phone that gets through", lambda: None, "request", 3),
                                          ("a firewall here", firewall, "knock", 12), ("isolated clients", lambda: isolate(True), "silence", 25)]:
        # A phone that is new here asks who has the address.
        for namespace in [HERE, PHONE]:
            run(*inside(namespace, "ip", "neigh", "flush", "all"))
        prepare()
        room = Elsewhere(address="192.168.77.1", prefix=24)
        began = time.time()
        asking = phone_asks(room)
        told = sign(room, most)
        check(f"{name}: {expected}, after {time.time() - began:.1f} s", told == expected, told)
        asking.wait()
        room.kill()
    isolate(False)


def firewall():
    run(*inside(HERE, "iptables", "-A", "INPUT", "-p", "tcp", "--syn", "-j", "DROP"))


def address_goes():
    run(*inside(HERE, "iptables", "-F"))
    room = Elsewhere(address="192.168.77.1", prefix=24)
    run(*inside(HERE, "ip", "addr", "del", "192.168.77.1/24", "dev", "eth0"))
    try:
        trouble = room.wait("trouble", timeout=15)
    except queue.Empty:
        trouble = None
    check("the address goes: said, and closed", trouble and trouble["with"] == "address-gone" and room.process.wait(10) == 0, trouble)


def processor(room):
    """Hundredths of a second that the program has used."""
    with open(f"/proc/{room.process.pid}/stat") as stat:
        return sum(map(int, stat.read().rsplit(")", 1)[1].split()[11:13]))


def still():
    """300 connections that say half a request: others are answered meanwhile, and all are gone after ten seconds."""
    room = Room()
    room.notice(form=ideas())
    halves = []
    for _ in range(300):
        half = socket.create_connection(("127.0.0.1", room.port))
        half.sendall(b"GET /K7QM HTTP/1.1\r\nHost: ")
        halves.append(half)
    phone = Phone(room)
    began = time.perf_counter()
    check("300 stand still: another is answered", phone.join().status == 200)
    print(f"  in {(time.perf_counter() - began) * 1000:.1f} ms; {room.kilobytes() / 1024:.1f} MiB at most")
    began = time.time()
    for half in halves:
        half.settimeout(20)
        half.recv(1000)
    check(f"all are hung up on within 12 s: {time.time() - began:.1f} s", time.time() - began < 12)
    more = []
    for _ in range(650):
        try:
            more.append(socket.create_connection(("127.0.0.1", room.port), timeout=5))
        except OSError:
            break
    time.sleep(1)
    open_ones = len([each for each in os.listdir(f"/proc/{room.process.pid}/fd")])
    check("no more than 600 connections", open_ones <= 620, open_ones)
    check("still there", room.process.poll() is None)
    with open(f"/proc/{room.process.pid}/status") as status:
        check("no new rights, ever", "NoNewPrivs:\t1" in status.read())
    check("only its owner reads the letterbox", os.stat(f"{room.folder}/letterbox.jsonl").st_mode & 0o777 == 0o600)
    for each in more:
        each.close()
    time.sleep(1)
    before = processor(room)
    time.sleep(10)
    print(f"  idle: {(processor(room) - before) / 10:.1f} % of a core")
    room.kill()


still()
down()
try:
    up()
    ways()
    address_goes()
finally:
    down()
sys.exit(1 if failures else 0)
