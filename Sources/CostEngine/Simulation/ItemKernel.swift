/// The positions of the amounts of each item of one place, by scenario, kind (structural, incidental) and period.
struct ItemLayout: Sendable {
  /// Indices in ``Study/functions`` and so on, one list after the other: ``Study/items`` in its order.
  let items: Int
  let scenarios: Int
  let years: Int
  /// Position of the first provision, one-off and measure.
  let provisions, oneOffs, measures: Int

  init(_ study: Study, scenarios: Int) {
    provisions = study.functions.count
    oneOffs = provisions + study.provisions.count
    measures = oneOffs + study.oneOffs.count
    items = measures + study.measures.count
    self.scenarios = scenarios
    years = study.years
  }

  /// Number of periods: the years, the whole horizon and the end state.
  var periods: Int { years + 2 }
  /// The years and the end state.
  var slots: Int { years + 1 }

  /// Of the structural amounts of an item; the incidental ones follow.
  @inline(__always)
  func series(_ item: Int, scenario: Int) -> Int { 2 &* (scenario &* items &+ item) }

  var seriesCount: Int { 2 * scenarios * items }
  /// Number of sums: of each series and period.
  var count: Int { seriesCount * periods }
}

/// The two kinds of amounts of an item; its series follow each other in this order.
enum ItemKind: Int {
  case structural, incidental
}

/// The registers of the items of a place.
struct ItemScratch {
  let layout: ItemLayout
  /// The amounts of one item, by year and in the end state: structural ones, then incidental ones.
  private let amounts: UnsafeMutablePointer<Register>
  let sums: BlockSums

  init(_ layout: ItemLayout) {
    self.layout = layout
    amounts = Evaluator.room(2 * layout.slots)
    sums = BlockSums(series: layout.seriesCount, years: layout.years)
  }

  func deallocate() {
    amounts.deallocate()
    sums.deallocate()
  }

  /// The amounts of one kind.
  @inline(__always)
  func amounts(_ kind: ItemKind) -> UnsafeMutablePointer<Register> { amounts + kind.rawValue &* layout.slots }

  /// Adds the amounts of one kind to those of an item in a scenario.
  @inline(__always)
  func add(_ kind: ItemKind, of item: Int, scenario: Int, draws: Int) {
    sums.add(amounts(kind), to: layout.series(item, scenario: scenario) &+ kind.rawValue, draws: draws)
  }
}
