import CostEngine
import Reports
import Terms

/// What a reader must know about two studies before comparing their figures.
public struct CompareRemarks {
  let a: ComparedStudy
  let b: ComparedStudy
  let settings: SimulationSettings
  let isOneStudy: Bool

  public init(a: ComparedStudy, b: ComparedStudy, settings: SimulationSettings, isOneStudy: Bool) {
    self.a = a
    self.b = b
    self.settings = settings
    self.isOneStudy = isOneStudy
  }

  public func remarks(_ comparison: StudyComparison, legs: [StudyComparer.Leg]) -> [Bilingual] {
    if isOneStudy { return recomputed }
    let (first, second) = (comparison.a.study, comparison.b.study)
    return recomputed + otherSettings + years(first, second) + prices(first, second) + regions + grouped(legs)
      + otherDraws(first, second)
  }

  /// The dimensions of a Sobol sequence are assigned by the order of all variables.
  private func otherDraws(_ first: Study, _ second: Study) -> [Bilingual] {
    guard settings.sampler == .sobol,
      Set(first.variables.map({ $0.name })) != Set(second.variables.map({ $0.name }))
    else { return [] }
    return [
      Bilingual(
        nl: "Let op: met de steekproef sobol krijgt invoer die beide hebben toch andere waarden zodra één studie een "
          + "onzeker getal meer of minder heeft. Een deel van het verschil is dan toeval. Gebruik Latin hypercube (--sampler lhs).",
        en: "Note: with the sampler sobol inputs that both have take other values all the same once one study has an "
          + "uncertain number more or less. Part of the difference is then chance. Use Latin hypercube (--sampler lhs)."
      )
    ]
  }

  private var recomputed: [Bilingual] {
    (isOneStudy ? [a] : [a, b]).filter { $0.manifest != nil }.map {
      if $0.isFromCopies {
        return Bilingual(
          nl: "\($0.folder) is opnieuw berekend uit de kopie van de invoer die erbij staat.",
          en: "\($0.folder) was computed again from the copy of its inputs that it carries.")
      }
      return Bilingual(
        nl: "\($0.folder) is opnieuw berekend uit de studie waar het in staat: die is sindsdien niet gewijzigd.",
        en: "\($0.folder) was computed again from the study that it is in: that has not changed since.")
    }
  }

  private var otherSettings: [Bilingual] {
    guard b.manifest != nil, b.settings != settings else { return [] }
    return [
      Bilingual(
        nl: "B was berekend met andere trekkingen; om te vergelijken zijn die van A gebruikt.",
        en: "B was computed with other draws; to compare, those of A were used.")
    ]
  }

  private func years(_ first: Study, _ second: Study) -> [Bilingual] {
    if first.firstYear == second.firstYear && first.years == second.years { return [] }
    return [
      Bilingual(
        nl: "De looptijd verschilt: A loopt van \(first.firstYear) tot en met \(first.lastYear), B van "
          + "\(second.firstYear) tot en met \(second.lastYear). Per jaar staan hier de jaren die beide hebben; \"alle jaren\" "
          + "is van elk de eigen looptijd.",
        en: "The horizons differ: A runs from \(first.firstYear) to \(first.lastYear), B from \(second.firstYear) to "
          + "\(second.lastYear). The years that both have are shown; \"all years\" is each one's own horizon.")
    ]
  }

  private func prices(_ first: Study, _ second: Study) -> [Bilingual] {
    if first.priceYear == second.priceYear && first.currentPrices == second.currentPrices { return [] }
    func text(_ study: Study, _ language: Language) -> String {
      study.currentPrices
        ? language(nl: "lopende prijzen, prijspeil \(study.priceYear)", en: "current prices from \(study.priceYear)")
        : language(nl: "constante prijzen van \(study.priceYear)", en: "constant prices of \(study.priceYear)")
    }
    return [
      Bilingual(
        nl:
          "De prijzen verschillen: A in \(text(first, .dutch)), B in \(text(second, .dutch)). Er is niets omgerekend.",
        en: "Prices differ: A in \(text(first, .english)), B in \(text(second, .english)). Nothing was converted.")
    ]
  }

  private var regions: [Bilingual] {
    let (own, other) = (a.regionCodes, b.regionCodes)
    let onlyA = own.filter { !other.contains($0) }.joined(separator: ", ")
    let onlyB = other.filter { !own.contains($0) }.joined(separator: ", ")
    var parts: [Bilingual] = []
    if !onlyA.isEmpty { parts.append(Bilingual(nl: "alleen in A: \(onlyA)", en: "in A only: \(onlyA)")) }
    if !onlyB.isEmpty { parts.append(Bilingual(nl: "alleen in B: \(onlyB)", en: "in B only: \(onlyB)")) }
    if parts.isEmpty { return [] }
    return [
      Bilingual(
        nl: "Niet alle regio's zitten in beide: \(parts.map({ $0.dutch }).joined(separator: "; ")).",
        en: "Not all regions are in both: \(parts.map({ $0.english }).joined(separator: "; ")).")
    ]
  }

  private func grouped(_ legs: [StudyComparer.Leg]) -> [Bilingual] {
    let isGrouped = legs.contains { leg in
      if case .inputs(let stages) = leg { return stages.isGrouped }
      return false
    }
    guard isGrouped else { return [] }
    return [
      Bilingual(
        nl:
          "Er zijn meer dan \(InputPath.mostSteps) wijzigingen: onder \"Welke invoer\" staan ze per kolom bij elkaar; "
          + "met --out staan ze cel voor cel in changes.csv.",
        en: "There are more than \(InputPath.mostSteps) changes: under \"Which input\" they are taken together by "
          + "column; with --out they are in changes.csv cell by cell.")
    ]
  }
}
