import CostEngine
import Terms

/// One provision in one year: the baseline and the scenario.
struct WorkedProvisionText {
  let report: WorkedReport
  /// Index in the study.
  let provision: Int

  var lines: [String] {
    let row = study.provisions[provision]
    let year = report.year.provisions[provision]
    let scenario = words.scenario
    let units = report.format.shortest(today.units)
    let title = PlainText.line("\(row.code) \(row.name)")
    return ["  \(title) (\(words.units(row.per)), u = \(units)), x0 = \(report.format.shortest(today.quantity))"]
      + line("\(words.baseline): x", "\("x0", today.quantity)", year.baseline.quantity)
      + amount(words.baseline, year.baseline)
      + [Driver.quantity, .unitCost].flatMap {
        report.combinedFactor($0, item: provision, value: year.scenario.factors[$0], indent: "    ")
      }
      + norm(scenario, year.scenario) + amount(scenario, year.scenario)
  }

  private var words: WorkedWords { report.words }
  private var study: Study { report.study }
  private var today: WorkedCalculation.ProvisionToday { report.worked.provisions[provision] }

  private func line(_ name: String, _ formula: Formula, _ result: Double) -> [String] {
    report.formula(name, formula, result, indent: "    ")
  }

  /// The quantity of the scenario.
  private func norm(_ side: String, _ year: WorkedCalculation.ProvisionSide) -> [String] {
    let terms = study.scenarios[report.worked.scenario].terms[report.worked.region]
    let norm = report.content.value(study.provisionNorms[terms.level][provision])
    let bandwidth = report.worked.bandwidth
    let phi = report.year.phaseIn
    let target = norm * (1 - bandwidth)
    var lines: [String] = []
    let normName = "norm." + words.column(.quantity)
    var name = normName
    if bandwidth != 0 {
      lines += line("\(side): x1", "\(normName, norm) * (1 - \("b", bandwidth))", target)
      name = "x1"
    }
    let current: Formula = "\("x0", today.quantity)"
    let moved =
      target < today.quantity
      ? current + " - \("phi", phi) * \(words.release, report.worked.release) * (" + current + " - \(name, target))"
      : current + " + \("phi", phi) * (\(name, target) - " + current + ")"
    let factor = year.factors[.quantity]
    return lines + line("\(side): x", factor == 1 ? moved : "(" + moved + ") * \("F", factor)", year.quantity)
  }

  private func amount(_ side: String, _ year: WorkedCalculation.ProvisionSide) -> [String] {
    let row = study.provisions[provision]
    let index = row.index == .wage ? report.year.wageIndex : report.year.priceIndex
    let product: Formula =
      "\("x", year.quantity) * \("u", today.units) * \(words.column(.unitCost), report.content.value(row.unitCost))"
    return line(
      "\(side): \(words.amount)",
      product.times("F", year.factors[.unitCost]).times(row.index == .wage ? "W" : "I", index), year.amount)
  }
}
