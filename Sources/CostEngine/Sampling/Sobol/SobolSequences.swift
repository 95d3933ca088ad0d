/// Scrambled Sobol sequences of several variables: the draws are spread evenly in all dimensions jointly.
///
/// Draw `i` belongs to strand `i % 4` and is the `i / 4`-th point of it. The strands have the same points, each
/// scrambled separately, so their means are independent and identically distributed, and their spread gives a valid
/// standard error. More draws extend the same sequences. The draws of register `r` are the points `2 g` and `2 g + 1`
/// of the four strands, with `g` the Gray code of `r`: from one register to the next one direction number is added, and
/// a block of 2^k points is the same set of points as in their natural order.
///
/// Best at numbers of draws that are a power of two: 4,096, 8,192, 16,384 ... The points after the last full block
/// leave gaps: 10,000 draws are less precise than 8,192.
///
/// Sources: I. M. Sobol, USSR Computational Mathematics and Mathematical Physics 7 (1967),
/// doi:10.1016/0041-5553(67)90144-9; A. B. Owen, Annals of Statistics 25 (1997), doi:10.1214/aos/1031594731; the Gray
/// code: I. A. Antonov, V. M. Saleev, same journal 19 (1979), doi:10.1016/0041-5553(79)90085-5.
public struct SobolSequences: Sendable {
  /// Number of independent scramblings over which the draws are divided: fewer would not suffice for a standard error,
  /// and with more of them each would have fewer points to spread.
  static let strands = 4

  /// For each sequence its first point followed by its direction numbers, scrambled: the words of the four strands.
  private let columns: [SIMD4<UInt64>]
  private let columnsPerSequence: Int

  /// - Parameters:
  ///   - registers: maximum number of registers of eight draws that can be requested.
  ///   - sequences: the stream of each variable and its dimension (``SobolDimensions``).
  public init(registers: Int, sequences: [(stream: RandomStream, dimension: Int)]) {
    let directions = 1 + (UInt64.bitWidth - UInt64(max(registers, 1) - 1).leadingZeroBitCount)
    precondition(directions <= 32)
    columnsPerSequence = 1 + directions
    var columns: [SIMD4<UInt64>] = []
    columns.reserveCapacity(sequences.count * columnsPerSequence)
    for sequence in sequences {
      let scrambling = SobolScrambling(stream: sequence.stream, columns: directions)
      columns.append(SIMD4(truncatingIfNeeded: scrambling.shift))
      let unscrambled = SobolDirections(dimension: sequence.dimension, stream: sequence.stream)
      for k in 0..<directions {
        columns.append(SIMD4(truncatingIfNeeded: scrambling.product(unscrambled.number(k))))
      }
    }
    self.columns = columns
  }

  /// Fills a column with the numbers of consecutive draws in the open unit interval.
  ///
  /// - Parameters:
  ///   - column: `vectors` registers, 1 or more.
  ///   - sequence: index in the sequences given.
  ///   - register: the first register: its draws are `8 register ..< 8 register + 8`.
  public func fill(_ column: UnsafeMutablePointer<SIMD8<Double>>, sequence: Int, register: Int, vectors: Int) {
    precondition(register >= 0 && vectors > 0)
    precondition((register + vectors - 1) >> (columnsPerSequence - 2) == 0)
    columns.withUnsafeBufferPointer { columns in
      let first = sequence * columnsPerSequence
      var word = columns[first]
      var gray = register ^ (register &>> 1)
      while gray != 0 {
        word ^= columns[first + 2 + gray.trailingZeroBitCount]
        gray &= gray &- 1
      }
      var words = SIMD8(lowHalf: word, highHalf: word ^ columns[first + 1])
      column[0] = UnitInterval.numbers(from: words)
      for v in 1..<vectors {
        let step = columns[first &+ 2 &+ (register &+ v).trailingZeroBitCount]
        words ^= SIMD8(lowHalf: step, highHalf: step)
        column[v] = UnitInterval.numbers(from: words)
      }
    }
  }

  /// The word of one draw, from its definition: the digits of the point, then each of them scrambled.
  static func word(ofDraw draw: Int, stream: RandomStream, dimension: Int) -> UInt32 {
    let strand = draw % strands
    let register = draw / 8
    let index = (register ^ (register >> 1)) * 2 + draw / strands % 2
    let directions = SobolDirections(dimension: dimension, stream: stream)
    var point: UInt32 = 0
    for k in 0..<32 where index >> k & 1 == 1 { point ^= directions.number(k)[strand] }
    let scrambling = SobolScrambling(stream: stream, columns: 32)
    return scrambling.shift[strand] ^ scrambling.product(SIMD4(repeating: point))[strand]
  }
}
