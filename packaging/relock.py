"""Write requirements/run.lock and requirements/dev.lock anew from pyproject.toml.

Pins that still fit stay; ``--upgrade`` moves all to today's releases. The locks hold names,
versions, markers and hashes for every platform and no address. uv does the resolving, in an
environment of its own that is thrown away.
"""

import argparse
import subprocess
import sys
import tempfile
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
_FLAGS = ("--universal", "--generate-hashes", "--no-header", "--no-annotate", "--quiet")


def main() -> int:
    """Write both locks; return the exit code."""
    parser = argparse.ArgumentParser(description="Write the lock files anew.")
    parser.add_argument("--upgrade", action="store_true", help="move every pin to its newest")
    upgrade = ["--upgrade"] if parser.parse_args().upgrade else []
    with tempfile.TemporaryDirectory() as folder:
        venv.create(folder, with_pip=True)
        scripts = Path(folder) / ("Scripts" if sys.platform == "win32" else "bin")
        subprocess.run([scripts / "python", "-m", "pip", "install", "--quiet", "uv"], check=True)
        for name, groups in (("run.lock", []), ("dev.lock", ["--group", "dev"])):
            output = ["--output-file", f"requirements/{name}"]
            inputs = ["--python-version", "3.11", *groups, "pyproject.toml"]
            subprocess.run(
                [scripts / "uv", "pip", "compile", *_FLAGS, *upgrade, *inputs, *output],
                check=True,
                cwd=ROOT,
            )
            print(f"requirements/{name}: written")
    return 0


if __name__ == "__main__":
    sys.exit(main())
