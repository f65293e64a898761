"""The server dies at any moment of a journey: what was sent is there once, and nothing is lost.

Ten moments of those that `make soak` goes through; needs no browser, but a served site.
"""

import os
import subprocess
import sys

from tests.journeys.conftest import ROOT


def test_no_moment_of_death_loses_or_doubles_an_answer(unserved_site):
    command = [sys.executable, "-m", "bench.soak", "--here", "--points", "10", "--seed", "28"]
    env = unserved_site.env | {"PYTHONPATH": os.pathsep.join([str(ROOT / "site"), str(ROOT)])}

    soaked = subprocess.run(
        [*command, "--port", str(unserved_site.port)],
        env=env,
        cwd=ROOT,
        check=False,
        capture_output=True,
        text=True,
    )

    assert soaked.returncode == 0, soaked.stdout + soaked.stderr
    assert "10 points" in soaked.stdout
    assert "Nothing was lost or doubled." in soaked.stdout
