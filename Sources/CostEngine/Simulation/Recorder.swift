/// Takes the reported amounts of one replicate, register by register.
struct Recorder {
  private let parts: UnsafeMutablePointer<AmountStatistics.Part>
  private let codes: UnsafeMutablePointer<Int32>
  private let lines: UnsafeMutablePointer<Int64>
  private let layout: SeriesLayout

  /// The register of the replicate that is being recorded.
  private var register = 0
  /// Lanes that are draws of the run: all but in its last register.
  private var isDraw = SIMDMask<SIMD8<Int64>>(repeating: true)
  /// The lowest series with an amount beyond ``Cents/limit``.
  private(set) var overflow: Int?

  private static let codesPerReplicate = RandomStream.drawsPerReplicate

  init(_ layout: SeriesLayout) {
    self.layout = layout
    parts = .allocate(capacity: layout.count)
    codes = .allocate(capacity: layout.count * Recorder.codesPerReplicate)
    lines = .allocate(capacity: layout.lineCount)
    lines.initialize(repeating: 0, count: layout.lineCount)
    parts.initialize(repeating: AmountStatistics.Part(), count: layout.count)
  }

  func deallocate() {
    parts.deallocate()
    codes.deallocate()
    lines.deallocate()
  }

  /// Starts a register with the given number of draws, 1...8.
  mutating func begin(register: Int, draws: Int) {
    self.register = register
    let lanes = SIMD8<Int64>(0, 1, 2, 3, 4, 5, 6, 7)
    let end = SIMD8<Int64>(repeating: Int64(draws))
    isDraw = (lanes .< end)
  }

  /// Records eight amounts in EUR.
  @inline(__always)
  mutating func record(_ euros: Register, series: Int) {
    let cents = checked(Cents.rounded(euros: euros), series: series)
    parts[series].add(cents)
    let first: Int = series &* Recorder.codesPerReplicate &+ register &* 8
    let narrow = SIMD8<Int32>(truncatingIfNeeded: AmountBins.codes(of: cents))
    UnsafeMutableRawPointer(codes + first).storeBytes(of: narrow, as: SIMD8<Int32>.self)
  }

  /// Adds eight amounts in EUR of one line.
  @inline(__always)
  mutating func record(_ euros: Register, line: Int, series: Int) {
    lines[line] &+= Cents.integers(checked(Cents.rounded(euros: euros), series: series)).wrappedSum()
  }

  /// Lanes that are no draws, and amounts beyond the limit or no number, count as 0; the latter are remembered.
  @inline(__always)
  private mutating func checked(_ cents: Register, series: Int) -> Register {
    let isCounted = (cents .<= Cents.limit) .& (cents .>= -Cents.limit)
    if any(.!isCounted .& isDraw) { overflow = min(overflow ?? series, series) }
    return cents.replacing(with: Register(repeating: 0), where: .!(isCounted .& isDraw))
  }

  /// Adds the replicate to the statistics and forgets it.
  mutating func flush(draws: Int, into accumulator: inout Accumulator) {
    for series in 0..<layout.count {
      accumulator.statistics[series].add(
        parts[series], draws: draws, codes: codes + series * Recorder.codesPerReplicate)
      parts[series] = AmountStatistics.Part()
    }
    for line in 0..<layout.lineCount {
      accumulator.lineSums[line] += WideInteger(lines[line])
      lines[line] = 0
    }
    accumulator.replicates.add(draws: draws)
    accumulator.overflow = [accumulator.overflow, overflow].compactMap { $0 }.min()
  }
}
