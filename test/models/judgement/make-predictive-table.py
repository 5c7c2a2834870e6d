"""Writes predictive-table.json: beta-binomial and negative-binomial masses and cumulative probabilities.

    python3 -m venv venv && venv/bin/pip install scipy==1.17.1 mpmath==1.3.0
    venv/bin/python make-predictive-table.py > predictive-table.json

Rows: betaBinomial [k, m, a, b, P(X = k), P(X <= k)], negativeBinomial [k, size, prob, P(X = k), P(X <= k)]. Values are SciPy's where
they agree with 60 digits of mpmath to 1e-11, else mpmath's: SciPy's beta-binomial takes differences of log-gamma and loses digits
in large m (and sums them one by one: not asked above m = 20,000); `fromMpmath` counts them. P(X <= k) is left out (null) where a
sum of 2e5 masses does not reach it.
Values below 1e-290 are left out (null): doubles lose digits there.
"""

import json
import re
import sys

import mpmath
from mpmath import mpf
from scipy.stats import betabinom, nbinom

mpmath.mp.dps = 60
TINIEST = 1e-290
SHAPES = [(1, 1), (0.8, 79.2), (2.5, 0.5), (0.3, 0.4), (17, 183), (5e3, 4.95e5), (1e-3, 3)]
FUTURES = [1, 7, 60, 500, 20_000, 10**6, 10**8]
SIZES = [0.05, 0.8, 1, 12.5, 3e3, 1e6]
PROBS = [1e-6, 0.01, 0.3, 0.75, 0.99, 1 - 1e-9]
other = 0


def log_rising(k, a):
    """log of Gamma(k + a) / (k! Gamma(a))."""
    return mpmath.loggamma(mpf(k) + a) - mpmath.loggamma(mpf(k) + 1) - mpmath.loggamma(a)


def beta_binomial(k, m, a, b):
    a, b = mpf(a), mpf(b)
    return mpmath.exp(log_rising(k, a) + log_rising(m - k, b) - log_rising(m, a + b))


def beta_binomial_at_most(k, m, a, b):
    a, b = mpf(a), mpf(b)
    down = k <= m - k
    if (k if down else m - k) > 200_000:
        return None
    start, stop, step = (k, 0, -1) if down else (k + 1, m, 1)
    if start > m:
        return mpf(1)
    total = term = beta_binomial(start, m, a, b)
    j = start
    while j != stop:
        term *= (j * (m - j + b)) / ((m - j + 1) * (j - 1 + a)) if down else (m - j) * (j + a) / ((j + 1) * (m - j - 1 + b))
        total += term
        j += step
    return total if down else 1 - total


def negative_binomial(k, size, prob):
    size, prob = mpf(size), mpf(prob)
    return mpmath.exp(log_rising(k, size) + size * mpmath.log(prob) + k * mpmath.log1p(-prob))


def negative_binomial_at_most(k, size, prob):
    total = term = negative_binomial(k, size, prob)
    if k > 100_000:
        return None
    size, prob = mpf(size), mpf(prob)
    for j in range(k, 0, -1):
        term *= j / ((j - 1 + size) * (1 - prob))
        total += term
        if size >= 1 and term * j < total * mpf(10) ** -25:
            break
    return total


def kept(found, exact):
    global other
    if exact is None or exact < TINIEST:
        return None
    if abs(mpf(float(found)) / exact - 1) < 1e-11:
        return float(found)
    other += 1
    return float(exact)


def counts(m, mean, sd):
    return sorted({0, m} | {k for s in (-8, -1, 0, 2, 9) if 0 <= (k := round(mean + s * sd)) <= m})


def future_rows():
    for m in FUTURES:
        for a, b in SHAPES:
            p = a / (a + b)
            sd = (m * p * (1 - p) * (a + b + m) / (a + b + 1)) ** 0.5
            for k in counts(m, m * p, sd):
                mass = kept(betabinom.pmf(k, m, a, b), beta_binomial(k, m, a, b))
                exact = beta_binomial_at_most(k, m, a, b)
                yield [k, m, a, b, mass, kept(betabinom.cdf(k, m, a, b) if m <= 20_000 else 0, exact)]


def cohort_rows():
    for size in SIZES:
        for prob in PROBS:
            mean = size * (1 - prob) / prob
            sd = (mean / prob) ** 0.5
            for k in sorted({0, 1} | {k for s in (-6, 0, 2, 12) if (k := round(mean + s * sd)) >= 0}):
                mass = kept(nbinom.pmf(k, size, prob), negative_binomial(k, size, prob))
                yield [k, size, prob, mass, kept(nbinom.cdf(k, size, prob), negative_binomial_at_most(k, size, prob))]


def listed(rows):
    return ",\n    ".join(re.sub(r"e-0", "e-", json.dumps(each)) for each in rows)


def main():
    futures, cohorts = listed(future_rows()), listed(cohort_rows())
    sys.stdout.write(
        f'{{\n  "fromMpmath": {other},\n  "betaBinomial": [\n    {futures}\n  ],\n  "negativeBinomial": [\n    {cohorts}\n  ]\n}}\n'
    )


main()
