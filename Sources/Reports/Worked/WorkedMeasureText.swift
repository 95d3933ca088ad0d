import CostEngine
import Terms

extension WorkedReport {
  /// The scenario's measures: whether they are in force, to what extent they take effect, and what they cost and
  /// multiply.
  var measures: [String] {
    guard !worked.measures.isEmpty else { return [] }
    var lines = heading(language(nl: "Maatregelen", en: "Measures"))
    for (terms, year) in zip(worked.measures, year.measures) { lines += measure(terms, year) }
    return lines
  }

  private func measure(_ terms: WorkedCalculation.MeasureTerms, _ year: WorkedCalculation.MeasureYear) -> [String] {
    let measure = study.measures[terms.measure]
    let number = format.shortest(terms.inForceNumber)
    let adoption = format.shortest(terms.adoption)
    let isInForce =
      terms.isInForce
      ? language(
        nl: "in werking (toevalsgetal \(number) < deelname \(adoption))",
        en: "in force (random number \(number) < adoption \(adoption))")
      : language(
        nl: "niet in werking (toevalsgetal \(number), deelname \(adoption))",
        en: "not in force (random number \(number), adoption \(adoption))")
    var lines = ["  " + PlainText.line("\(measure.code) \(measure.name): \(isInForce)")]
    guard terms.isInForce else { return lines }
    let code = PlainText.line(measure.code)
    let from = language(nl: "van", en: "from")
    let ramp = language(nl: "invoerjaren", en: "ramp_years")
    lines +=
      content.isEnd
      ? [language(nl: "    psi(\(code)) = 1 (eindbeeld)", en: "    psi(\(code)) = 1 (end state)")]
      : formula(
        "psi(\(code))", "clamp((\("t", Double(content.year)) - \(from, terms.from) + 1) / \(ramp, terms.rampYears))",
        year.ramp, indent: "    ")
    for effect in measure.effects { lines += factor(of: effect, ramp: year.ramp) }
    if year.oneOff != 0 {
      let product: Formula = "\(language(nl: "eenmalig", en: "one_off"), terms.oneOff) * \(words.units, terms.units)"
      lines += formula(
        Glossary.entry(CostLine.measureOneOff).name(language), product.times("I", self.year.priceIndex), year.oneOff,
        indent: "    ")
    }
    if year.annual != 0 {
      let product: Formula =
        "\(language(nl: "jaarlijks", en: "annual"), terms.annual) * \(words.units, terms.units) * \("psi", year.ramp)"
      lines += formula(
        Glossary.entry(CostLine.measureAnnual).name(language), product.times("I", self.year.priceIndex), year.annual,
        indent: "    ")
    }
    return lines
  }

  private func factor(of effect: Measure.Effect, ramp: Double) -> [String] {
    let item = effect.driver.isOfProvision ? study.provisions[effect.item].code : study.functions[effect.item].code
    let factor = content.value(effect.factor)
    let product: Formula = "1 + \("psi", ramp) * (\("factor", factor) - 1)"
    return formula(
      "F(\(words.column(effect.driver)), \(PlainText.line(item)))", product, 1 + ramp * (factor - 1), indent: "    ")
  }

  /// `F(driver)` of an item, as the product over the measures in force; empty if there are fewer than two.
  func combinedFactor(_ driver: Driver, item: Int, value: Double, indent: String) -> [String] {
    var factors: [(name: String, value: Double)] = []
    for measure in year.measures where measure.isInForce {
      for effect in study.measures[measure.measure].effects
      where effect.item == item && effect.driver == driver {
        let code = PlainText.line(study.measures[measure.measure].code)
        factors.append(("F(\(code))", 1 + measure.ramp * (content.value(effect.factor) - 1)))
      }
    }
    guard factors.count > 1 else { return [] }
    var product: Formula = ""
    for (position, factor) in factors.enumerated() {
      product = product + (position > 0 ? " * " : "") + "\(factor.name, factor.value)"
    }
    return formula("F(\(words.column(driver)))", product, value, indent: indent)
  }
}
