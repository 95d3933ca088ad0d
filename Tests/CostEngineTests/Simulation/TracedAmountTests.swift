import TestSupport
import Testing

@testable import CostEngine

/// Lines, items, payers and phase-ins of every draw, and what becomes of several years, against the model spelled out.
@Suite struct TracedAmountTests {
  private static let draws = 11

  /// Both sum some hundreds of amounts of at most 1e8 with relative errors of some 1e-15, and round to cents once; what
  /// municipalities pay is a rest of up to three amounts in cents.
  private func agree(_ a: Double, _ b: Double) -> Bool { abs(a - b) <= 0.01 + 1e-5 }

  private func draws(of amounts: [RecordedAmount], _ study: Study, _ settings: SimulationSettings) -> [[Double]] {
    let plan = Plan(study, selection: Selection(study), settings: settings, tracing: amounts)
    var values = amounts.map { _ in [Double](repeating: .nan, count: settings.draws) }
    Evaluator(plan).evaluate(replicates: 0..<1) { place, wave in
      for (index, amount) in amounts.enumerated() where amount.place == place {
        values[index].withUnsafeMutableBufferPointer { #expect(wave.record(amount, into: $0.baseAddress!)) }
      }
    }
    return values
  }

  @Test(arguments: 201...230 as ClosedRange<UInt64>)
  func agreeDrawByDraw(seed: UInt64) throws {
    let study = RandomStudy.make(seed: seed, uncertain: seed % 5 > 0)
    let settings = SimulationSettings(draws: Self.draws, seed: seed, sampler: .latinHypercube)
    let sampler = DrawSampler(study, settings: settings)
    let scenario = study.scenarios.count - 1
    let subjects =
      CostLine.allCases.map { RecordedSubject.line($0) } + study.items.map { .item($0) } + [.phaseIn]
    let periods = (0...study.years + 1).map { Period(position: $0, years: study.years) }
    var amounts: [RecordedAmount] = []
    for place in 0...study.regions.count {
      for subject in subjects {
        for period in periods where subject != .phaseIn || period != .total {
          amounts.append(RecordedAmount(scenario: scenario, place: place, subject: subject, span: .period(period)))
        }
      }
    }
    let found = draws(of: amounts, study, settings)
    for draw in 0..<Self.draws {
      let national = WorkedNational(study, scenario: scenario, values: sampler.values(ofDraw: draw))
      for (amount, values) in zip(amounts, found) {
        guard case .period(let period) = amount.span else { continue }
        let isWhole = amount.place == study.regions.count
        let expected: Double
        switch amount.subject {
        case .line(let line):
          let amounts = isWhole ? national.amounts(in: period) : national.regions[amount.place].amounts(in: period)
          expected = amounts.deltaLines[line]
        case .item(let item):
          let own =
            isWhole
            ? national.amount(of: item, in: period) : national.regions[amount.place].amount(of: item, in: period)
          expected = own.structural + own.incidental
        case .phaseIn:
          let regions = isWhole ? national.regions : [national.regions[amount.place]]
          expected = regions.map { period == .end ? 1 : $0.years[period.position(years: study.years)].phaseIn }.min()!
          // To 1e-8, as is recorded.
          #expect(abs(values[draw] - expected) <= 1e-8, "\(amount)")
          continue
        case .quantity, .paid: continue
        }
        #expect(agree(values[draw], expected), "\(amount) draw \(draw)")
      }
    }
  }

  /// Who pays, by year; and the dearest year, the cheapest and the sum of some years, draw by draw: not those of the means.
  @Test(arguments: 231...250 as ClosedRange<UInt64>)
  func payersAndYears(seed: UInt64) throws {
    let study = RandomStudy.make(seed: seed, uncertain: true)
    let settings = SimulationSettings(draws: Self.draws, seed: seed, sampler: .random)
    let sampler = DrawSampler(study, settings: settings)
    let years = 0...study.years - 1
    var amounts: [RecordedAmount] = []
    for place in 0...study.regions.count {
      for fold in [YearFold.highest, .lowest, .sum] {
        amounts.append(
          RecordedAmount(scenario: 0, place: place, subject: .quantity(.net), span: .years(years, fold)))
      }
      guard study.municipalKey != nil else { continue }
      for payer in Payer.allCases {
        for position in 0...study.years {
          amounts.append(
            RecordedAmount(
              scenario: 0, place: place, subject: .paid(payer),
              span: .period(Period(position: position, years: study.years))))
        }
      }
    }
    let found = draws(of: amounts, study, settings)
    for draw in 0..<Self.draws {
      let national = WorkedNational(study, scenario: 0, values: sampler.values(ofDraw: draw))
      for (amount, values) in zip(amounts, found) {
        let region = amount.place == study.regions.count ? nil : amount.place
        switch (amount.subject, amount.span) {
        case (.paid(let payer), .period(let period)):
          let expected = national.paid(payer, region: region, in: period)
          #expect(abs(values[draw] - expected) <= 0.03 + 1e-5, "\(amount) draw \(draw)")
        case (_, .years(_, let fold)):
          let nets = years.map { year in
            region.map { national.regions[$0].amount(of: .net, in: .year(year)) }
              ?? national.amount(of: .net, in: .year(year))
          }
          let expected = fold == .sum ? nets.reduce(0, +) : fold == .highest ? nets.max()! : nets.min()!
          #expect(agree(values[draw], expected), "\(amount) draw \(draw)")
        default: break
        }
      }
    }
  }

  /// What is kept beside the statistics changes none of them.
  @Test func tracingChangesNoBit() throws {
    let study = RandomStudy.make(seed: 251, uncertain: true)
    let settings = SimulationSettings(draws: 401, seed: 1, sampler: .latinHypercube)
    let amounts = [RecordedSubject.line(.annualTraining), .item(study.items[0]), .phaseIn].map {
      RecordedAmount(scenario: 0, place: 0, subject: $0, span: .period(.year(0)))
    }
    let plain = Plan(study, selection: Selection(study), settings: settings, countsItems: true)
    let tracing = Plan(study, selection: Selection(study), settings: settings, countsItems: true, tracing: amounts)
    #expect(
      try Evaluator.statistics(of: plain).results(of: plain) == Evaluator.statistics(of: tracing).results(of: tracing))
  }
}
