#!/usr/bin/env python3
"""Sets up the laboratory and takes it down again: see README.md.

usage: lab.py FOLDER
"""
import ctypes
import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import threading
import time
from pathlib import Path

sys.dont_write_bytecode = True

import certificates
import names
import sites
import sockets

LIFE_SECONDS = 600


def main():
    # Whoever starts this may have closed its ears to signals; what it starts would inherit that.
    signal.pthread_sigmask(signal.SIG_SETMASK, [])
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    folder = Path(sys.argv[1])
    place = Place(os.getpid())
    certificates.make(folder / "certificates")
    names.serve(place)
    sockets.serve(place)
    children = []
    try:
        children.append(start(names.command(place, folder), folder / "dnsmasq.log"))
        children.append(start(sites.command(place, folder), folder / "nginx.log"))
        wait_until_ready(place, folder, children)
        print(json.dumps(place.description(folder)), flush=True)
        print("ready", flush=True)
        listen(place)
    finally:
        for child in children:
            child.kill()
        for child in children:
            child.wait(timeout=5)
        shutil.rmtree(folder, ignore_errors=True)


class Place:
    """The addresses and ports of one laboratory."""

    def __init__(self, number):
        # Some of these may be in use by chance; none of 0.x, which everybody uses.
        self.net = f"127.{16 + number // 250 % 200}.{1 + number % 250}"
        self.names, self.site, self.forbidden, self.dead = (f"{self.net}.{last}" for last in (1, 2, 3, 4))
        self.http = free_port("::1") if has_ipv6() else 8080
        self.v6 = free_port("::1") if has_ipv6() else None

    def description(self, folder):
        return {
            "names": self.names, "site": self.site, "forbidden": self.forbidden, "dead": self.dead, "http": self.http,
            "v6": self.v6, "root": str(folder / "certificates" / "lab-root.pem"),
        }


def has_ipv6():
    try:
        with socket.socket(socket.AF_INET6) as one:
            one.bind(("::1", 0))
        return True
    except OSError:
        return False


def free_port(address):
    with socket.socket(socket.AF_INET6) as one:
        one.bind((address, 0))
        return one.getsockname()[1]


def start(command, log):
    program = shutil.which(command[0]) or f"/usr/sbin/{command[0]}"
    library = ctypes.CDLL(None, use_errno=True)
    with open(log, "wb") as output:
        # Whatever ends this program ends its children: 1 is PR_SET_PDEATHSIG.
        return subprocess.Popen(
            [program, *command[1:]], stdin=subprocess.DEVNULL, stdout=output, stderr=output,
            preexec_fn=lambda: library.prctl(1, signal.SIGKILL))


def wait_until_ready(place, folder, children):
    for address, port in ((place.names, names.PORT), (place.site, place.http), (place.site, sites.TLS)):
        for _ in range(200):
            if any(child.poll() is not None for child in children):
                logs = "\n".join((folder / log).read_text() for log in ("dnsmasq.log", "nginx.log"))
                sys.exit(f"lab: a server ended at once: {logs}")
            with socket.socket() as one:
                if one.connect_ex((address, port)) == 0:
                    break
            time.sleep(0.02)
        else:
            sys.exit(f"lab: nobody answers at {address}:{port}")


def listen(place):
    """Answers until the input ends."""
    threading.Thread(target=expire, daemon=True).start()
    for line in sys.stdin:
        if line.strip() == "forbidden":
            print(sockets.forbidden_connections(place), flush=True)


def expire():
    time.sleep(LIFE_SECONDS)
    os.kill(os.getpid(), signal.SIGTERM)


if __name__ == "__main__":
    main()
