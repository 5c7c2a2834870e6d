"""Writes binomial-table.json: SciPy's binomial masses, tails and Wilson limits, checked against 40-digit sums.

    python3 -m venv venv && venv/bin/pip install scipy==1.17.1 mpmath==1.4.1
    venv/bin/python make-binomial-table.py > binomial-table.json

A row is [n, p, x, P(X = x), P(X >= x), P(X <= x)]. Values below 1e-290 are left out (null): doubles lose digits there.
"""

import json
import sys

import mpmath
from scipy.stats import binom, binomtest

mpmath.mp.dps = 40
SIZES = [1, 2, 5, 20, 50, 100, 200, 299, 300, 500, 2_000, 10_000, 100_000, 10**6, 10**7, 10**8]
SHARES = [0.001, 0.01, 0.03, 0.3, 0.7, 0.99]
TINIEST = 1e-290


def counts(n, p):
    mean, sd = n * p, (n * p * (1 - p)) ** 0.5
    steps = [-20, -6, -2, 0, 2, 6, 20]
    return sorted({0, n} | {x for s in steps if 0 <= (x := round(mean + s * sd)) <= n})


def mass_of(n, p, x):
    p = mpmath.mpf(p)
    log = mpmath.loggamma(n + 1) - mpmath.loggamma(x + 1) - mpmath.loggamma(n - x + 1)
    return mpmath.exp(log + x * mpmath.log(p) + (n - x) * mpmath.log(1 - p))


def tail(n, p, x, step):
    """The sum of masses from x on in one direction, by their ratios; through the mean by the complement."""
    if (x - n * p) * step < 0:
        return 1 - tail(n, p, x - step, -step) if 0 <= x - step <= n else mpmath.mpf(1)
    odds = mpmath.mpf(p) / (1 - mpmath.mpf(p))
    total = term = mass_of(n, p, x)
    while 0 <= x + step <= n and term > total * mpmath.mpf(10) ** -25:
        term *= (n - x) * odds / (x + 1) if step > 0 else x / (odds * (n - x + 1))
        x += step
        total += term
    return total


def kept(name, found, exact, n, p, x):
    if exact < TINIEST:
        return None
    worst = abs(mpmath.mpf(found) / exact - 1)
    assert worst < 1e-9, f"SciPy is off by {worst} in {name} at n={n} p={p} x={x}"
    return float(found)


def row(n, p, x):
    mass, above, below = mass_of(n, p, x), tail(n, p, x, 1), tail(n, p, x, -1)
    return [
        n,
        p,
        x,
        kept("mass", binom.pmf(x, n, p), mass, n, p, x),
        kept("upper", binom.sf(x - 1, n, p), above, n, p, x),
        kept("lower", binom.cdf(x, n, p), below, n, p, x),
    ]


def wilson(x, n):
    limits = binomtest(x, n).proportion_ci(method="wilson")
    return [x, n, float(limits.low), float(limits.high)]


def main():
    rows = [row(n, p, x) for n in SIZES for p in SHARES for x in counts(n, p)]
    pairs = [(0, 5), (1, 12), (5, 5), (3, 300), (1, 100), (3, 5112), (31, 99), (48, 50), (0, 10**6)]
    lines = ",\n    ".join(json.dumps(each) for each in rows)
    limits = ",\n    ".join(json.dumps(wilson(x, n)) for x, n in pairs)
    sys.stdout.write(f'{{\n  "binomial": [\n    {lines}\n  ],\n  "wilson": [\n    {limits}\n  ]\n}}\n')


main()
