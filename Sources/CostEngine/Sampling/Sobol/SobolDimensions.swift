/// The dimension of the Sobol sequence that each factor and variable of a study takes.
///
/// The first dimensions are the best together, and it is the interaction of variables that they must spread. So what
/// every amount depends on comes first: the factors, then the variables by the table they stand in, in the order of
/// ``precedence``; within each by name. That is the same for every selection of scenarios and regions, and whatever the
/// order of a table's rows; a variable that is added to a study or taken from it moves all that come later.
struct SobolDimensions {
  /// By factor.
  let factors: [Int]
  /// By variable.
  let variables: [Int]

  /// Beginnings of the variables' names, by table; what a region has of its own, and there is most of, comes last. Of
  /// the orders that this leaves, many were tried on one large study: this is its best.
  private static let precedence: [[StaticString]] = [
    ["variables."], ["settings.", "indices."], ["scenarios.", "scenario-regions.", "phase-in."],
    ["measures."], ["provisions.", "provision-norms."], ["functions."], ["measure-effects."],
    ["measures.in_force"], ["provision-current."], ["norms."], ["one-offs."], ["funding."], [],
  ]

  init(_ study: Study) {
    let names = study.variables.map { $0.name }
    let ranks = names.map(SobolDimensions.rank)
    factors = SobolDimensions.places(study.factors.indices.sorted { isBefore(study.factors[$0], study.factors[$1]) })
    variables = SobolDimensions.places(
      names.indices.sorted {
        ranks[$0] == ranks[$1] ? isBefore(names[$0], names[$1]) : ranks[$0] < ranks[$1]
      }
    ).map { $0 + study.factors.count }
    /// By their bytes: the same everywhere.
    func isBefore(_ a: String, _ b: String) -> Bool { a.utf8.lexicographicallyPrecedes(b.utf8) }
  }

  /// The place that each index has in an order of all of them.
  private static func places(_ order: [Int]) -> [Int] {
    var places = [Int](repeating: 0, count: order.count)
    for (place, index) in order.enumerated() { places[index] = place }
    return places
  }

  /// Place in ``precedence`` of the longest beginning that the name has; the last place without any.
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
