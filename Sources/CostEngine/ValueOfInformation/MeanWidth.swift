/// The width P5-P95 of an amount, and the mean width that is left over the answers once inputs are known.
///
/// Draws with almost the same prediction have almost the same answers, as far as the amount is concerned. So the mean
/// width over answers is that of the residuals of draws with neighbouring predictions, averaged over such bins. Where
/// answers move the spread too, as with an amount that stops growing at a norm, this is well below the width of all
/// residuals together, in which the widest answers rule.
struct MeanWidth: Sendable {
  /// With fewer draws in a bin its own percentiles would be known too badly.
  private static let drawsOfBin = 500
  private static let mostBins = 20

  /// P95 less P5 of all draws.
  let width: Double
  /// The same without each of the parts of the draws.
  private let widths: [Double]
  private let count: Int

  init(_ draws: [Double]) {
    count = draws.count
    let group = MeanWidth.groups(of: draws.count)
    let sorted = MeanWidth.sorted(draws.indices.map { (draws[$0], group($0)) })
    width = MeanWidth.width(sorted, without: nil)
    widths = (0..<MeanWidth.groups(draws.count)).map { MeanWidth.width(sorted, without: $0) }
  }

  /// The share of the width that goes on average once inputs are known.
  ///
  /// - Parameters:
  ///   - fitted: the prediction in every draw.
  ///   - residuals: what it leaves.
  ///   - factor: by how much a regression narrows its residuals by chance.
  func share(fitted: [Double], residuals: [Double], factor: Double) -> InformationValue {
    guard width > 0, fitted.count == count else { return .none }
    // Among equal predictions the order is one that has nothing to do with that of the draws.
    func mixed(_ draw: Int) -> UInt32 { UInt32(truncatingIfNeeded: draw) &* 2_654_435_761 }
    let order = fitted.indices.sorted { fitted[$0] == fitted[$1] ? mixed($0) < mixed($1) : fitted[$0] < fitted[$1] }
    let group = MeanWidth.groups(of: count)
    let bins = max(1, min(MeanWidth.mostBins, count / MeanWidth.drawsOfBin))
    var left = 0.0
    var leftWithout = [Double](repeating: 0, count: widths.count)
    for bin in 0..<bins {
      let members = order[bin * count / bins..<(bin + 1) * count / bins]
      let sorted = MeanWidth.sorted(members.map { (residuals[$0], group($0)) })
      left += MeanWidth.width(sorted, without: nil) / Double(bins)
      for part in widths.indices { leftWithout[part] += MeanWidth.width(sorted, without: part) / Double(bins) }
    }
    let estimates = widths.indices.map { widths[$0] > 0 ? 1 - factor * leftWithout[$0] / widths[$0] : 0 }
    return InformationValue(
      value: max(0, 1 - factor * left / width), standardError: DrawParts.standardError(leavingOut: estimates))
  }

  // MARK: Parts and percentiles

  private static func groups(_ count: Int) -> Int {
    let replicates = count / RandomStream.drawsPerReplicate
    return replicates < 2 ? 0 : min(DrawParts.most, replicates)
  }

  /// The part to which a draw belongs: replicates in turn.
  private static func groups(of count: Int) -> (Int) -> Int {
    let parts = max(1, groups(count))
    let last = max(1, count / RandomStream.drawsPerReplicate) - 1
    return { min($0 / RandomStream.drawsPerReplicate, last) % parts }
  }

  private static func sorted(_ values: [(value: Double, part: Int)]) -> [(value: Double, part: Int)] {
    values.sorted { $0.value < $1.value }
  }

  /// P95 less P5, each interpolated between the two draws around the place `p (n + 1)`, which is right on average also
  /// for few draws.
  private static func width(_ sorted: [(value: Double, part: Int)], without part: Int?) -> Double {
    let count = part.map { part in sorted.count { $0.part != part } } ?? sorted.count
    guard count > 0 else { return 0 }
    func places(_ share: Double) -> (below: Int, weight: Double) {
      let place = max(0, min(Double(count - 1), share * Double(count + 1) - 1))
      return (min(Int(place), max(0, count - 2)), place - Double(min(Int(place), max(0, count - 2))))
    }
    let (low, high) = (places(0.05), places(0.95))
    var (lowest, highest) = (0.0, 0.0)
    var place = 0
    for (value, own) in sorted where own != part {
      if place == low.below { lowest += (1 - low.weight) * value }
      if place == low.below + 1 { lowest += low.weight * value }
      if place == high.below { highest += (1 - high.weight) * value }
      if place == high.below + 1 { highest += high.weight * value }
      place += 1
    }
    return highest - lowest
  }
}
