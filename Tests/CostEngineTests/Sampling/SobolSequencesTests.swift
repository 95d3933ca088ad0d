import TestSupport
import Testing

@testable import CostEngine

@Suite struct SobolSequencesTests {
  /// Beginnings, ends and the middle of the table, and what lies beyond it.
  static let dimensions = [0, 1, 2, 15, 16, 17, 100, 511, 1022, 1023, 1024, 1025, 5000]

  func stream(_ dimension: Int, seed: UInt64 = 3) -> RandomStream { RandomStream(name: "d\(dimension)", seed: seed) }

  /// The points `0 ..< count` of a strand, of which a power of two is asked.
  func points(_ dimension: Int, strand: Int, count: Int, seed: UInt64 = 3) -> [UInt32] {
    let column = UnsafeMutablePointer<SIMD8<Double>>.allocate(capacity: count / 2)
    defer { column.deallocate() }
    SobolSequences(registers: count / 2, sequences: [(stream(dimension, seed: seed), dimension)])
      .fill(column, sequence: 0, register: 0, vectors: count / 2)
    return (0..<count).map { UInt32(column[$0 / 2][strand + 4 * ($0 % 2)] * 0x1p32 - 0.5) }
  }

  /// The first dimensions are those of Joe and Kuo, as SciPy has them.
  @Test func publishedDimensionsAreThoseOfSciPy() {
    var count = 0
    for words in fixture("sobol.txt") {
      let numbers = words.map { UInt32($0)! }
      let directions = SobolDirections(dimension: Int(numbers[0]), stream: stream(0))
      #expect((0..<14).map { directions.number($0) } == numbers.dropFirst().map { SIMD4(repeating: $0) })
      count += 1
    }
    #expect(count == 16)
  }

  /// Columns hold what the definition says of each draw, wherever they begin.
  @Test func columnsAreThoseOfTheDefinition() {
    let sequences = Self.dimensions.map { (stream: stream($0), dimension: $0) }
    // One register more, to see that it is left alone.
    let column = UnsafeMutablePointer<SIMD8<Double>>.allocate(capacity: 26)
    defer { column.deallocate() }
    for registers in [25, 1000, 131_072 * 25] {
      let sobol = SobolSequences(registers: registers, sequences: sequences)
      for first in Set([0, registers / 2, registers / 2 + 1, registers - 25]).filter({ $0 + 25 <= registers }) {
        for (index, sequence) in sequences.enumerated() {
          column.initialize(repeating: SIMD8(repeating: -1), count: 26)
          sobol.fill(column, sequence: index, register: first, vectors: 25)
          let expected = (8 * first..<8 * first + 200).map { draw in
            let word = SobolSequences.word(ofDraw: draw, stream: sequence.stream, dimension: sequence.dimension)
            return (Double(word) + 0.5) / 0x1p32
          }
          #expect((0..<200).map { column[$0 / 8][$0 % 8] } == expected, "from register \(first) of \(registers)")
          #expect(column[25] == SIMD8(repeating: -1))
        }
      }
    }
  }

  /// In every dimension, inside the table and beyond it, each strand's first 2^k points lie one in each interval of
  /// length 2^-k: also past the numbers that the table has.
  @Test(arguments: dimensions)
  func everyDimensionIsStratified(dimension: Int) {
    for strand in 0..<4 {
      let points = points(dimension, strand: strand, count: 1 << 16)
      for k in [1, 2, 3, 7, 10, 13, 14, 15, 16] {
        let intervals = Set(points.prefix(1 << k).map { $0 >> UInt32(32 - k) })
        #expect(intervals.count == 1 << k, "2^\(k) points of strand \(strand)")
      }
    }
  }

  /// The property by which Sobol's first two dimensions are known: 2^k points of any aligned block lie one in each of
  /// the rectangles 2^-i by 2^-(k-i). Scrambling keeps it.
  @Test func theFirstTwoDimensionsAreANet() {
    for strand in 0..<4 {
      let first = points(0, strand: strand, count: 1024)
      let second = points(1, strand: strand, count: 1024)
      for k in 1...10 as ClosedRange<UInt32> {
        for start in stride(from: 0, to: 1024, by: 1 << Int(k)) {
          for i in 0...k {
            let cells = Set(
              (start..<start + 1 << Int(k)).map { point in
                UInt64(first[point] >> (32 - i)) << 32 | UInt64(second[point]) >> UInt64(32 - (k - i))
              })
            #expect(cells.count == 1 << Int(k))
          }
        }
      }
    }
  }

  /// Strands, seeds and names scramble independently: each digit of their first point and of each direction number is
  /// as often 1 as 0. Of 4 strands x 2,000 streams a digit's share has standard deviation 0.5 / sqrt(8000) = 0.0056; of
  /// some 400 digits none may be 6 of them off (probability 1e-6).
  @Test func scramblingIsFair() {
    let count = 2000
    let scramblings = (0..<count).map {
      SobolScrambling(stream: RandomStream(name: "n\($0 % 40)", seed: UInt64($0 / 40)), columns: 32)
    }
    func check(_ words: [SIMD4<UInt32>], free: Range<Int>, _ what: String) {
      for digit in free {
        var ones = 0
        for word in words { for strand in 0..<4 { ones += Int(word[strand] >> UInt32(31 - digit) & 1) } }
        #expect(abs(Double(ones) / Double(4 * count) - 0.5) < 6 * 0.0056, "\(what), digit \(digit)")
      }
      // No two strands go together: their agreement is a share of that kind as well.
      for (a, b) in [(0, 1), (0, 2), (0, 3), (1, 2), (1, 3), (2, 3)] {
        let equal = words.map { Int((~($0[a] ^ $0[b]) >> UInt32(31 - free.lowerBound)) & 1) }.reduce(0, +)
        #expect(abs(Double(equal) / Double(count) - 0.5) < 6 * 0.0112, "\(what), strands \(a) and \(b)")
      }
    }
    check(scramblings.map(\.shift), free: 0..<32, "first point")
    for place in [0, 1, 2, 10, 20, 30] {
      let digit = SIMD4<UInt32>(repeating: 0x8000_0000 >> UInt32(place))
      check(scramblings.map { $0.product(digit) }, free: place + 1..<32, "digit \(place)")
      let last = SIMD4<UInt32>(repeating: UInt32(31 - place))
      #expect(scramblings.allSatisfy { $0.product(digit) &>> last == SIMD4(repeating: 1) })
    }
  }

  /// The sum over all pairs of twelve variables of `(u - 1/2) (v - 1/2)`, of mean 0 and variance 66 / 144, is nothing but
  /// interaction of two, which Latin hypercubes know no better than independent draws. Strands of 2,048 points do, the
  /// better the earlier their dimensions: measured 61, 39 and 10 times. Over 100 seeds, 400 strands, the estimate of a
  /// standard deviation is within 4.5 / sqrt(800) = 16 %, for the longer tails of nets twice that.
  @Test(arguments: [(0, 40.0), (16, 25), (64, 6.5)])
  func interactionsOfTwoAreIntegratedPrecisely(first: Int, asked: Double) {
    let (points, count) = (2048, 12)
    let column = UnsafeMutablePointer<SIMD8<Double>>.allocate(capacity: points / 2)
    let sums = UnsafeMutablePointer<SIMD8<Double>>.allocate(capacity: points / 2)
    let squares = UnsafeMutablePointer<SIMD8<Double>>.allocate(capacity: points / 2)
    defer {
      column.deallocate()
      sums.deallocate()
      squares.deallocate()
    }
    var squaredErrors = 0.0
    for seed in 1...100 as ClosedRange<UInt64> {
      let sequences = (first..<first + count).map { (stream($0, seed: seed), $0) }
      let sobol = SobolSequences(registers: points / 2, sequences: sequences)
      sums.initialize(repeating: SIMD8(repeating: 0), count: points / 2)
      squares.initialize(repeating: SIMD8(repeating: 0), count: points / 2)
      for index in 0..<count {
        sobol.fill(column, sequence: index, register: 0, vectors: points / 2)
        for register in 0..<points / 2 {
          let x = column[register] - 0.5
          sums[register] += x
          squares[register] += x * x
        }
      }
      var total = SIMD8<Double>(repeating: 0)
      for register in 0..<points / 2 { total += (sums[register] * sums[register] - squares[register]) / 2 }
      let errors = (total.lowHalf + total.highHalf) / Double(points)
      squaredErrors += (errors * errors).sum()
    }
    let independent = 66.0 / 144 / Double(points)
    let gain = (independent / (squaredErrors / 400)).squareRoot()
    #expect(gain > asked)
  }
}
