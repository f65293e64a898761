"""How soon pages can be read on slow 3G, over a line that is really slow, with TLS. Needs root.

python -m bench.slow            five visits, every second one without scripts
python -m bench.slow --times 9
"""

import argparse
import base64
import datetime
import hashlib
import ipaddress
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from bench.browser import HOST
from bench.served import ROOT, Served, environment
from bench.slow_link import HERE, slow_link


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m bench.slow")
    parser.add_argument("--times", type=int, default=5)
    parser.add_argument("--port", type=int, default=8116)
    options = parser.parse_args()
    if os.geteuid() != 0 or not Path("/dev/net/tun").exists():
        print("A slow line needs root on Linux, with /dev/net/tun and ip (iproute2).")
        return 2
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        env = environment("heard", f"sqlite:///{folder}/heard.sqlite3", folder)
        site = Served("heard", options.port, env | {"HEARD_HOSTS": f"{HERE},{HOST}"}, folder)
        site.load()
        with slow_link() as on_phone:
            print(_table(_seen_on(on_phone, site, folder, options.times)))
    return 0


def _seen_on(on_phone: list[str], site: Served, folder: Path, n_times: int) -> list[dict]:
    """What the phone saw of the site, which is served over TLS."""
    site.url = f"https://{HERE}:{site.port}"
    tls, fingerprint = _certificate(folder)
    site.start(host=HERE, tls=tls)
    try:
        command = [*on_phone, sys.executable, "-m", "bench.phone", site.url]
        command += [site.place["page"], str(n_times), fingerprint]
        done = subprocess.run(
            command, cwd=ROOT, env=site.env, check=False, capture_output=True, text=True
        )
    finally:
        site.stop()
    if done.returncode:
        raise RuntimeError(done.stderr)
    return json.loads(done.stdout.splitlines()[-1])


def _table(seen: list[dict]) -> str:
    lines = [f"{'ms':46}{'first':>8}{'most':>8}{'slowest':>9}{'bytes':>8}"]
    for one in seen:
        lines.append(
            f"{one['page']:46}{one['first paint']:>8}{one['largest paint']:>8}"
            f"{one['slowest']:>9}{one['bytes']:>8}"
        )
    return "\n".join(lines)


def _certificate(folder: Path) -> tuple[dict[str, str], str]:
    """Granian's options for a certificate that we sign ourselves, and what the phone knows it by.

    It must be trusted from the start: a browser that is told to overlook an error connects twice.
    """
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, HERE)])
    now = datetime.datetime.now(datetime.UTC)
    certificate = (
        x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
        .not_valid_before(now)
        .not_valid_after(now + datetime.timedelta(days=1))
        .add_extension(
            x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address(HERE))]), False
        )
        .sign(key, hashes.SHA256())
    )
    pem = serialization.Encoding.PEM
    (folder / "certificate.pem").write_bytes(certificate.public_bytes(pem))
    (folder / "key.pem").write_bytes(
        key.private_bytes(pem, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    )
    public = key.public_key().public_bytes(
        serialization.Encoding.DER, serialization.PublicFormat.SubjectPublicKeyInfo
    )
    options = {
        "--ssl-certificate": str(folder / "certificate.pem"),
        "--ssl-keyfile": str(folder / "key.pem"),
    }
    return options, base64.b64encode(hashlib.sha256(public).digest()).decode()


if __name__ == "__main__":
    sys.exit(main())
