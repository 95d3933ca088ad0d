import CostEngine
import Terms

/// One function in one year: today's situation, the baseline, the scenario.
struct WorkedFunctionText {
  let report: WorkedReport
  /// Index in the study.
  let function: Int

  private var words: WorkedWords { report.words }
  private var content: WorkedContent { report.content }
  private var study: Study { report.study }
  private var today: WorkedCalculation.FunctionToday { report.worked.functions[function] }
  private var terms: ScenarioTerms { study.scenarios[report.worked.scenario].terms[report.worked.region] }
  private let indent = "    "

  var lines: [String] {
    let row = study.functions[function]
    let year = report.year.functions[function]
    let units = report.format.shortest(today.units)
    let title = PlainText.line("\(row.code) \(row.name)")
    return PlainText.heading("\(title) (\(words.units(row.per)), u = \(units))") + current
      + ["  \(words.baseline) \(content.name(report.language))"] + costs(year.baseline, isBaseline: true)
      + ["  \(words.scenario) \(content.name(report.language))"]
      + pool(year.scenario) + costs(year.scenario, isBaseline: false)
  }

  private func line(_ name: String, _ formula: Formula, _ result: Double) -> [String] {
    report.formula(name, formula, result, indent: indent)
  }

  /// What the region has today.
  private var current: [String] {
    var lines: [String] = []
    if case .share(let share) = study.current[report.worked.region][function].persons {
      let norm = study.norms[study.referenceLevel][function]
      let product: Formula =
        "\(words.personsShare, content.value(share)) * \(words.column(.positions), content.value(norm.positions))"
      lines += report.formula(
        "S0",
        product.times(words.units, today.units).times(
          words.personsPerPosition, content.value(norm.personsPerPosition)), today.persons)
    }
    let values = [
      ("S0", today.persons), ("V0", today.standbyPositions), ("T0", today.turnover), ("C0", today.certified),
      ("H0", today.initialHours), ("A0", today.annualHours),
    ]
    lines.append("  " + values.map { "\($0.0) = \(report.format.shortest($0.1))" }.joined(separator: "   "))
    return lines
  }

  /// `x0` moving towards the norm.
  private func move(_ name: String, _ today: Double, to target: Double, _ targetName: String) -> Formula {
    let phi = report.year.phaseIn
    if target < today {
      let release = report.worked.release
      return "\(name, today) - \("phi", phi) * \(words.release, release) * (\(name, today) - \(targetName, target))"
    }
    return "\(name, today) + \("phi", phi) * (\(targetName, target) - \(name, today))"
  }

  /// From the norm to the pool.
  private func pool(_ side: WorkedCalculation.FunctionSide) -> [String] {
    let norm = study.norms[terms.level][function]
    let bandwidth = report.worked.bandwidth
    func value(_ quantity: Quantity) -> Double { content.value(quantity) }
    func within(_ norm: Formula) -> Formula { bandwidth == 0 ? norm : norm + " * (1 - \("b", bandwidth))" }
    func normed(_ name: String) -> String { report.language(nl: "norm", en: "norm") + "." + name }

    var lines: [String] = []
    for driver in Driver.allCases where !driver.isOfProvision {
      lines += report.combinedFactor(driver, item: function, value: side.factors[driver], indent: indent)
    }
    let positions: Formula = "\(normed(words.column(.positions)), value(norm.positions))"
    lines += line(
      "P", within(positions.times("u", today.units)).times("F", side.factors[.positions]), side.positions)
    let persons: Formula =
      "\("P", side.positions) * \(normed(words.personsPerPosition), value(norm.personsPerPosition))"
    lines += line("Q", persons.times("F", side.factors[.persons]), side.personsNeeded)
    lines += line("S", move("S0", today.persons, to: side.personsNeeded, "Q"), side.persons)
    lines.append(indent + "S(t-1) = \(report.format.shortest(side.personsBefore))")
    if value(study.functions[function].standbyFee) == 0 {
      lines.append(indent + report.language(nl: "V = 0 (geen piketvergoeding)", en: "V = 0 (no standby fee)"))
    } else {
      lines += line("V", move("V0", today.standbyPositions, to: side.positions, "P"), side.standbyPositions)
    }

    let annualNorm = value(norm.annualHours) * (1 - bandwidth)
    var annualName = normed(words.column(.annualHours))
    if bandwidth != 0 {
      lines += line("A1", within("\(annualName, value(norm.annualHours))"), annualNorm)
      annualName = "A1"
    }
    let annual = move("A0", today.annualHours, to: annualNorm, annualName)
    lines += line("A", scaled(annual, side.factors[.annualHours]), side.annualHours)
    let hours = move("H0", today.initialHours, to: value(norm.initialHours), normed(words.column(.initialHours)))
    lines += line("h", hours, side.standardHours)
    lines.append(indent + "h(t-1) = \(report.format.shortest(side.standardHoursBefore))")
    lines += line("H", Formula("\("h", side.standardHours)").times("F", side.factors[.initialHours]), side.initialHours)
    let certified = move("C0", today.certified, to: value(norm.certified), normed(words.certified))
    lines += line("C", certified, side.certified)
    lines.append(indent + "C(t-1) = \(report.format.shortest(side.certifiedBefore))")
    return lines
  }

  /// A sum times a factor, which is omitted if it is 1.
  private func scaled(_ sum: Formula, _ factor: Double) -> Formula {
    factor == 1 ? sum : "(" + sum + ") * \("F", factor)"
  }

  /// From prices to the six lines.
  private func costs(_ side: WorkedCalculation.FunctionSide, isBaseline: Bool) -> [String] {
    let row = study.functions[function]
    let wageIndex = report.year.wageIndex
    let priceIndex = report.year.priceIndex
    func price(_ name: String, _ quantity: Quantity, _ indexName: String, _ index: Double, _ factor: Double) -> Formula
    {
      Formula("\(name, content.value(quantity))").times(indexName, index).times("F", factor)
    }
    func name(_ line: CostLine) -> String { Glossary.entry(line).name(report.language) }
    let (w, d, e) = (side.wage, side.coursePrice, side.examPrice)
    let persons = side.persons
    let certified = side.certified

    var lines: [String] = []
    if isBaseline {
      let values = [
        ("S", persons), ("S(t-1)", side.personsBefore), ("V", side.standbyPositions), ("A", side.annualHours),
        ("h", side.standardHours), ("H", side.initialHours), ("C", certified),
      ]
      lines.append(
        indent + values.map { "\($0.0) = \(report.format.shortest($0.1))" }.joined(separator: "   "))
    }
    lines += line(words.growing, growing(side), side.growing)
    let leaving = Formula("\("T0", today.turnover)").times("F", side.factors[.turnover])
    lines += line(words.replacing, leaving + " * \("S(t-1)", side.personsBefore)", side.replacing)
    lines += line("w", price(words.hourlyCost, row.hourlyCost, "W", wageIndex, 1), w)
    lines += line(
      "d", price(words.column(.coursePrice), row.coursePrice, "I", priceIndex, side.factors[.coursePrice]), d)
    lines += line("w + d", "\("w", w) + \("d", d)", w + d)
    lines += line("e", price(words.column(.examPrice), row.examPrice, "I", priceIndex, side.factors[.examPrice]), e)
    lines += line(
      "a", price(words.column(.standbyFee), row.standbyFee, "W", wageIndex, side.factors[.standbyFee]),
      side.standbyFee)
    lines += line(
      words.training, "\("H", side.initialHours) * (\("w", w) + \("d", d)) + \("C", certified) * \("e", e)",
      side.training)

    lines += line(
      name(.recruitTraining), "\(words.growing, side.growing) * \(words.training, side.training)",
      side.lines[.recruitTraining])
    let gained = hoursGained(side)
    let certifiedGained = max(0, certified - side.certifiedBefore)
    let catchUp: Formula = "\("S0", today.persons) * (" + gained.formula + " * (\("w", w) + \("d", d)) + "
    lines += line(
      name(.catchUp), catchUp + "\("pos(C - C(t-1))", certifiedGained) * \("e", e))", side.lines[.catchUp])
    lines += line(
      name(.replacementTraining), "\(words.replacing, side.replacing) * \(words.training, side.training)",
      side.lines[.replacementTraining])
    lines += line(
      name(.annualTraining), "\("S", persons) * \("A", side.annualHours) * (\("w", w) + \("d", d))",
      side.lines[.annualTraining])
    if side.recertifyYears == 0 {
      lines.append(
        indent + name(.recertification) + " = 0"
          + report.language(nl: " (een certificaat verloopt niet)", en: " (a certificate does not expire)"))
    } else {
      lines += line(
        name(.recertification),
        "\("S", persons) * \("C", certified) * \("e", e) / \(words.recertifyYears, side.recertifyYears)",
        side.lines[.recertification])
    }
    let weeks = report.language(nl: "365,25 / 7", en: "365.25 / 7")
    lines += line(
      name(.standby), "\("V", side.standbyPositions) * " + Formula(stringLiteral: weeks) + " * \("a", side.standbyFee)",
      side.lines[.standby])

    let newcomers: Formula =
      "(\(words.growing, side.growing) + \(words.replacing, side.replacing)) * \("H", side.initialHours) * \("w", w)"
    let catching: Formula = " + \("S0", today.persons) * " + gained.formula + " * \("w", w)"
    lines += line(
      words.staffTime, newcomers + catching + " + \("S", persons) * \("A", side.annualHours) * \("w", w)",
      side.staffTime)
    return lines
  }

  private func growing(_ side: WorkedCalculation.FunctionSide) -> Formula {
    "pos(\("S", side.persons) - \("S(t-1)", side.personsBefore))"
  }

  /// Extra hours that people already in the pool must catch up.
  private func hoursGained(_ side: WorkedCalculation.FunctionSide) -> (formula: Formula, value: Double) {
    let gained = max(0, side.standardHours - side.standardHoursBefore)
    let factor = side.factors[.initialHours]
    return (Formula("\("pos(h - h(t-1))", gained)").times("F", factor), gained * factor)
  }
}
