import TestSupport
import Testing

@testable import CostEngine

/// What the reported quantities are said to be, against the model spelled out for one draw.
@Suite struct ReportedTests {
  /// Amounts of at most 1e8, of which some twenty are added: each addition is off by 2^-53 of a sum below 1e9.
  private func agree(_ a: Double, _ b: Double) -> Bool { abs(a - b) <= 20 * 1e9 * 0x1p-53 }

  /// Put together of lines and other quantities as the definition says.
  private func composed(_ quantity: ReportedQuantity, _ amounts: WorkedCalculation.Amounts) -> Double {
    guard case .lines(let group, let plus, let minus) = quantity.definition else { return amounts[quantity] }
    return group.lines.reduce(0) { $0 + amounts.deltaLines[$1] } + (plus.map { amounts[$0] } ?? 0)
      - (minus.map { amounts[$0] } ?? 0)
  }

  @Test(arguments: 1...40 as ClosedRange<UInt64>)
  func definitionsGiveTheWorkedAmounts(seed: UInt64) {
    let study = RandomStudy.make(seed: seed, uncertain: false)
    for scenario in study.scenarios.indices {
      let nation = WorkedNational(study, scenario: scenario, values: [])
      for quantity in ReportedQuantity.allCases {
        if case .presentValue(let other) = quantity.definition {
          let years = nation.regions[0].years
          let present = zip(years, nation.years).reduce(0) { $0 + composed(other, $1.1) * $1.0.discountFactor }
          #expect(agree(present, nation.amount(of: quantity)))
          continue
        }
        for amounts in nation.years + [nation.total] + nation.regions.flatMap({ $0.years.map(\.amounts) + [$0.total] })
        {
          #expect(agree(composed(quantity, amounts), amounts[quantity]), "\(quantity.id) scenario \(scenario)")
        }
      }
    }
  }

  /// Every line is in one of the two groups, and what is kept by itself needs no other definition.
  @Test func linesAreStructuralOrIncidental() {
    #expect(CostLineGroup.all.lines == CostLine.allCases)
    for line in CostLine.allCases {
      #expect(CostLineGroup.structural.contains(line) != CostLineGroup.incidental.contains(line), "\(line.id)")
    }
    for quantity in ReportedQuantity.allCases {
      guard case .lines(_, let plus, let minus) = quantity.definition else { continue }
      for other in [plus, minus].compactMap({ $0 }) { #expect(other.definition == .itself, "\(quantity.id)") }
    }
  }

  /// The statistics of a quantity are found where they are told of.
  @Test func seriesAreThoseOfTheirQuantities() {
    let layout = SeriesLayout(scenarios: 3, years: 4, hasPayers: true)
    var found: Set<Int> = []
    for scenario in 0..<3 {
      for quantity in ReportedQuantity.allCases {
        for period in 0...4 where quantity != .npv || period == 4 {
          let series = layout.series(of: quantity, scenario: scenario) + (quantity == .npv ? 0 : period)
          let meaning = layout.meaning(of: series)
          #expect(
            meaning.quantity == quantity && meaning.period == Period(position: period, years: 4) && meaning.payer == nil
          )
          #expect(meaning.scenario == (quantity.isOfScenario ? scenario : nil))
          found.insert(series)
        }
      }
    }
    #expect(found.sorted() == Array(0..<layout.pair(0)))
  }
}
