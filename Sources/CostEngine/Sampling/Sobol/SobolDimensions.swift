/// The dimension of the Sobol sequence that is assigned to each factor and variable of a study.
///
/// The first dimensions have the best joint distribution, and it is the interaction of variables that they must cover.
/// So whatever affects every amount comes first: the factors, then the variables by table, in the order of
/// ``precedence``; within each by name. This order is the same for every selection of scenarios and regions, and for
/// any order of a table's rows; adding or removing a variable shifts all that come later.
struct SobolDimensions {
  /// Dimension of each factor.
  let factors: [Int]
  /// Dimension of each variable.
  let variables: [Int]

  /// Prefixes of the variables' names, by table; tables with values per region, the most numerous, come last. Many of
  /// the orders that this allows were tried on one large study: this is the best of them.
  private static let precedence: [[StaticString]] = [
    ["variables."], ["settings.", "indices."], ["scenarios.", "scenario-regions.", "phase-in."],
    ["measures."], ["provisions.", "provision-norms."], ["functions."], ["measure-effects."],
    ["measures.in_force"], ["provision-current."], ["norms."], ["one-offs."], ["funding."], [],
  ]

  /// - Parameter sampler: what draws; others than Sobol have no dimensions, and all are then 0.
  init(_ study: Study, for sampler: Sampler) {
    guard sampler == .sobol else {
      factors = study.factors.map { _ in 0 }
      variables = study.variables.map { _ in 0 }
      return
    }
    let names = study.variables.map { $0.name }
    let ranks = names.map(SobolDimensions.rank)
    factors = SobolDimensions.places(study.factors.indices.sorted { isBefore(study.factors[$0], study.factors[$1]) })
    variables = SobolDimensions.places(
      names.indices.sorted {
        ranks[$0] == ranks[$1] ? isBefore(names[$0], names[$1]) : ranks[$0] < ranks[$1]
      }
    ).map { $0 + study.factors.count }
    /// By bytes, which gives the same order everywhere.
    func isBefore(_ a: String, _ b: String) -> Bool { a.utf8.lexicographicallyPrecedes(b.utf8) }
  }

  /// The position of each index in an order of all of them.
  private static func places(_ order: [Int]) -> [Int] {
    var places = [Int](repeating: 0, count: order.count)
    for (place, index) in order.enumerated() { places[index] = place }
    return places
  }

  /// Position in ``precedence`` of the longest matching prefix of the name; the last position if there is none.
  private static func rank(_ name: String) -> Int {
    var found = (length: 0, rank: precedence.count - 1)
    for (rank, beginnings) in precedence.enumerated() {
      for beginning in beginnings where beginning.utf8CodeUnitCount > found.length {
        let bytes = UnsafeBufferPointer(start: beginning.utf8Start, count: beginning.utf8CodeUnitCount)
        if name.utf8.starts(with: bytes) { found = (bytes.count, rank) }
      }
    }
    return found.rank
  }
}
