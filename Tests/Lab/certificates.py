"""Makes certificates that are good, and certificates that are wrong in one way each."""
import subprocess
from datetime import datetime, timedelta, timezone

AUTHORITY = "basicConstraints=critical,CA:TRUE\nkeyUsage=critical,keyCertSign,cRLSign\n"
CONFIGURATION = """
[ca]
default_ca = lab
[lab]
database = index.txt
serial = serial
new_certs_dir = .
default_md = sha256
policy = any
copy_extensions = copy
unique_subject = no
[any]
commonName = supplied
[req]
distinguished_name = name
[name]
[authority]
basicConstraints = critical,CA:TRUE
keyUsage = critical,keyCertSign,cRLSign
"""

# Name: names in it, first and last day from today, who signs, whether who signed is sent along.
LEAVES = {
    "good": (["good.test", "*.wild.test", "*.proof.test", "caa.test"], -1, 90, "inter", True),
    "expired": (["expired.test"], -90, -2, "inter", True),
    "future": (["future.test"], 5, 90, "inter", True),
    "soon": (["soon.test"], -80, 6, "inter", True),
    "wrongname": (["someone-else.test", "www.someone-else.test"], -1, 90, "inter", True),
    "nosan": ([], -1, 90, "inter", True),
    "untrusted": (["untrusted.test"], -1, 90, "stranger", True),
    "incomplete": (["incomplete.test"], -1, 90, "inter", False),
    "oldinter": (["oldinter.test"], -1, 90, "old-inter", True),
    "weak": (["weak.test"], -1, 90, "inter", True),
    "many": (["many.test"], -1, 90, "inter", True),
}


def make(folder):
    folder.mkdir(parents=True)
    (folder / "lab.cnf").write_text(CONFIGURATION)
    (folder / "index.txt").write_text("")
    (folder / "serial").write_text("1000\n")
    root(folder, "lab-root")
    root(folder, "stranger")
    sign(folder, "inter", [], -10, 1000, "lab-root", is_authority=True)
    sign(folder, "old-inter", [], -900, -3, "lab-root", is_authority=True)
    for name, (names, first, last, signer, is_sent) in LEAVES.items():
        sign(folder, name, names, first, last, signer, bits=1024 if name == "weak" else None)
        chain = read(folder, name) + (read(folder, signer) if is_sent else "")
        (folder / f"{name}.chain").write_text(chain)
    self_signed(folder, "selfsigned")
    # More than any server needs, and than a client should read.
    (folder / "many.chain").write_text(read(folder, "many") + read(folder, "inter") * 2000)


def read(folder, name):
    return (folder / f"{name}.pem").read_text()


def openssl(folder, *words):
    subprocess.run(["openssl", *map(str, words)], cwd=folder, check=True, capture_output=True)


def key(folder, name, bits=None):
    kind = ["-algorithm", "RSA", "-pkeyopt", f"rsa_keygen_bits:{bits}"] if bits else [
        "-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-256"]
    openssl(folder, "genpkey", *kind, "-out", f"{name}.key")


def root(folder, name):
    key(folder, name)
    openssl(
        folder, "req", "-x509", "-new", "-config", "lab.cnf", "-extensions", "authority", "-key", f"{name}.key", "-subj", f"/CN={name}",
        "-days", 3650, "-out", f"{name}.pem")


def self_signed(folder, name):
    key(folder, name)
    openssl(
        folder, "req", "-x509", "-new", "-config", "lab.cnf", "-key", f"{name}.key", "-subj", f"/CN={name}.test",
        "-addext", f"subjectAltName=DNS:{name}.test", "-days", 30, "-out", f"{name}.chain")


def sign(folder, name, names, first, last, signer, is_authority=False, bits=None):
    key(folder, name, bits)
    wanted = ["-addext", "subjectAltName=" + ",".join(f"DNS:{one}" for one in names)] if names else []
    openssl(
        folder, "req", "-new", "-config", "lab.cnf", "-key", f"{name}.key", "-subj", f"/CN={name}", *wanted, "-out",
        f"{name}.csr")
    extensions = ["-extensions", "authority"] if is_authority else []
    openssl(
        folder, "ca", "-batch", "-notext", "-config", "lab.cnf", "-cert", f"{signer}.pem", "-keyfile", f"{signer}.key",
        "-in", f"{name}.csr", "-startdate", day(first), "-enddate", day(last), *extensions, "-out", f"{name}.pem")


def day(offset):
    return (datetime.now(timezone.utc) + timedelta(days=offset)).strftime("%Y%m%d%H%M%SZ")
