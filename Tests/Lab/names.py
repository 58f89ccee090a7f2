"""The names of the laboratory: most are dnsmasq's; what it cannot answer is answered here."""
import os
import socket
import struct
import threading

PORT = 5300
OWN_PORT = 5301

A, NS, CNAME, SOA, TXT, AAAA, CAA = 1, 2, 5, 6, 16, 28, 257
SERVFAIL, NXDOMAIN = 2, 3


def command(place, folder):
    (folder / "names.conf").write_text("\n".join(configuration(place)) + "\n")
    return ["dnsmasq", "--keep-in-foreground", f"--conf-file={folder / 'names.conf'}", "--pid-file="]


def configuration(place):
    # Who changes nothing about themselves still ends with this program.
    if os.getuid() == 0:
        yield from ["user=root", "group=root"]
    yield from [
        f"port={PORT}", f"listen-address={place.names}", "bind-interfaces", "no-resolv", "no-hosts", "cache-size=0", "local=/test/",
        "local-ttl=300",
    ]
    here = [
        "edge.cdn", "bare", "x.rival", "two", "good", "expired", "future", "soon", "wrongname", "nosan", "selfsigned",
        "untrusted", "incomplete", "oldinter", "weak", "many", "caa", "xn--fiq228c", "hop12", "plain", "split",
    ]
    yield from (f"host-record={name}.test,{place.site}" for name in here)
    yield from [
        f"host-record=two.test,{place.dead}", f"host-record=conf.test,{place.dead}", f"host-record=priv.test,{place.forbidden}",
        "host-record=sink.test,0.0.0.0", "host-record=v6.test,::1", f"host-record=both.test,{place.site},::1",
        f"host-record=mapped.test,::ffff:{place.forbidden}", f"host-record=mixed.test,{place.site}",
        f"host-record=mixed.test,{place.forbidden}", "txt-record=only-txt.test,hello", f"address=/wild.test/{place.site}",
        # What the resolver remembers, and the zone's own servers do not say.
        "txt-record=_desk-challenge.late.proof.test,desk-proof=old", "txt-record=_desk-challenge.gone.proof.test,desk-proof=abc",
        "caa-record=caa.test,0,issue,other-ca.test", "cname=www.ok.test,edge.cdn.test", "cname=other.test,x.rival.test",
    ]
    # Raw records go where dnsmasq would put things right.
    steps = {"conf": "edge.cdn", "loop-a": "loop-b", "loop-b": "loop-a", "dang": "gone.cdn"}
    steps.update({f"hop{step}": f"hop{step + 1}" for step in range(12)})
    yield from (f"dns-rr={name}.test,{CNAME},{wire(target + '.test').hex()}" for name, target in steps.items())
    yield from (
        f"server=/{zone}.test/{place.names}#{OWN_PORT}" for zone in ("broken", "slow", "cut", "proof"))


def wire(name):
    return b"".join(bytes([len(label)]) + label.encode() for label in name.split(".") if label) + b"\0"


def text(*parts):
    return b"".join(bytes([len(part)]) + part.encode() for part in parts)


def soa():
    return wire("ns.proof.test") + wire("admin.proof.test") + struct.pack(">5I", 1, 3600, 600, 86400, 120)


def records(place):
    """The zone proof.test: who proves what, and how it goes wrong. Name -> (type, value) ..."""
    challenge = "_desk-challenge."
    return {
        "proof.test": [(NS, wire("ns.proof.test")), (SOA, soa())],
        "ns.proof.test": [(A, socket.inet_aton(place.names))],
        challenge + "right.proof.test": [(TXT, text("desk-proof=abc"))],
        challenge + "among.proof.test": [
            (TXT, text("v=spf1 -all")), (TXT, text("desk-proof=old")), (TXT, text("desk-proof=abc"))],
        challenge + "split.proof.test": [(TXT, text("desk-pro", "of=", "abc"))],
        challenge + "deleg.proof.test": [(CNAME, wire(challenge + "right.proof.test"))],
        challenge + "wrong.proof.test": [(TXT, text("desk-proof=abd"))],
        challenge + "case.proof.test": [(TXT, text("desk-proof=ABC"))],
        challenge + "late.proof.test": [(TXT, text("desk-proof=abc"))],
        challenge + "looped.proof.test": [(CNAME, wire(challenge + "looped.proof.test"))],
        # Every name below it answers the same.
        "*.wild.proof.test": [(TXT, text("desk-proof=abc"))],
        "file.proof.test": [(A, socket.inet_aton(place.site))],
        "nofile.proof.test": [(A, socket.inet_aton(place.site))],
        "away.proof.test": [(A, socket.inet_aton(place.site))],
        "echo.proof.test": [(A, socket.inet_aton(place.site))],
        "big.proof.test": [(A, socket.inet_aton(place.site))],
        "inner.proof.test": [(A, socket.inet_aton(place.forbidden))],
    }


def serve(place):
    zone = records(place)
    one = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    one.bind((place.names, OWN_PORT))
    threading.Thread(target=serve_datagrams, args=(one, zone, place), daemon=True).start()
    two = socket.create_server((place.names, OWN_PORT))
    threading.Thread(target=serve_connections, args=(two, zone, place), daemon=True).start()
    # A resolver that never answers.
    three = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    three.bind((place.names, OWN_PORT + 1))
    threading.Thread(target=lambda: [three.recv(1) for _ in iter(int, 1)], daemon=True).start()


def serve_datagrams(one, zone, place):
    while True:
        query, sender = one.recvfrom(4096)
        reply = answer(query, zone, place, is_datagram=True)
        if reply:
            one.sendto(reply, sender)


def serve_connections(listener, zone, place):
    while True:
        connection, _ = listener.accept()
        threading.Thread(target=serve_connection, args=(connection, zone, place), daemon=True).start()


def serve_connection(connection, zone, place):
    with connection:
        connection.settimeout(5)
        try:
            while length := connection.recv(2, socket.MSG_WAITALL):
                query = connection.recv(struct.unpack(">H", length)[0], socket.MSG_WAITALL)
                reply = answer(query, zone, place, is_datagram=False)
                connection.sendall(struct.pack(">H", len(reply)) + reply)
        except (OSError, struct.error):
            pass


def answer(query, zone, place, is_datagram):
    """The reply, or nothing where silence is the fault."""
    name, kind, question = read(query)
    if name.endswith("slow.test"):
        return None
    if name.endswith("broken.test"):
        return reply(query, question, code=SERVFAIL)
    if name.endswith("garbled.test"):
        # Five answers are announced, and the first points at itself.
        return query[:2] + struct.pack(">5H", 0x8580, 1, 5, 0, 0) + question + b"\xc0" + bytes([12 + len(question)])
    if name.endswith("cut.test"):
        if is_datagram:
            return reply(query, question, flags=0x0200)
        found = [(A, socket.inet_aton(place.site))] if kind == A else []
        return reply(query, question, found)
    star = "*." + name.split(".", 1)[1].split(".", 1)[-1] if name.startswith("_desk-challenge.") else None
    held = zone.get(name) or zone.get("*." + name.split(".", 1)[-1]) or zone.get(star)
    if held is None:
        return reply(query, question, code=NXDOMAIN, authority=soa())
    found = [(type_, value) for type_, value in held if type_ in (kind, CNAME)]
    return reply(query, question, found, authority=None if found else soa())


def read(query):
    labels, at = [], 12
    while query[at]:
        labels.append(query[at + 1:at + 1 + query[at]].decode("latin-1"))
        at += 1 + query[at]
    kind = struct.unpack(">H", query[at + 1:at + 3])[0]
    return ".".join(labels).lower(), kind, query[12:at + 5]


def reply(query, question, found=(), code=0, flags=0, authority=None):
    head = query[:2] + struct.pack(">5H", 0x8580 | flags | code, 1, len(found), 1 if authority else 0, 0)
    body = b"".join(b"\xc0\x0c" + struct.pack(">HHIH", kind, 1, 60, len(value)) + value for kind, value in found)
    if authority:
        body += wire("proof.test") + struct.pack(">HHIH", SOA, 1, 900, len(authority)) + authority
    return head + question + body
