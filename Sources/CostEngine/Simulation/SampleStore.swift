/// Drawn variables, and the tables they are drawn from, that are kept for the next simulation: whoever moves a lever computes the same draws again and again, with
/// other terms. What is kept are the bits that would be drawn; of a Sobol sequence, whose dimensions depend on all the others,
/// nothing is.
///
/// One simulation at a time may use it: the next one moves what is kept.
public final class SampleStore: @unchecked Sendable {
  /// What a variable's draws follow from.
  private struct Origin: Equatable {
    let stream: RandomStream
    let distribution: Distribution
    /// The streams of its factors, and how much it loads on each.
    let factors: [RandomStream]
    let loadings: [Double]
  }

  private struct Kept {
    let origin: Origin
    /// The last simulation that asked for it.
    var turn: Int
    /// The draws of each replicate; empty for one that has not been drawn.
    var replicates: [[Register]] = []
  }

  /// Bytes that are kept at most, and the new ones of a simulation beyond that.
  private let limit: Int
  private var size = 0
  private var turn = 0
  private var kept: [Kept] = []
  private var catalogue = QuantileCatalogue()
  private var quantiles: [CompiledQuantile] = []
  /// Tables that are kept at most: of several countries.
  private static let mostQuantiles = 10_000

  /// - Parameter limit: bytes; the country's variables in 2,000 draws are some 30 MB.
  public init(limit: Int = 64 << 20) { self.limit = limit }

  /// Where the variables of a plan are kept, in its order; nil if they cannot be.
  func places(of plan: Plan) -> [Int]? {
    guard plan.settings.sampler != .sobol else { return nil }
    turn += 1
    if size > limit { forget() }
    var next = 0
    return plan.variables.indices.map { index in
      let variable = plan.variables[index]
      let loadings = plan.loadings[variable.loadings]
      let origin = Origin(
        stream: variable.stream, distribution: plan.distributions[index],
        factors: loadings.map { plan.commonFactors[$0.factor] }, loadings: loadings.map { $0.loading })
      // The same plan as before, but for a few: mostly the next one is the right one.
      let place =
        next < kept.count && kept[next].origin == origin ? next : kept.firstIndex { $0.origin == origin } ?? kept.count
      if place == kept.count { kept.append(Kept(origin: origin, turn: turn)) }
      kept[place].turn = turn
      next = place + 1
      return place
    }
  }

  /// The quantile of a distribution, compiled now or before.
  func quantile(of distribution: Distribution) -> CompiledQuantile {
    if quantiles.count == SampleStore.mostQuantiles { (catalogue, quantiles) = (QuantileCatalogue(), []) }
    let index = catalogue.index(of: distribution)
    if index == quantiles.count { quantiles.append(CompiledQuantile(distribution)) }
    return quantiles[index]
  }

  /// Takes away what the simulation before did not ask for; all of it if that is still too much.
  private func forget() {
    kept.removeAll { $0.turn < turn - 1 }
    measure()
    if size > limit { kept = [] }
    measure()
  }

  private func measure() {
    let bytes = registersPerReplicate * MemoryLayout<Register>.stride
    size = kept.reduce(0) { $0 + $1.replicates.count { !$0.isEmpty } * bytes }
  }

  /// Copies a replicate's draws; false if there are none.
  func copy(_ place: Int, replicate: Int, to column: UnsafeMutablePointer<Register>) -> Bool {
    let replicates = kept[place].replicates
    guard replicate < replicates.count, !replicates[replicate].isEmpty else { return false }
    replicates[replicate].withUnsafeBufferPointer {
      column.update(from: $0.baseAddress!, count: registersPerReplicate)
    }
    return true
  }

  func keep(_ column: UnsafePointer<Register>, _ place: Int, replicate: Int) {
    guard size <= limit else { return }
    while kept[place].replicates.count <= replicate { kept[place].replicates.append([]) }
    kept[place].replicates[replicate] = Array(UnsafeBufferPointer(start: column, count: registersPerReplicate))
    size += registersPerReplicate * MemoryLayout<Register>.stride
  }
}
