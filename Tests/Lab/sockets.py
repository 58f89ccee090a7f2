"""Servers that no web server would be: silent, rude, slow, endless."""
import itertools
import socket
import struct
import threading
import time

SILENT, RESETTING, EMPTY, GARBAGE, SHORT, SLOW_HEAD, FULL, ENDLESS, CHUNKS, CUT_HEAD, NO_LOCATION, SLOW_BODY = range(9001, 9013)
HEAD = b"HTTP/1.1 200 OK\r\n"
counted = itertools.count()
seen = 0


def serve(place):
    for port, answer in {
            SILENT: be_silent, RESETTING: reset, EMPTY: end, GARBAGE: send(b"SSH-2.0-OpenSSH_9\r\n"),
            SHORT: send(HEAD + b"Content-Length: 1000\r\n\r\nhalf"), SLOW_HEAD: drip_head, ENDLESS: send_heads,
            CHUNKS: send(HEAD + b"Transfer-Encoding: chunked\r\n\r\n5\r\nhello\r\nzz\r\n"),
            CUT_HEAD: send(HEAD + b"X: 1\r\n"), NO_LOCATION: send(b"HTTP/1.1 302 Found\r\nContent-Length: 0\r\n\r\n"),
            SLOW_BODY: drip_body,
    }.items():
        listen(place.site, port, answer)
    listen(place.forbidden, 8099, count)
    listen(place.forbidden, place.http, count)
    listen(place.forbidden, 8082, count)
    fill(place.site)


def listen(address, port, answer):
    listener = socket.socket()
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    listener.bind((address, port))
    listener.listen(64)

    def accept():
        while True:
            connection, _ = listener.accept()
            threading.Thread(target=converse, args=(connection, answer), daemon=True).start()

    threading.Thread(target=accept, daemon=True).start()


def converse(connection, answer):
    with connection:
        connection.settimeout(30)
        try:
            answer(connection)
        except OSError:
            pass


def be_silent(connection):
    while connection.recv(4096):
        pass


def reset(connection):
    connection.recv(10)
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))


def end(connection):
    connection.recv(4096)


def send(answer):
    def converse(connection):
        connection.recv(4096)
        connection.sendall(answer)

    return converse


def drip_head(connection):
    connection.recv(4096)
    drip(connection, HEAD + b"X: " + b"a" * 100)


def drip_body(connection):
    connection.recv(4096)
    connection.sendall(HEAD + b"Content-Length: 100\r\n\r\n")
    drip(connection, b"a" * 100)


def drip(connection, text):
    for byte in text:
        connection.sendall(bytes([byte]))
        time.sleep(0.2)


def send_heads(connection):
    connection.recv(4096)
    connection.sendall(HEAD)
    for number in range(1_000_000):
        connection.sendall(f"X-{number}: {'a' * 100}\r\n".encode())


def count(connection):
    global seen
    seen = next(counted) + 1


def forbidden_connections(place):
    return seen


waiting = []


def fill(address):
    """A queue that is full: whoever connects next waits for ever."""
    listener = socket.socket()
    listener.bind((address, FULL))
    listener.listen(0)
    waiting.append(listener)
    for _ in range(4):
        one = socket.socket()
        one.setblocking(False)
        one.connect_ex((address, FULL))
        waiting.append(one)
