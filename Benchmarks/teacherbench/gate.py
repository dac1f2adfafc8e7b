"""The six figures of TeacherBench's correctness gate, and how an engine of it is run and measured.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import csv
import json
import math
import os
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
SCENARIO = os.path.join(ROOT, "scenarios", "teacherbench")
YEARS = 10

# Mean and standard deviation between replications: 4,000 replications of case A.
REFERENCE = {
    "stock": (40141.12, 5.33),
    "pay": (1.79772e9, 1.128e6),
    "retirements": (5193.98, 45.15),
    "resignations": (19686.48, 131.1),
    "promotions": (20649.82, 113.3),
    "hires": (24521.58, 121.1),
}
LIMIT = 4


@dataclass
class Run:
    """What one run took and found."""

    seconds: float  # of the replications alone
    wall: float
    processor: float
    megabytes: float
    means: dict


def z_scores(means, replications):
    """How far means are from the reference, in standard errors of that many replications."""
    return {
        name: (means[name] - mean) / (deviation / math.sqrt(replications))
        for name, (mean, deviation) in REFERENCE.items()
    }


def report(means, replications):
    """Prints the six figures and returns whether all lie within the limit."""
    scores = z_scores(means, replications)
    for name, (mean, _) in REFERENCE.items():
        print(f"  {name:<13}{means[name]:>18,.2f}{mean:>18,.2f}{scores[name]:>8.2f}")
    return all(abs(score) < LIMIT for score in scores.values())


def measured(arguments):
    """Runs a command; returns its output, wall and processor seconds, and peak memory in MB."""
    begin = time.perf_counter()
    process = subprocess.Popen(arguments, stdout=subprocess.PIPE, text=True)
    output = process.stdout.read()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        sys.exit(f"{' '.join(arguments)} ended with status {process.returncode}")
    seconds = time.perf_counter() - begin
    return output, seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def run_program(arguments, teachers, replications):
    """Runs a program that prints its seconds and means, a name and a number a line."""
    output, *usage = measured(arguments + [str(teachers), str(replications)])
    values = {name: float(value) for name, value in map(str.split, output.splitlines())}
    return Run(values.pop("seconds"), *usage, values)


def run_engine(binary, replications, roster=None):
    """Runs the scenario on one thread and reads the seconds and means from its run folder."""
    with tempfile.TemporaryDirectory() as folder:
        # What an earlier run kept would not be simulated.
        arguments = [binary, "run", SCENARIO, "--quiet", "--threads", "1", "--no-store"]
        arguments += ["--replications", str(replications), "--out", f"{folder}/out"]
        if roster:
            arguments += ["--set", f"population.file={roster}"]
        _, *usage = measured(arguments)
        with open(f"{folder}/out/targets.csv", encoding="utf-8-sig", newline="") as file:
            means = {row["target"]: float(row["mean"]) for row in csv.DictReader(file)}
        with open(f"{folder}/out/manifest.json", encoding="utf-8") as file:
            seconds = json.load(file)["execution"]["simulation_seconds"]
        return Run(seconds, *usage, means)


def make_roster(teachers, folder):
    """Compiles the program that writes rosters and writes one."""
    program, roster = f"{folder}/make-roster", f"{folder}/roster-{teachers}.csv"
    source = os.path.join(ROOT, "Benchmarks", "teacherbench", "make-roster.c")
    subprocess.run(["cc", "-std=c11", "-O2", "-o", program, source], check=True)
    with open(roster, "w", encoding="utf-8") as file:
        subprocess.run([program, str(teachers)], stdout=file, check=True)
    return roster
