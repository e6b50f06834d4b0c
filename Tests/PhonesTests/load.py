"""200 phones on loopback: how long it takes from a vote to its acknowledgement, here and in a room of Node's own http.

python3 Tests/PhonesTests/load.py [PHONES [ROUNDS]]; PAIRS=5 for the median of five pairs. Needs cc, node and Scripts/phones.
"""
import os
import statistics
import subprocess
import sys
import tempfile

from room import ROOT, Room, vote

PHONES = int(sys.argv[1]) if len(sys.argv) > 1 else 200
ROUNDS = int(sys.argv[2]) if len(sys.argv) > 2 else 10


def crowd(client, site, code, show):
    """All phones vote as soon as they see a round; the milliseconds that each vote took."""
    host, port = site.split(":")
    phones = subprocess.Popen([client, host, port, code, str(PHONES), str(ROUNDS)], stdout=subprocess.PIPE, text=True)
    taken = []
    for line in phones.stdout:
        kind, _, value = line.partition(" ")
        if kind == "ready":
            show(int(value))
        elif kind == "took":
            taken.append(float(value))
    assert phones.wait() == 0 and len(taken) == PHONES * ROUNDS, len(taken)
    return sorted(taken)


def told(name, taken, kilobytes):
    p99 = taken[int(len(taken) * 0.99) - 1]
    print(f"{name}: {len(taken)} votes of {PHONES} phones, vote to acknowledged: median {statistics.median(taken):.1f} ms, "
          f"p99 {p99:.1f} ms, most {taken[-1]:.1f} ms; peak memory {kilobytes / 1024:.1f} MiB", flush=True)
    return p99


def ours(client):
    room = Room()

    def show(version):
        room.notice(form=vote("dots", round=version, dots=3, most=2), version=version)

    show(1)
    taken = crowd(client, room.site, room.code, show)
    for version in range(2, 2 + ROUNDS):
        room.tell({"is": "close-round", "round": version})
        ballots = room.wait("round-closed")["ballots"]
        assert len(ballots) == PHONES and all(each["marks"] == [2, 1, 0] for each in ballots), len(ballots)
    p99 = told("plenum-phones", taken, room.kilobytes())
    room.close()
    return p99


def node(client):
    peer = subprocess.Popen(["node", f"{ROOT}/Tests/Peers/node_room.js"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    site = peer.stdout.readline().strip()

    def show(version):
        peer.stdin.write(f"{version}\n")
        peer.stdin.flush()
        peer.stdout.readline()

    show(1)
    taken = crowd(client, site, "K7QM", show)
    with open(f"/proc/{peer.pid}/status") as status:
        peak = int(next(line for line in status if line.startswith("VmHWM")).split()[1])
    p99 = told("node", taken, peak)
    peer.kill()
    peer.wait()
    return p99


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        client = f"{folder}/phones"
        subprocess.run(["cc", "-O2", "-o", client, f"{ROOT}/Tests/PhonesTests/phones.c"], check=True)
        pairs = [(ours(client), node(client)) for _ in range(int(os.environ.get("PAIRS", "1")))]
    print(f"ratio of the p99, median of {len(pairs)}: {statistics.median(mine / other for mine, other in pairs):.2f}")
