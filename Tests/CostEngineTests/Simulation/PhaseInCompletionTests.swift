import TestSupport
import Testing

@testable import CostEngine

/// Whether everything is in place in the last year. `TinyStudy` runs from 2027 on.
@Suite struct PhaseInCompletionTests {
  private let settings = SimulationSettings(draws: 1000, seed: 1, sampler: .latinHypercube)

  private func study(_ phaseIn: PhaseIn, delay: Quantity = .certain(0), _ variables: [UncertainVariable] = []) -> Study
  {
    var study = TinyStudy.study
    study.variables += variables
    for scenario in study.scenarios.indices {
      for region in study.scenarios[scenario].terms.indices {
        study.scenarios[scenario].terms[region].phaseIn = phaseIn
        study.scenarios[scenario].terms[region].delay = delay
      }
    }
    return study
  }

  /// `phi` of the first scenario and region in the last year, in every draw of a run.
  private func sharesInLastYear(_ study: Study) -> [Double] {
    let amount = RecordedAmount(scenario: 0, place: 0, subject: .phaseIn, span: .period(.year(study.years - 1)))
    let plan = Plan(study, selection: Selection(study), settings: settings, tracing: [amount])
    var values = [Double](repeating: 0, count: 1000)
    let evaluator = Evaluator(plan, mostReplicates: 1)
    for replicate in 0..<plan.replicateCount {
      evaluator.evaluate(replicates: replicate..<replicate + 1) { place, wave in
        guard place == 0 else { return }
        values.withUnsafeMutableBufferPointer {
          _ = wave.record(amount, into: $0.baseAddress! + 200 * replicate)
        }
      }
    }
    return values
  }

  @Test func certainOnesAreOrAreNot() {
    let last = Double(TinyStudy.study.lastYear)
    for (phaseIn, delay, isComplete, year) in [
      (PhaseIn.linear(from: .certain(2027), until: .certain(last)), 0.0, true, last),
      (.linear(from: .certain(2027), until: .certain(last)), 0.25, false, last + 1),
      (.scurve(from: .certain(2027), until: .certain(last + 9)), 0, false, last + 9),
      (.step(from: .certain(last - 1)), 1, true, last), (.step(from: .certain(last - 1)), 1.5, false, last + 1),
    ] {
      let study = study(phaseIn, delay: .certain(delay))
      let completion = PhaseInCompletion(study, selection: Selection(study), settings: settings)
      #expect(completion.draws == 1)
      #expect(completion.shares.joined().allSatisfy { $0 == (isComplete ? 1 : 0) }, "\(phaseIn) \(delay)")
      #expect(study.yearOfCompletion(scenario: 0, regions: [0, 1]) == Int(year))
    }
  }

  /// A profile that ends below 1 is never complete; one that dips is complete when it is back.
  @Test func profiles() {
    var study = study(.profile(0))
    study.profiles = [PhaseInProfile(name: "p", years: [2027, 2028], shares: [.certain(0.5), .certain(0.9)])]
    #expect(study.yearOfCompletion(scenario: 0, regions: [0]) == nil)
    #expect(PhaseInCompletion(study, selection: Selection(study), settings: settings).shares[0][0] == 0)
    study.profiles = [
      PhaseInProfile(name: "p", years: [2027, 2028, 2030], shares: [.certain(1), .certain(0.9), .certain(1)])
    ]
    #expect(study.yearOfCompletion(scenario: 0, regions: [0]) == 2030)
  }

  /// A delay that is over before the horizon ends takes no draws: in each of them everything is in place.
  @Test(arguments: [true, false]) func anUncertainDelayOfNoMatter(isScurve: Bool) throws {
    let last = Double(TinyStudy.study.lastYear)
    let count = TinyStudy.study.variables.count
    let variables = [
      UncertainVariable(name: "delay", distribution: try .uniform(from: 0, to: 1)),
      UncertainVariable(name: "from", distribution: try .uniform(from: last - 3, to: last - 1)),
    ]
    let (from, until) = (Quantity.uncertain(count + 1), Quantity.certain(last - 1.5))
    let study = study(
      isScurve ? .scurve(from: from, until: until) : .linear(from: from, until: until), delay: .uncertain(count),
      variables)
    let completion = PhaseInCompletion(study, selection: Selection(study), settings: settings)
    #expect(completion.draws == 1 && completion.shares.count == study.scenarios.count)
    #expect(completion.shares.allSatisfy { $0 == [Double](repeating: 1, count: study.regions.count + 1) })
    #expect(study.latestCompletion(study.scenarios[0].terms[0]) == Int(last))
    #expect(sharesInLastYear(study).allSatisfy { $0 == 1 })
  }

  /// P(U(0, 4) <= 1) is a quarter: of 1,000 draws in five replicates of 200 strata, which hold 50 each but for rounding.
  @Test func anUncertainDelay() throws {
    let last = TinyStudy.study.lastYear
    let variable = UncertainVariable(name: "scenarios.delay_years[S]", distribution: try .uniform(from: 0, to: 4))
    let index = TinyStudy.study.variables.count
    let study = study(
      .linear(from: .certain(Double(last - 2)), until: .certain(Double(last - 1))), delay: .uncertain(index), [variable]
    )
    let completion = PhaseInCompletion(study, selection: Selection(study), settings: settings)
    #expect(completion.draws == 1000)
    for share in completion.shares.joined() { #expect(abs(share - 0.25) <= 0.005) }
    #expect(study.yearOfCompletion(scenario: 0, regions: [0]) == nil)
    // They are the draws of a run.
    #expect(Double(sharesInLastYear(study).count { $0 >= 1 }) / 1000 == completion.shares[0][0])
  }
}
