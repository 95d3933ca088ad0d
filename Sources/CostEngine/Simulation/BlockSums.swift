/// Sums over the draws of a block of amounts of which only means are told, lines and items: by series, and by year and in
/// the end state. Sums over the whole horizon follow from them.
///
/// Two draws at a time are rounded to a hundredth of a cent; any order of adding whole numbers gives the same bits, and a
/// country's sum is that of its regions.
struct BlockSums {
  /// Hundredths of a cent in EUR 1.
  private static let partsPerEuro = 1e4
  /// The largest sum of a block, in hundredths of a cent: EUR 22 thousand million in each draw. Up to here sums of whole
  /// numbers are exact.
  private static let limit = 0x1p53

  /// Adding 3 * 2^51 to a number below 2^51 leaves the nearest whole number in the bits that are kept; to a larger one,
  /// a whole number near it.
  private static let magic = 0x1.8p52

  private let seriesCount: Int
  private let years: Int
  private let sums: UnsafeMutablePointer<SIMD4<Double>>

  init(series: Int, years: Int) {
    seriesCount = series
    self.years = years
    sums = .allocate(capacity: series * (years + 1))
    sums.initialize(repeating: SIMD4(repeating: 0), count: series * (years + 1))
  }

  /// The sums of a series by year and of the end state, those of the next series after them; for ``add(_:to:)``.
  @inline(__always)
  func sums(of series: Int) -> UnsafeMutablePointer<SIMD4<Double>> { sums + series &* (years &+ 1) }

  /// Adds eight draws of an amount in EUR to one of the sums.
  @inline(__always)
  static func add(_ amount: Register, to sum: inout SIMD4<Double>) {
    let two = amount.lowHalf + amount.highHalf
    sum += (two * partsPerEuro + magic) - magic
  }

  func deallocate() { sums.deallocate() }

  /// The mean of an amount of which a sum is counted in hundredths of a cent: EUR to the sixth decimal, as the tables of
  /// results tell it, so that what is made of them is what is made of the run.
  static func mean(_ sum: WideInteger, draws: Int) -> Double {
    let decimals = 1e6
    // WebAssembly has an instruction for no other rounding to the nearest.
    return (sum.double / Double(draws) / partsPerEuro * decimals).rounded(.toNearestOrEven) / decimals
  }

  /// Adds the amounts of a series in EUR by year, and then of the end state.
  ///
  /// - Parameters:
  ///   - stride: from one year to the next, in registers.
  ///   - draws: number of lanes that are draws, 1...8; the others may contain anything.
  @inline(__always)
  func add(_ amounts: UnsafePointer<Register>, stride: Int = 1, to series: Int, draws: Int) {
    let sum = sums(of: series)
    if draws == 8 {
      for slot in 0...years { BlockSums.add(amounts[slot &* stride], to: &sum[slot]) }
    } else {
      let isDraw = SIMD8<Double>(0, 1, 2, 3, 4, 5, 6, 7) .< Double(draws)
      for slot in 0...years {
        BlockSums.add(Register(repeating: 0).replacing(with: amounts[slot &* stride], where: isDraw), to: &sum[slot])
      }
    }
  }

  /// Moves the sums to those of a place and of the country, and empties them.
  ///
  /// - Parameters:
  ///   - place: in hundredths of a cent.
  ///   - nation: the same; nil if the place is the country, or there is none.
  ///   - position: where a series and period stands in both: the years, the whole horizon and the end state.
  /// - Returns: the series and period of a sum that is too large.
  @inline(__always)
  func move(
    to place: UnsafeMutablePointer<Int64>, and nation: UnsafeMutablePointer<Int64>?,
    _ position: (_ series: Int, _ period: Int) -> Int
  ) -> (series: Int, period: Int)? {
    var tooLarge: (series: Int, period: Int)?
    @inline(__always)
    func add(_ sum: Int64, _ series: Int, _ period: Int) {
      let position = position(series, period)
      place[position] &+= sum
      guard let nation else { return }
      let (all, isTooLarge) = nation[position].addingReportingOverflow(sum)
      nation[position] = all
      if isTooLarge { tooLarge = tooLarge ?? (series, period) }
    }
    for series in 0..<seriesCount {
      let own = sums(of: series)
      var total: Int64 = 0
      for slot in 0...years {
        let sum = own[slot].sum()
        own[slot] = SIMD4(repeating: 0)
        if sum == 0 { continue }
        let period = slot < years ? slot : years &+ 1
        guard sum.magnitude <= BlockSums.limit else {
          tooLarge = tooLarge ?? (series, period)
          continue
        }
        add(Int64(sum), series, period)
        if slot < years { total &+= Int64(sum) }
      }
      if total != 0 { add(total, series, years) }
    }
    return tooLarge
  }
}
