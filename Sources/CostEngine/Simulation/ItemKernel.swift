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

/// Where the amounts of one item in one scenario go, by year and of the end state.
struct ItemAmounts {
  /// Number of years and the end state.
  let slots: Int
  /// The sums of the block to which they are added at once, structural ones first; nil if some lanes are no draws, or
  /// items are traced: then they are kept in the scratch space, and added from there.
  let sums: UnsafeMutablePointer<SIMD4<Double>>?
  let scratch: UnsafeMutablePointer<Register>

  /// Whether ``put(structural:incidental:_:)`` has added them.
  var areAdded: Bool { sums != nil }

  @inline(__always)
  func put(structural: Register, incidental: Register, _ slot: Int) {
    if let sums {
      BlockSums.add(structural, to: &sums[slot])
      BlockSums.add(incidental, to: &sums[slots &+ slot])
    } else {
      scratch[slot] = structural
      scratch[slots &+ slot] = incidental
    }
  }
}
