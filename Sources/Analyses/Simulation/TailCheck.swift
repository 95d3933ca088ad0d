import CostEngine
import StudyFiles
import Terms

/// What can be known before a run: that its draws will be too few for the tail of an input, see ``TailInputs``.
public enum TailCheck {
  /// Draws that tell how much an amount varies otherwise: five replicates.
  private static let draws = 1000

  /// A notice for each input that rules an amount for which the study asks too few draws.
  public static func notices(_ reading: StudyReading, workers: Workers) -> [Diagnostic] {
    guard let study = reading.study else { return [] }
    let selection = Selection(study)
    let tails = TailInputs(study, selection: selection)
    guard tails.hasEffect else { return [] }
    let settings = SimulationSettings(draws: draws, seed: reading.settings.seed, sampler: .latinHypercube)
    let simulation = ConcurrentSimulation(Plan(study, selection: selection, settings: settings), workers: workers)
    guard let results = try? simulation.results(progress: { _ in }) else { return [] }
    var order: [Int] = []
    var needed: [Int: (draws: Double, input: TailInputs.Influence)] = [:]
    for scenario in selection.scenarios.indices {
      for place in 0..<results.regionCount {
        let total = results.summary(.delta, scenario: scenario, region: place, year: results.total)
        let found = tails.judgement(
          scenario: scenario, place: place, summary: total, draws: reading.settings.draws)
        guard let found else { continue }
        for input in found.inputs {
          if needed[input.variable] == nil { order.append(input.variable) }
          if found.needed > needed[input.variable]?.draws ?? 0 { needed[input.variable] = (found.needed, input) }
        }
      }
    }
    return order.map { notice(study.variables[$0].name, needed[$0]!, asked: reading.settings.draws) }
  }

  private static func notice(
    _ name: String, _ found: (draws: Double, input: TailInputs.Influence), asked: Int
  ) -> Diagnostic {
    func count(_ number: Double, _ language: Language) -> String {
      var step = 1.0
      while number / step >= 99.5 { step *= 10 }
      return NumberFormat.people(language).fixed((number / step).rounded() * step, decimals: 0)
    }
    let odds = found.input.chance.map { chance in
      Bilingual(
        nl: "wijkt zelden af (in ongeveer 1 op \(count(1 / chance, .dutch)) trekkingen)",
        en: "is seldom otherwise (in about 1 of \(count(1 / chance, .english)) draws)")
    }
    let what = odds ?? Bilingual(nl: "heeft een lange staart", en: "has a long tail")
    let (dutchAsked, englishAsked) = (
      NumberFormat.people(.dutch).count(asked), NumberFormat.people(.english).count(asked)
    )
    let isPossible = found.draws <= Double(SimulationSettings.maximumDraws)
    return Diagnostic(
      .notice, file: InputName(name).map { $0.table.file } ?? "",
      problem: Bilingual(
        nl: "\(name) \(what.dutch) en bepaalt het gemiddelde: \(dutchAsked) trekkingen zijn daarvoor weinig, en de "
          + "steekproeffout die erbij staat, is dan te klein.",
        en:
          "\(name) \(what.english) and rules the mean: \(englishAsked) draws are few for that, and the sampling error "
          + "beside it will be too small."),
      remedy: isPossible
        ? Bilingual(
          nl: "Neem ongeveer \(count(found.draws, .dutch)) trekkingen (instelling trekkingen, of --draws).",
          en: "Take about \(count(found.draws, .english)) draws (the setting draws, or --draws).")
        : Bilingual(
          nl: "Zoveel trekkingen als nodig zijn, kan niet: noem dit risico apart, met zijn kans.",
          en: "As many draws as it takes are not possible: tell this risk apart, with its chance."))
  }
}
