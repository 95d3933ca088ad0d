"""Makes the direction numbers of Sources/CostEngine/Sampling/Sobol/SobolTable.swift and the fixture sobol.txt.

    python3 generate_sobol.py ROOT       (NumPy, SciPy; some four minutes)

The first 16 dimensions are those of Joe & Kuo (2008, doi:10.1137/070709359; new-joe-kuo-6.21201), as SciPy carries them
in stats/_sobol_direction_numbers.npz. They are very good together, but later ones of that table are not, with few points:
at 1,024 points many pairs share their first digits, and the interaction of two such variables is integrated worse than
by plain random numbers. So the further dimensions are found here, one after the other, for good *pairs* with all the
earlier ones at 2^10 ... 2^14 points. Their primitive polynomials are of degree 14 or more (there are enough): these leave
the first 14 direction numbers free, and those are all that the table holds.

Quality of a pair: under random scrambling the interaction of two variables has the variance G / n, where plain random
numbers have 1 / n. For the net x(i), y(i), G = sum over i of k(x(i)) k(y(i)), with k(x) = sum over j < z(x) of w(j), less
w(z(x)), z(x) the number of leading zero digits of x, and w(j) = (1 - r) r^j the share of a function's variance at a
resolution of 2^-j: r = 1/4 for a linear function, 1/2 for a step (A. B. Owen, Annals of Statistics 25 (1997),
doi:10.1214/aos/1031594731, gain coefficients). The sum over the earlier dimensions is one dot product of k(y) with the
weighted sum of their k(x): so many candidates can be tried.
"""
import os
import re
import sys

import numpy as np
import scipy.stats

COLUMNS = 14  # direction numbers of a dimension: 2^14 points
FIRST_COLUMNS = 11  # of which the digits fit one word of 64 bits
PUBLISHED = 16  # dimensions of Joe & Kuo
DIMENSIONS = 1024
SEED = 1
FIRST = 10  # candidates are complete up to 2^10 points, then grow by one direction number at a time
CANDIDATES = 12000
# For each number of direction numbers: new candidates of each one kept, and how many are kept of them.
GROWTH = {11: (64, 32), 12: (64, 16), 13: (64, 8), 14: (32, 1)}
# For each number of direction numbers: (r, weight) of the kernels.
KERNELS = {
    10: [(0.3, 0.5), (0.6, 0.4)],
    11: [(0.3, 1.5), (0.6, 1.0)],
    12: [(0.3, 2.0), (0.6, 1.0)],
    13: [(0.3, 3.0), (0.6, 1.5)],
    14: [(0.3, 3.0), (0.6, 1.5)],
}


def weight(dimension):
    """Importance of a pair with an earlier dimension: the variables that everything depends on come first."""
    return 1 / (1 + (dimension / 64) ** 2) + 0.01


def published(count):
    """Direction numbers m(k) of the first dimensions of Joe & Kuo: odd numbers below 2^(k + 1)."""
    folder = os.path.dirname(scipy.stats.__file__)
    with np.load(os.path.join(folder, "_sobol_direction_numbers.npz")) as table:
        polynomials, initial = table["poly"], table["vinit"]
    dimensions = [[1] * COLUMNS]
    for index in range(1, count):
        polynomial = int(polynomials[index])
        degree = polynomial.bit_length() - 1
        m = [int(value) for value in initial[index][:degree]]
        for k in range(degree, COLUMNS):
            new = m[k - degree] ^ (m[k - degree] << degree)
            for j in range(1, degree):
                if polynomial >> (degree - j) & 1:
                    new ^= m[k - j] << j
            m.append(new)
        dimensions.append(m[:COLUMNS])
    return dimensions


def kernel(columns, r):
    """k(x) for the numbers x of so many digits."""
    w = (1 - r) * r ** np.arange(columns)
    values = np.arange(1 << columns)
    zeros = columns - np.array([int(value).bit_length() for value in values])
    sums = np.concatenate([[0], np.cumsum(w)])
    table = sums[zeros] - np.concatenate([w, [0]])[zeros]
    table[0] = 1
    return table.astype(np.float32)


def doubled(points, m):
    """The points with one more direction number each; all points get one more digit."""
    points = points << 1
    return np.concatenate([points, points ^ m[:, None]], 1)


class Search:
    """What has been chosen so far, and what a candidate costs against it."""

    def __init__(self, seed):
        self.random = np.random.RandomState(seed)  # its streams are frozen
        self.dimensions = []
        self.kernels = {c: [(kernel(c, r), w) for r, w in KERNELS[c]] for c in KERNELS}
        self.sums = {c: [np.zeros(1 << c, np.float32) for _ in KERNELS[c]] for c in KERNELS}

    def add(self, dimension):
        importance = np.float32(weight(len(self.dimensions)))
        self.dimensions.append(dimension)
        points = np.zeros((1, 1), np.int32)
        for k, m in enumerate(dimension):
            points = doubled(points, np.array([m], np.int32))
            for (table, _), total in zip(self.kernels.get(k + 1, []), self.sums.get(k + 1, [])):
                total += importance * table[points[0]]

    def cost(self, points, columns):
        pairs = zip(self.kernels[columns], self.sums[columns])
        # Rounded: the last digits of a dot product differ between machines.
        return sum(np.round(w * (table[points] @ total).astype(float), 3) for (table, w), total in pairs)

    def extend(self):
        odd = lambda k, shape: self.random.randint(0, 1 << k, shape) * 2 + 1
        m = np.stack([odd(k, CANDIDATES) for k in range(FIRST)], 1).astype(np.int32)
        points = np.zeros((CANDIDATES, 1), np.int32)
        for k in range(FIRST):
            points = doubled(points, m[:, k])
        cost = self.cost(points, FIRST)
        best = np.argsort(cost, kind="stable")[:64]
        m, points, cost = m[best], points[best], cost[best]
        for columns, (tries, kept) in GROWTH.items():
            origin = np.repeat(np.arange(len(m)), tries)
            new = odd(columns - 1, len(origin)).astype(np.int32)
            grown = doubled(points[origin], new)
            total = cost[origin] + self.cost(grown, columns)
            best = np.argsort(total, kind="stable")[:kept]
            m = np.concatenate([m[origin[best]], new[best, None]], 1)
            points, cost = grown[best], total[best]
        self.add([int(value) for value in m[0]])


def search(seed, count):
    state = Search(seed)
    for dimension in published(PUBLISHED):
        state.add(dimension)
    while len(state.dimensions) < count:
        state.extend()
    return state.dimensions


def digits(m):
    """The free digits of a dimension's numbers, the last one of each left out: number k has k of them."""
    words = [0, 0]
    place = [0, 0]
    for k, number in enumerate(m):
        word = 0 if k < FIRST_COLUMNS else 1
        words[word] |= number >> 1 << place[word]
        place[word] += k
    assert max(place) <= 64
    return words


def write_table(path, dimensions):
    numbers = ["0x" + re.sub("(....)(?!$)", r"\1_", f"{word:016x}") for m in dimensions for word in digits(m)]
    lines = [", ".join(numbers[i : i + 5]) + "," for i in range(0, len(numbers), 5)]
    with open(path, "w") as file:
        file.write("/// Direction numbers of Sobol sequences; made by Tests/CostEngineTests/Fixtures/generate_sobol.py.\n")
        file.write("///\n/// That script says how they are chosen, and their sources.\n")
        file.write("enum SobolTable {\n")
        file.write(f"  static let dimensions = {len(dimensions)}\n")
        file.write("  /// Numbers that a dimension has here.\n")
        file.write(f"  static let columns = {COLUMNS}\n")
        file.write("  /// How many of them have their digits in the first word of a dimension's two.\n")
        file.write(f"  static let firstColumns = {FIRST_COLUMNS}\n\n")
        file.write("  /// The digits of a dimension's numbers before the last of each, which is 1: number k has k of them,\n")
        file.write("  /// one number after the other from the word's lowest bit on.\n")
        file.write("  static func digits(of dimension: Int) -> (first: UInt64, last: UInt64) {\n")
        file.write("    (words[2 * dimension], words[2 * dimension + 1])\n  }\n\n")
        file.write("  private static let words: [UInt64] = [\n")
        for line in lines:
            file.write("    " + line + "\n")
        file.write("  ]\n}\n")


def write_fixture(path):
    """SciPy's own points at which only one direction number counts: `dimension numbers...`, 32 binary digits each."""
    points = scipy.stats.qmc.Sobol(PUBLISHED, scramble=False, bits=32).random(1 << COLUMNS)
    with open(path, "w") as file:
        for dimension in range(PUBLISHED):
            # In the order of the Gray code, point 2^(k + 1) - 1 has the digit k alone.
            numbers = [int(points[(2 << k) - 1, dimension] * 2**32) for k in range(COLUMNS)]
            file.write(" ".join(map(str, [dimension] + numbers)) + "\n")


if __name__ == "__main__":
    root = sys.argv[1]
    found = search(SEED, DIMENSIONS)
    write_table(os.path.join(root, "Sources/CostEngine/Sampling/Sobol/SobolTable.swift"), found)
    write_fixture(os.path.join(root, "Tests/CostEngineTests/Fixtures/sobol.txt"))
