#!/usr/bin/env python3
"""TeacherBench-1 in numpy, single thread, written from the specification in README.md.

Usage: teacherbench_numpy.py [TEACHERS [REPLICATIONS [SEED]]]
Random numbers: PCG64, one generator for each replication.
SPDX-License-Identifier: GPL-3.0-or-later
"""

import sys
import time

import numpy

COUNTIES, STAGES, SUBJECTS, GRADES, YEARS = 13, 4, 16, 4, 10
CELLS, GROUPS = COUNTIES * STAGES * SUBJECTS, COUNTIES * STAGES
FIGURES = ["stock", "pay", "retirements", "resignations", "promotions", "hires"]


def splitmix64(x):
    with numpy.errstate(over="ignore"):
        x = x + numpy.uint64(0x9E3779B97F4A7C15)
        x = (x ^ (x >> numpy.uint64(30))) * numpy.uint64(0xBF58476D1CE4E5B9)
        x = (x ^ (x >> numpy.uint64(27))) * numpy.uint64(0x94D049BB133111EB)
        return x ^ (x >> numpy.uint64(31))


def opening(teachers, schools):
    """The columns cell, sex, age in months, grade and school of the opening."""
    i = numpy.arange(teachers, dtype=numpy.uint64)
    h1, h2 = splitmix64(2 * i + numpy.uint64(1)), splitmix64(2 * i + numpy.uint64(2))

    def part(word, shift, modulus):
        return ((word >> numpy.uint64(shift)) & numpy.uint64(0xFFFF)).astype(int) % modulus

    def member(cumulative, percentile):
        return numpy.searchsorted(cumulative, percentile, side="right")

    county = member([20, 33, 44, 53, 61, 68, 74, 80, 85, 89, 93, 97], part(h1, 0, 100))
    stage = member([35, 70, 88], part(h1, 16, 100))
    grade = member([40, 75, 95], part(h2, 32, 100))
    cell = (county * STAGES + stage) * SUBJECTS + part(h1, 32, 16)
    age = 288 + (h2 & numpy.uint64(0xFFFFFFFF)).astype(int) % 480
    school = county + 13 * part(h2, 48, schools)
    sex = part(h1, 48, 100) < 60
    types = [numpy.int16, numpy.int8, numpy.int16, numpy.int8, numpy.int32]
    return [column.astype(kind) for column, kind in zip([cell, sex, age, grade, school], types)]


AGES = numpy.arange(128)
Q = (0.02 + 0.06 / (1 + numpy.exp((AGES - 30) / 3)) + 0.25 / (1 + numpy.exp(-(AGES - 60) / 1.5)))
Q = numpy.stack([Q, 1.1 * Q]).astype(numpy.float32) * ((AGES >= 20) & (AGES <= 70))
PAY = (30000 + 8000 * numpy.arange(GRADES)[:, None] + 600 * numpy.clip(AGES - 24, 0, 20))
APPLIES = numpy.array([0.12, 0.06, 0.03, 0], dtype=numpy.float32)
CAP = numpy.array([0.36, 0.21, 0.06])
GROWTH = numpy.array([-0.01, 0, 0.01, 0.005])
LIMIT = numpy.array([65, 63], dtype=numpy.int16)


def promote(candidates, cell, grade, by_grade, generator):
    """Promotes candidates, those with the smallest random numbers where places are few."""
    places = numpy.floor(CAP * by_grade.sum(axis=1)[:, None]).astype(int) - by_grade[:, 1:]
    bucket = cell[candidates] // SUBJECTS * GRADES + grade[candidates]
    order = numpy.lexsort((generator.random(len(candidates), dtype=numpy.float32), bucket))
    bucket = bucket[order]
    number = numpy.bincount(bucket, minlength=GROUPS * GRADES)
    rank = numpy.arange(len(bucket)) - (numpy.cumsum(number) - number)[bucket]
    limits = numpy.zeros((GROUPS, GRADES), dtype=int)
    limits[:, :-1] = numpy.maximum(places, 0)
    risen = candidates[order][rank < limits.ravel()[bucket]]
    grade[risen] += 1
    return len(risen)


def replication(start, demand, schools, generator):
    cell, sex, age, grade, school = [column.copy() for column in start]
    by_grade = numpy.bincount(cell // SUBJECTS * GRADES + grade, minlength=GROUPS * GRADES)
    rows = []
    for year in range(YEARS):
        age += 12
        years = age // 12
        retires = years >= LIMIT[sex]
        draws = generator.random(len(cell), dtype=numpy.float32)
        resigns = ~retires & (draws < Q[sex, years])
        stays = ~(retires | resigns)
        retired, resigned = int(retires.sum()), int(resigns.sum())
        cell, sex, age, grade, school = [c[stays] for c in (cell, sex, age, grade, school)]
        draws = generator.random(len(cell), dtype=numpy.float32)
        candidates = numpy.flatnonzero(draws < APPLIES[grade])
        promoted = promote(candidates, cell, grade, by_grade.reshape(GROUPS, GRADES), generator)
        vacant = numpy.maximum(0, demand[year] - numpy.bincount(cell, minlength=CELLS))
        entered = numpy.repeat(numpy.arange(CELLS), generator.binomial(vacant, 0.99))
        hires = len(entered)
        cell = numpy.concatenate([cell, entered.astype(numpy.int16)])
        sex = numpy.concatenate([sex, (generator.random(hires) < 0.6).astype(numpy.int8)])
        age = numpy.concatenate([age, generator.integers(264, 384, hires, dtype=numpy.int16)])
        grade = numpy.concatenate([grade, numpy.zeros(hires, dtype=numpy.int8)])
        lots = generator.integers(0, schools, hires, dtype=numpy.int32)
        at = (entered // (STAGES * SUBJECTS) + 13 * lots).astype(numpy.int32)
        school = numpy.concatenate([school, at])
        stock = numpy.bincount(cell, minlength=CELLS)
        by_grade = numpy.bincount(cell // SUBJECTS * GRADES + grade, minlength=GROUPS * GRADES)
        pay = int(PAY[grade, age // 12].sum())
        rows.append((stock, by_grade, pay, retired, resigned, promoted, hires))
    return rows


def main():
    teachers, replications, seed = [
        int(word) for word in sys.argv[1:] + ["40500", "100", "12345"][len(sys.argv) - 1 :]
    ]
    schools = max(1, int(998 * teachers / 40500 / 13 + 0.5))
    start = opening(teachers, schools)
    first = numpy.bincount(start[0], minlength=CELLS)
    stage = numpy.arange(CELLS) // SUBJECTS % STAGES
    demand = [
        numpy.floor(first * (1 + GROWTH[stage]) ** t + 0.5).astype(int) for t in range(1, YEARS + 1)
    ]
    begin = time.perf_counter()
    output = [
        replication(start, demand, schools, numpy.random.Generator(numpy.random.PCG64(seed + r)))
        for r in range(replications)
    ]
    print(f"seconds {time.perf_counter() - begin:.6f}")
    figures = numpy.array(
        [
            [rows[-1][0].sum(), rows[-1][2]] + [sum(row[i] for row in rows) for i in range(3, 7)]
            for rows in output
        ]
    )
    for name, mean in zip(FIGURES, figures.mean(axis=0)):
        print(f"{name} {mean:.4f}")


main()
