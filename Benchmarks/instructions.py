"""Counts the instructions that replications take, which no other program on the machine changes.

Valgrind counts them by running the program in a simulated processor; where it is missing or cannot
run the program, the counters of the processor are read by perf.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import os
import re
import subprocess

# Hashing is seeded at random otherwise, and with it the work of hash tables.
ENVIRONMENT = os.environ | {"SWIFT_DETERMINISTIC_HASHING": "1", "WORKFORCE_STORE": "none"}


def run(command):
    """What a command says on standard error, or None if it fails."""
    try:
        done = subprocess.run(command, env=ENVIRONMENT, check=True, capture_output=True, text=True)
    except (OSError, subprocess.CalledProcessError):
        return None
    return done.stderr


def by_valgrind(binary, arguments, folder):
    # Valgrind may stumble over debugging information of newer compilers.
    plain = f"{folder}/plain"
    if not os.path.exists(plain) and run(["strip", "--strip-debug", "-o", plain, binary]) is None:
        return None
    tool = ["valgrind", "--tool=cachegrind", "--cache-sim=no", "--cachegrind-out-file=/dev/null"]
    counted = re.search(r"I +refs: +([\d,]+)", run(tool + [plain] + arguments) or "")
    return int(counted.group(1).replace(",", "")) if counted else None


def by_counters(binary, arguments):
    counter = ["perf", "stat", "-x,", "-e", "instructions:u", "--"]
    counted = re.search(r"^(\d+),", run(counter + [binary] + arguments) or "", re.MULTILINE)
    return int(counted.group(1)) if counted else None


def of_replications(binary, scenario, few, many, folder, settings=()):
    """The instructions of one replication of a scenario, or None where they cannot be counted.

    Start-up and tables drop out, as the runs of few and of many replications have them alike: few
    are two at least, since the distribution of a single figure takes less work.
    """

    def count(replications):
        arguments = ["run", scenario, "--quiet", "--threads", "1", "--no-store"]
        arguments += ["--replications", str(replications), "--out", f"{folder}/counted"]
        arguments += [word for setting in settings for word in ("--set", setting)]
        return by_valgrind(binary, arguments, folder) or by_counters(binary, arguments)

    counts = count(few), count(many)
    return None if None in counts else (counts[1] - counts[0]) / (many - few)
