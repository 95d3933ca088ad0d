"""Writes the reference values of the distributions and of the functions beneath them.

    python3 generate_distributions.py

writes `distributions.txt` and `functions.txt` next to itself: computed by mpmath with 40 digits, and every quantile
compared with SciPy's to guard against a slip in this file. Deterministic: the same values every time.

distributions.txt has a block for each distribution:

    distribution NAME PARAMETER...      (`-` is a bound that is not given)
    mean VALUE
    deviation VALUE                     (standard deviation)
    support LOWER UPPER
    quantile U VALUE                    (U is exactly the double that is printed)

functions.txt has `NAME ARGUMENT... HIGH LOW`: the value is HIGH + LOW, so that errors below one ulp can be measured.
"""
import math
import os
import random

import mpmath as mp
import scipy.stats as st

mp.mp.dps = 40
HERE = os.path.dirname(os.path.abspath(__file__))
FAR = [2.0**-40, 1 - 2.0**-40]
US = [1.5e-6, 1e-5, 1e-4, 1e-3, 0.01, 0.05, 0.1, 0.25, 0.4, 0.5, 0.6, 0.75, 0.9, 0.95, 0.99, 0.999]
US += [1 - 1e-4, 1 - 1e-5, 1 - 1.5e-6]
INFINITY = mp.inf


def number(x):
    """Shortest text that reads back as the nearest double."""
    if x == mp.inf:
        return "inf"
    if x == -mp.inf:
        return "-inf"
    return repr(float(x))


# --- Distribution functions with their densities -------------------------------------------------------------------


def phi(z):
    return mp.erfc(-z / mp.sqrt(2)) / 2


def phi_inverse(p):
    """For p in (0, 1), by Newton's method."""
    p = mp.mpf(p)
    if p > mp.mpf(1) / 2:
        return -phi_inverse(1 - p)
    z = mp.mpf(float(st.norm.ppf(float(p)))) if p > mp.mpf(10) ** -300 else -mp.sqrt(-2 * mp.log(p))
    for _ in range(60):
        step = (phi(z) - p) / (mp.exp(-z * z / 2) / mp.sqrt(2 * mp.pi))
        step /= 1 + z * step / 2  # Halley
        z -= step
        if abs(step) < mp.mpf(10) ** -35 * max(1, abs(z)):
            break
    return z


def tail_by_quadrature(density, x, deviation):
    """Integral of a bell-shaped density from x downward and upward."""
    below = mp.quad(density, [x - deviation * k / 2 for k in range(50, -1, -1)])
    above = mp.quad(density, [x + deviation * k / 2 for k in range(0, 51)])
    return below, above


def solve(cdf, density, u, start):
    """Newton's method on a distribution function from a start that is good to a few digits."""
    x = mp.mpf(start)
    for _ in range(50):
        below, above = cdf(x)
        error = below - u if u < 0.5 else (1 - mp.mpf(u)) - above
        step = error / density(x)
        x -= step
        if abs(step) < mp.mpf(10) ** -25 * abs(x):
            return x
    raise ArithmeticError("no convergence")


def gamma_quantile(a, u, large=False):
    a = mp.mpf(a)
    log_gamma = mp.loggamma(a)

    def density(x):
        return mp.exp((a - 1) * mp.log(x) - x - log_gamma)

    def cdf(x):
        if large:
            return tail_by_quadrature(density, x, mp.sqrt(a))
        return mp.gammainc(a, 0, x, regularized=True), mp.gammainc(a, x, mp.inf, regularized=True)

    small = mp.exp((mp.log(mp.mpf(u)) + mp.loggamma(a + 1)) / a)
    if small < mp.mpf(10) ** -30:
        return small
    return solve(cdf, density, u, float(st.gamma.ppf(u, float(a))))


def beta_quantile(a, b, u, large=False):
    a, b = mp.mpf(a), mp.mpf(b)
    log_beta = mp.loggamma(a) + mp.loggamma(b) - mp.loggamma(a + b)

    def density(x):
        return mp.exp((a - 1) * mp.log(x) + (b - 1) * mp.log(1 - x) - log_beta)

    def cdf(x):
        if large:
            return tail_by_quadrature(density, x, mp.sqrt(a * b / (a + b) ** 3))
        return mp.betainc(a, b, 0, x, regularized=True), mp.betainc(b, a, 0, 1 - x, regularized=True)

    small = mp.exp((mp.log(mp.mpf(u)) + mp.log(a) + log_beta) / a)
    if small < mp.mpf(10) ** -30:
        return small
    return solve(cdf, density, u, float(st.beta.ppf(u, float(a), float(b))))


# --- The distributions: (name, parameters, mean, deviation, support, quantile, SciPy's quantile) --------------------


def uniform(a, b):
    width = mp.mpf(b) - a
    return mp.mpf(a) + width / 2, width / mp.sqrt(12), (a, b), lambda u: a + width * mp.mpf(u), st.uniform(a, b - a).ppf


def triangular(a, m, b):
    a, m, b = map(mp.mpf, (a, m, b))

    def quantile(u):
        u = mp.mpf(u)
        if u <= (m - a) / (b - a):
            return a + mp.sqrt(u * (b - a) * (m - a))
        return b - mp.sqrt((1 - u) * (b - a) * (b - m))

    variance = (a * a + m * m + b * b - a * m - a * b - m * b) / 18
    scipy = st.triang(float((m - a) / (b - a)), float(a), float(b - a)).ppf
    return (a + m + b) / 3, mp.sqrt(variance), (a, b), quantile, scipy


def beta(alpha, beta_, lo, hi, large=False):
    al, be, lo, hi = map(mp.mpf, (alpha, beta_, lo, hi))
    width = hi - lo
    total = al + be
    deviation = width * mp.sqrt(al * be / (total + 1)) / total
    scipy = st.beta(float(al), float(be), float(lo), float(width)).ppf
    return lo + width * al / total, deviation, (lo, hi), lambda u: lo + width * beta_quantile(al, be, u, large), scipy


def pert(a, m, b, weight):
    a, m, b, weight = map(mp.mpf, (a, m, b, weight))
    return beta(1 + weight * (m - a) / (b - a), 1 + weight * (b - m) / (b - a), a, b)


def normal(mean, sd, lo, hi):
    mean, sd = mp.mpf(mean), mp.mpf(sd)
    a = -mp.inf if lo is None else (mp.mpf(lo) - mean) / sd
    b = mp.inf if hi is None else (mp.mpf(hi) - mean) / sd
    mirrored = a > 0  # upper tail: compute in the lower one

    def quantile(u):
        u = mp.mpf(u)
        if mirrored:
            low, high = phi(-b), phi(-a)
            return mean - sd * phi_inverse(high - u * (high - low))
        return mean + sd * phi_inverse(phi(a) + u * (phi(b) - phi(a)))

    if lo is None and hi is None:
        return mean, sd, (-mp.inf, mp.inf), quantile, st.norm(float(mean), float(sd)).ppf
    low, high = max(a, mp.mpf(-45)), min(b, mp.mpf(45))
    points = [low + (high - low) * k / 60 for k in range(61)]
    reference = 0 if low <= 0 <= high else (low if low > 0 else high)

    def weight(z):
        return mp.exp(-(z * z - reference * reference) / 2)

    mass = mp.quad(weight, points)
    first = mp.quad(lambda z: z * weight(z), points) / mass
    second = mp.quad(lambda z: (z - first) ** 2 * weight(z), points) / mass
    scipy = st.truncnorm(float(a), float(b), float(mean), float(sd)).ppf
    if abs(high - low) < 1e-4:
        scipy = None  # SciPy loses its digits on so narrow an interval
    support = (-mp.inf if lo is None else lo, mp.inf if hi is None else hi)
    return mean + sd * first, sd * mp.sqrt(second), support, quantile, scipy


def lognormal(mean, sd):
    mean, sd = mp.mpf(mean), mp.mpf(sd)
    variance = mp.log(1 + (sd / mean) ** 2)
    location, s = mp.log(mean) - variance / 2, mp.sqrt(variance)
    scipy = st.lognorm(float(s), 0, float(mp.exp(location))).ppf
    return mean, sd, (0, mp.inf), lambda u: mp.exp(location + s * phi_inverse(u)), scipy


def gamma(shape, scale, large=False):
    # SciPy (1.17) is off by a fifth of a standard deviation at a shape of 1e9.
    scipy = st.gamma(shape, 0, scale).ppf if shape < 1e8 else None
    scale = mp.mpf(scale)
    deviation = mp.sqrt(mp.mpf(shape)) * scale
    return shape * scale, deviation, (0, mp.inf), lambda u: scale * gamma_quantile(shape, u, large), scipy


def exponential(mean):
    return mean, mean, (0, mp.inf), lambda u: -mean * mp.log(1 - mp.mpf(u)), st.expon(0, mean).ppf


def weibull(shape, scale):
    k, scale = mp.mpf(shape), mp.mpf(scale)
    first, second = mp.gamma(1 + 1 / k), mp.gamma(1 + 2 / k)
    scipy = st.weibull_min(shape, 0, float(scale)).ppf
    quantile = lambda u: scale * (-mp.log(1 - mp.mpf(u))) ** (1 / k)
    return scale * first, scale * mp.sqrt(second - first**2), (0, mp.inf), quantile, scipy


def counts(frozen, mean, variance, highest, cdf):
    """A count: SciPy's quantile, accepted where the distribution function is clearly on both sides of u."""

    def quantile(u):
        k = int(frozen.ppf(u))
        # A few steps, where SciPy is one off.
        while cdf(k) < u:
            k += 1
        while k > 0 and cdf(k - 1) >= u:
            k -= 1
        side = min(u, 1 - u)
        if abs(cdf(k) - u) < 1e-9 * side or (k > 0 and abs(cdf(k - 1) - u) < 1e-9 * side):
            return None
        return mp.mpf(k)

    return mean, mp.sqrt(variance), (0, highest), quantile, None


def bernoulli(p):
    return p, mp.sqrt(mp.mpf(p) * (1 - mp.mpf(p))), (0, 1), lambda u: mp.mpf(1 if u > 1 - mp.mpf(p) else 0), None


def binomial(n, p):
    probability = mp.mpf(p)

    def cdf(k):
        if k >= n:
            return mp.mpf(1)
        if n < 5000:
            return mp.betainc(n - k, k + 1, 0, 1 - probability, regularized=True)
        a, b = mp.mpf(n - k), mp.mpf(k + 1)
        log_beta = mp.loggamma(a) + mp.loggamma(b) - mp.loggamma(a + b)
        density = lambda x: mp.exp((a - 1) * mp.log(x) + (b - 1) * mp.log(1 - x) - log_beta)
        return tail_by_quadrature(density, 1 - probability, mp.sqrt(a * b / (a + b) ** 3))[0]

    return counts(st.binom(n, p), n * probability, n * probability * (1 - probability), n, cdf)


def poisson(mean):
    rate = mp.mpf(mean)

    def cdf(k):
        if mean < 5000:
            return mp.gammainc(k + 1, rate, mp.inf, regularized=True)
        a = mp.mpf(k + 1)
        log_gamma = mp.loggamma(a)
        density = lambda x: mp.exp((a - 1) * mp.log(x) - x - log_gamma)
        return tail_by_quadrature(density, rate, mp.sqrt(a))[1]

    return counts(st.poisson(mean), rate, rate, mp.inf, cdf)


def metalog(lo, hi, *pairs):
    """Keelin 2016, equations 6-8 and 11-14: order of terms, log and logit transforms."""
    ps, xs = [mp.mpf(p) for p in pairs[::2]], [mp.mpf(x) for x in pairs[1::2]]

    def terms(y, count):
        s, logit = y - mp.mpf(1) / 2, mp.log(y / (1 - y))
        row = [mp.mpf(1), logit, s * logit, s]
        for k in range(5, count + 1):
            row.append(s ** ((k - 1) // 2) if k % 2 else s ** (k // 2 - 1) * logit)
        return row[:count]

    def transform(x):
        if lo is not None and hi is not None:
            return mp.log((x - mp.mpf(lo)) / (mp.mpf(hi) - x))
        if lo is not None:
            return mp.log(x - mp.mpf(lo))
        return -mp.log(mp.mpf(hi) - x) if hi is not None else x

    n = len(ps)
    solution = mp.lu_solve(mp.matrix([terms(p, n) for p in ps]), mp.matrix([transform(x) for x in xs]))

    def quantile(u):
        z = sum(c * t for c, t in zip(solution, terms(mp.mpf(u), n)))
        if lo is not None and hi is not None:
            return (lo + mp.mpf(hi) * mp.exp(z)) / (1 + mp.exp(z))
        if lo is not None:
            return lo + mp.exp(z)
        return hi - mp.exp(-z) if hi is not None else z

    octaves = [mp.mpf(2) ** -k for k in range(120, 0, -1)]
    points = [mp.mpf(0)] + octaves

    def moment(power, centre):
        lower = mp.quad(lambda y: (quantile(y) - centre) ** power, points[1:])
        upper = mp.quad(lambda v: (quantile(1 - v) - centre) ** power, points[1:])
        return lower + upper

    with mp.workdps(60):
        mean = moment(1, 0)
        # What the octaves leave out: a pure power of the tail probability.
        for index, sign in ((0, -1), (1, 1)):
            if (lo is not None and hi is None and sign == 1) or (hi is not None and lo is None and sign == -1):
                v = octaves[0]
                at = (lambda w: quantile(1 - w)) if sign == 1 else quantile
                c = mp.log(abs(at(v / 2)) / abs(at(v))) / mp.log(2)
                mean += at(v) * v / (1 - c)
        # Only the size matters: half the range from 16 % to 84 %.
        deviation = (quantile(mp.mpf("0.84")) - quantile(mp.mpf("0.16"))) / 2
    support = (-mp.inf if lo is None else lo, mp.inf if hi is None else hi)
    return mean, deviation, support, quantile, None


CASES = [
    ("uniform", uniform, (2.0, 5.0), {}),
    ("uniform", uniform, (-1e15, 3.0), {}),
    ("triangular", triangular, (1.0, 2.0, 7.0), {}),
    ("triangular", triangular, (1.0, 1.0, 7.0), {}),
    ("triangular", triangular, (-3.0, 7.0, 7.0), {}),
    ("pert", pert, (0.0, 1.0, 4.0, 4.0), {}),
    ("pert", pert, (2.0, 3.0, 10.0, 4.0), {}),
    ("pert", pert, (10.0, 10.0, 20.0, 4.0), {}),
    ("pert", pert, (10.0, 20.0, 20.0, 4.0), {}),
    ("pert", pert, (50000.0, 61000.0, 90000.0, 12.5), {}),
    ("pert", pert, (0.0, 0.3, 1.0, 0.5), {}),
    ("normal", normal, (0.0, 1.0, None, None), {}),
    ("normal", normal, (-120.0, 35.0, None, None), {}),
    ("normal", normal, (5.0, 2.0, 0.0, None), {}),
    ("normal", normal, (5.0, 2.0, None, 4.0), {}),
    ("normal", normal, (0.0, 1.0, -1.0, 1.5), {}),
    ("normal", normal, (0.0, 1.0, 10.0, None), {}),
    ("normal", normal, (0.0, 1.0, -31.0, -30.0), {}),
    ("normal", normal, (0.0, 1.0, 1.0, 1.000001), {}),
    ("normal", normal, (0.0, 1.0, 0.5, 0.5001), {}),
    ("lognormal", lognormal, (100.0, 30.0), {}),
    ("lognormal", lognormal, (1.0, 100.0), {}),
    ("lognormal", lognormal, (85000.0, 500.0), {}),
    ("beta", beta, (2.0, 5.0, 0.0, 1.0), {}),
    ("beta", beta, (0.5, 0.5, 0.0, 1.0), {}),
    ("beta", beta, (1.0, 1.0, 3.0, 8.0), {}),
    ("beta", beta, (0.1, 10.0, 0.0, 1.0), {}),
    ("beta", beta, (0.01, 0.02, 0.0, 1.0), {}),
    ("beta", beta, (30.0, 0.7, -2.0, 2.0), {}),
    ("beta", beta, (800.0, 1200.0, 0.0, 1.0), {}),
    ("beta", beta, (5000.0, 7000.0, 0.0, 1.0), {"large": True}),
    ("gamma", gamma, (2.5, 3.0), {}),
    ("gamma", gamma, (1.0, 0.25), {}),
    ("gamma", gamma, (0.3, 1.0), {}),
    ("gamma", gamma, (0.01, 1.0), {}),
    ("gamma", gamma, (100.0, 2.0), {}),
    ("gamma", gamma, (999.0, 1.0), {}),
    ("gamma", gamma, (5000.0, 1.0), {"large": True}),
    ("gamma", gamma, (1e9, 1e-3), {"large": True}),
    ("exponential", exponential, (5.0,), {}),
    ("weibull", weibull, (1.5, 3.0), {}),
    ("weibull", weibull, (0.5, 3.0), {}),
    ("weibull", weibull, (20.0, 7.0), {}),
    ("bernoulli", bernoulli, (0.3,), {}),
    ("bernoulli", bernoulli, (0.999,), {}),
    ("binomial", binomial, (10, 0.3), {}),
    ("binomial", binomial, (342, 0.02), {}),
    ("binomial", binomial, (4000, 0.999), {}),
    ("binomial", binomial, (1000000000, 0.3), {}),
    ("poisson", poisson, (0.02,), {}),
    ("poisson", poisson, (3.5,), {}),
    ("poisson", poisson, (1200.0,), {}),
    ("poisson", poisson, (1e6,), {}),
    ("poisson", poisson, (1e9,), {}),
    ("metalog", metalog, (None, None, 0.05, 1.0, 0.5, 3.0, 0.95, 9.0), {}),
    ("metalog", metalog, (None, None, 0.1, 10.0, 0.9, 20.0), {}),
    ("metalog", metalog, (0.0, None, 0.05, 1.0, 0.5, 3.0, 0.95, 9.0), {}),
    ("metalog", metalog, (None, 20.0, 0.05, 1.0, 0.5, 3.0, 0.95, 9.0), {}),
    ("metalog", metalog, (0.0, 10.0, 0.05, 1.0, 0.5, 3.0, 0.95, 9.0), {}),
    ("metalog", metalog, (None, None, 0.1, 10.0, 0.25, 14.0, 0.5, 20.0, 0.9, 40.0), {}),
    ("metalog", metalog, (None, None, 0.05, 1.0, 0.25, 2.0, 0.5, 3.0, 0.75, 5.0, 0.95, 9.0), {}),
    ("metalog", metalog, (0.0, 20.0, 0.01, 0.8, 0.05, 1.5, 0.1, 2.0, 0.25, 3.2, 0.5, 5.0, 0.9, 9.6, 0.99, 14.3), {}),
    (
        "metalog",
        metalog,
        (0.0, None, 0.01, 0.8, 0.05, 1.5, 0.1, 2.0, 0.25, 3.2, 0.75, 7.2, 0.9, 9.6, 0.95, 11.2, 0.99, 14.3),
        {},
    ),
    ("metalog", metalog, (0.0, 1.0, 0.05, 0.1, 0.2, 0.2, 0.5, 0.35, 0.8, 0.55, 0.95, 0.75, 0.99, 0.86), {}),
]


def write_distributions():
    lines = ["# Written by generate_distributions.py"]
    for name, function, parameters, options in CASES:
        mean, deviation, support, quantile, scipy = function(*parameters, **options)
        texts = ["-" if p is None else repr(float(p)) for p in parameters]
        lines.append(" ".join(["distribution", name, *texts]))
        lines.append(f"mean {number(mean)}")
        lines.append(f"deviation {number(deviation)}")
        lines.append(f"support {number(support[0])} {number(support[1])}")
        far = [] if options.get("large") or name in ("bernoulli", "binomial", "poisson") else FAR
        for u in US + far:
            value = quantile(u)
            if value is None:
                continue
            if scipy is not None:
                theirs = float(scipy(u))
                allowed = 1e-6 * float(deviation) + 1e-7 * abs(float(value))
                assert abs(theirs - float(value)) < allowed, (name, parameters, u, theirs, float(value))
            lines.append(f"quantile {u!r} {number(value)}")
    with open(os.path.join(HERE, "distributions.txt"), "w") as file:
        file.write("\n".join(lines) + "\n")


# --- Functions ------------------------------------------------------------------------------------------------------

FUNCTIONS = {
    "exp": mp.exp,
    "expm1": mp.expm1,
    "log": mp.log,
    "log1p": lambda x: mp.log(1 + x),
    "log1pDeficit": lambda x: x - mp.log(1 + x),
    "pow": lambda x, y: x**y,
    "normalCumulative": phi,
    "normalQuantile": phi_inverse,
    "logGamma": mp.loggamma,
    "stirlingError": lambda x: mp.loggamma(x + 1) - ((x + 0.5) * mp.log(x) - x + mp.log(2 * mp.pi) / 2),
    "gammaLower": lambda a, x: mp.gammainc(a, 0, x, regularized=True),
    "gammaUpper": lambda a, x: mp.gammainc(a, x, mp.inf, regularized=True),
    "betaLower": lambda a, b, x: mp.betainc(a, b, 0, x, regularized=True),
    "betaUpper": lambda a, b, x: mp.betainc(b, a, 0, 1 - x, regularized=True),
}


def arguments(source):
    """Random arguments, more of them where a function is delicate."""
    uniform = source.uniform
    for _ in range(40):
        yield "exp", uniform(-708, 709)
        yield "exp", uniform(-2, 2)
        yield "expm1", uniform(-3, 3) * 10 ** uniform(-8, 0)
        yield "expm1", uniform(-30, 300)
        yield "log", 10 ** uniform(-307, 308)
        yield "log", uniform(0.5, 2)
        yield "log1p", uniform(-0.9, 2)
        yield "log1p", source.choice([-1, 1]) * 10 ** uniform(-10, -0.01)
        yield "log1p", 10 ** uniform(0, 10)
        yield "log1pDeficit", uniform(-0.9, 2)
        yield "log1pDeficit", uniform(-1, 1) * 10 ** uniform(-8, 0)
        yield "pow", 10 ** uniform(-10, 10), uniform(-1.7, 1.7)
        yield "pow", uniform(0.9, 1.1), uniform(-300, 300)
        yield "normalCumulative", uniform(-37, 0)
        yield "normalCumulative", uniform(-8, 8)
        yield "normalQuantile", uniform(0, 1)
        yield "normalQuantile", 0.5 + uniform(-1, 1) * 10 ** uniform(-10, -1)
        yield "normalQuantile", 10 ** uniform(-300, 0)
        yield "logGamma", 10 ** uniform(-5, 10)
        yield "logGamma", uniform(0.5, 12)
        yield "stirlingError", 10 ** uniform(-3, 8)
    for _ in range(60):
        a, b = 10 ** uniform(-2, 3), 10 ** uniform(-2, 3)
        u = uniform(0, 1) ** source.choice([1, 5, 15])
        yield "gammaLower", a, float(st.gamma.ppf(u, a))
        yield "gammaUpper", a, float(st.gamma.isf(u, a))
        yield "betaLower", a, b, float(st.beta.ppf(u, a, b))
        yield "betaUpper", a, b, float(st.beta.isf(u, a, b))


def write_functions():
    lines = ["# Written by generate_distributions.py"]
    special = [("exp", x) for x in (0.0, -745.0, -709.0, 709.5)]
    special += [("log", x) for x in (1.0, 5e-324, 1.7976931348623157e308)] + [("normalCumulative", 0.0)]
    special += [("normalQuantile", x) for x in (0.5, 0.075, 0.925, 2.0**-1022)]
    for name, *values in special + sorted(arguments(random.Random(20221))):
        incomplete = name.startswith(("gamma", "beta"))
        if incomplete and not 1e-250 < values[-1] < (0.99 if name.startswith("beta") else 1e300):
            continue
        with mp.workdps(60):
            value = mp.mpf(FUNCTIONS[name](*map(mp.mpf, values)))
            if incomplete and not 1e-250 < value < 0.6:
                continue
            high = float(value)
            low = float(value - mp.mpf(high))
        lines.append(" ".join([name, *map(repr, values), repr(high), repr(low)]))
    with open(os.path.join(HERE, "functions.txt"), "w") as file:
        file.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    write_functions()
    write_distributions()
