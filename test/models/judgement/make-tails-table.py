"""Writes tails-table.json: both tails of beta and gamma distributions, SciPy's where 40 digits of mpmath confirm them.

    python3 -m venv venv && venv/bin/pip install scipy==1.17.1 mpmath==1.3.0
    venv/bin/python make-tails-table.py > tails-table.json

Rows: beta [x, a, b, P(X <= x), P(X >= x)], gamma [x, shape, P(X <= x), P(X >= x)]. The digits come from power series of positive
terms, no continued fraction: I_x(a, b) = x^a y^b / (a B(a, b)) sum (a+b)_k / (a+1)_k x^k, its other tail by exchange of a and b, and
the like for the gamma distribution. Where SciPy is off by more than 1e-10, mpmath's value stands; `fromMpmath` counts these.
Values below 1e-290 are left out (null): doubles lose digits there.
"""

import json
import re
import sys

import mpmath
from mpmath import mpf
from scipy.stats import beta, gamma

mpmath.mp.dps = 40
TINIEST = 1e-290
FADED = mpf(10) ** -22
SHAPES = [
    (1, 1), (0.5, 0.5), (2, 3), (0.02, 4), (0.8, 79.2), (1.8, 128.2), (3, 0.25), (1, 300), (4, 297), (48, 3),
    (30.5, 69.5), (700, 9301), (5e4, 5e4), (3, 1e6), (1e6, 2.5), (1e4, 1e6), (7, 1e8), (1e6, 9.9e7), (5e7, 5e7),
    (0.52, 5.66e7), (9.2e7, 0.03),
]
GAMMAS = [0.02, 0.5, 1, 2.5, 3, 17, 60, 1000.5, 5e4, 1e6, 1e8]
STEPS = [-25, -8, -2, 0, 1, 4, 12, 30]
other = 0


def series(ratio):
    """1 + r(1) + r(1) r(2) + ... of positive terms that fade in the end."""
    total = term = mpf(1)
    k = 0
    while True:
        k += 1
        r = ratio(k)
        term *= r
        total += term
        if r < 1 and term < total * (1 - r) * (FADED if mpmath.mp.dps < 100 else FADED**15):
            return total


def lower_beta(x, y, a, b):
    scale = mpmath.loggamma(a + b) - mpmath.loggamma(a + 1) - mpmath.loggamma(b)
    return mpmath.exp(scale + a * mpmath.log(x) + b * mpmath.log(y)) * series(lambda k: (a + b + k - 1) / (a + k) * x)


def beta_tails(x, a, b):
    x, y, a, b = mpf(x), 1 - mpf(x), mpf(a), mpf(b)
    if a > 20 * b:
        return beta_tails(y, b, a)[::-1]
    if x * (a + b) < a:
        low = lower_beta(x, y, a, b)
        return low, 1 - low
    if y > 0.9 and b > 20 * a:  # the other series would need millions of terms: enough digits for a difference from 1 instead
        with mpmath.workdps(340):
            low = lower_beta(x, 1 - x, a, b)
            return low, 1 - low
    high = lower_beta(y, x, b, a)
    return 1 - high, high


def mass(s, x):
    return mpmath.exp(s * mpmath.log(x) - x - mpmath.loggamma(s + 1))


def gamma_tails(x, s):
    """The upper tail steps down from s to a shape within 0...1: Q(s) = mass(s - 1) + mass(s - 2) + ... + Q(rest)."""
    x, s = mpf(x), mpf(s)
    if x < s:
        low = mass(s, x) * series(lambda k: x / (s + k))
        return low, 1 - low
    rest = s - (mpmath.ceil(s) - 1)
    high = mpf(0)
    term, at = mass(s - 1, x), s - 1
    while at >= rest:
        high += term
        if term < high * FADED:
            return 1 - high, high
        term *= at / x
        at -= 1
    high += mpmath.gammainc(rest, x, mpmath.inf, regularized=True)
    return 1 - high, high


def kept(found, exact):
    global other
    if exact < TINIEST:
        return None
    if abs(mpf(float(found)) / exact - 1) < 1e-10:
        return float(found)
    other += 1
    return float(exact)


def shares(a, b):
    mean = a / (a + b)
    sd = (mean * (1 - mean) / (a + b + 1)) ** 0.5
    found = {mean + s * sd for s in STEPS} | {mean * 1e-3, mean * 1e-40, 1 - (1 - mean) * 1e-3}
    return sorted(float(f"{x:.12g}") for x in found if 0 < x < 1 and 0 < float(f"{x:.12g}") < 1)


def places(s):
    found = {s + step * s**0.5 for step in STEPS} | {s * 1e-3, s * 1e-30, s + 2}
    return sorted(float(f"{x:.12g}") for x in found if x > 0)


def beta_rows():
    for a, b in SHAPES:
        for x in shares(a, b):
            low, high = beta_tails(x, a, b)
            yield [x, a, b, kept(beta.cdf(x, a, b), low), kept(beta.sf(x, a, b), high)]


def gamma_rows():
    for s in GAMMAS:
        for x in places(s):
            low, high = gamma_tails(x, s)
            yield [x, s, kept(gamma.cdf(x, s), low), kept(gamma.sf(x, s), high)]


def listed(rows):
    return ",\n    ".join(re.sub(r"e-0", "e-", json.dumps(each)) for each in rows)


def main():
    betas, gammas = listed(beta_rows()), listed(gamma_rows())
    sys.stdout.write(f'{{\n  "fromMpmath": {other},\n  "beta": [\n    {betas}\n  ],\n  "gamma": [\n    {gammas}\n  ]\n}}\n')


main()
