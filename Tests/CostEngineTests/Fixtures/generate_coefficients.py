"""Recomputes the tables of coefficients in Sources/CostEngine/Math with mpmath (50 digits).

    python3 generate_coefficients.py

prints the Swift literals of `NormalCumulative.swift` and `GaussLegendre.swift`.
"""
from mpmath import cos, erfc, exp, findroot, legendre, mp, mpf, nstr, pi, sqrt

mp.dps = 50


def chebyshev_coefficients(function, count, points=80):
    """Coefficients of the interpolation of `function` at the Chebyshev points of [-1, 1]."""
    angles = [pi * (k + mpf(1) / 2) / points for k in range(points)]
    values = [function(cos(angle)) for angle in angles]
    return [
        (1 if j == 0 else 2) * sum(v * cos(j * a) for v, a in zip(values, angles)) / points for j in range(count)
    ]


def monomial_coefficients(chebyshev):
    """The same polynomial in powers of its argument."""
    previous, current = [mpf(1)], [mpf(0), mpf(1)]
    total = [mpf(0)] * len(chebyshev)
    for degree, coefficient in enumerate(chebyshev):
        row = previous if degree == 0 else current
        for power, c in enumerate(row):
            total[power] += coefficient * c
        if degree >= 1:
            following = [mpf(0)] + [2 * c for c in current]
            for power, c in enumerate(previous):
                following[power] -= c
            previous, current = current, following
    return total


def scaled_tail(t, k=4):
    """(1 + x) exp(x^2 / 2) Phi(-x) at x = k (1 + t) / (1 - t)."""
    x = k * (1 + t) / (1 - t)
    return (1 + x) * erfc(x / sqrt(mpf(2))) / 2 * exp(x * x / 2)


def gauss_legendre(count):
    """Nodes and weights on [-1, 1], the positive half."""
    nodes = []
    for i in range(count // 2):
        x = findroot(lambda x: legendre(count, x), cos(pi * (i + mpf(3) / 4) / (count + mpf(1) / 2)))
        slope = count * (x * legendre(count, x) - legendre(count - 1, x)) / (x * x - 1)
        nodes.append((x, 2 / ((1 - x * x) * slope * slope)))
    return nodes


if __name__ == "__main__":
    print("// NormalCumulative: scaled tail, ascending powers")
    for c in monomial_coefficients(chebyshev_coefficients(scaled_tail, 26)):
        print(f"{nstr(c, 20)},")
    print("// GaussLegendre: (node, weight)")
    for x, w in gauss_legendre(32):
        print(f"({nstr(x, 20)}, {nstr(w, 20)}),")
