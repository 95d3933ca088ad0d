import CostEngine
import Terms

extension CellBounds {
  /// The bound; nil if there is none.
  var finiteLower: Double? { lower > -.infinity ? lower : nil }
  var finiteUpper: Double? { upper < .infinity ? upper : nil }

  /// The problem with a certain value; nil if it lies within the bounds.
  ///
  /// - Parameter text: the cell as written.
  func problem(with value: Double, text: String, notation: NumberNotation) -> CellProblem? {
    if isAboveLower(value) && value <= upper { return nil }
    let isTooLow = !isAboveLower(value)
    return CellProblem {
      let remedy = remedy(value, text: text, isTooLow: isTooLow, notation)
      return CellProblem(
        nl: "\"\(text.excerpt)\" is te \(isTooLow ? "laag" : "hoog"): hier hoort \(requirement(notation).dutch).",
        en: "\"\(text.excerpt)\" is too \(isTooLow ? "low" : "high"): \(requirement(notation).english) belongs here.",
        remedyNl: remedy.dutch, remedyEn: remedy.english)
    }
  }

  /// The problem with a distribution whose support exceeds the bounds; nil if it does not.
  ///
  /// - Parameter isTruncated: whether it never takes the value of its own bound, which may then equal an open bound.
  func problem(
    with distribution: Distribution, isTruncated: Bool, text: String, notation: NumberNotation
  ) -> CellProblem? {
    let support = distribution.support
    let isTooLow = !(isTruncated ? support.lower >= lower : isAboveLower(support.lower))
    guard isTooLow || !(support.upper <= upper) else { return nil }
    let reached = isTooLow ? support.lower : support.upper
    return CellProblem { problem(reaching: reached, isTooLow: isTooLow, text: text, notation: notation) }
  }

  /// - Parameter reached: the end of the distribution's support that lies outside the bounds.
  private func problem(
    reaching reached: Double, isTooLow: Bool, text: String, notation: NumberNotation
  ) -> CellProblem {
    let requirement = requirement(notation)
    let example = "pert(" + exampleValues.map(notation.write).joined(separator: "; ") + ")"
    let reach =
      reached.isFinite
      ? Bilingual(
        nl: "\(notation.write(reached)) kan eruit komen", en: "\(notation.write(reached)) can come out of it")
      : Bilingual(
        nl: "er is geen \(isTooLow ? "ondergrens" : "bovengrens")",
        en: "it has no \(isTooLow ? "lower" : "upper") bound")
    return CellProblem(
      nl: "\"\(text.excerpt)\" kan te \(isTooLow ? "laag" : "hoog") uitkomen: \(reach.dutch), en hier hoort "
        + "\(requirement.dutch).",
      en: "\"\(text.excerpt)\" can come out too \(isTooLow ? "low" : "high"): \(reach.english), and "
        + "\(requirement.english) belongs here.",
      remedyNl: "Schrijf een verdeling binnen die grenzen, zoals \(example); normal(gemiddelde; standaardafwijking) en "
        + "quantiles(...) zonder eigen grenzen blijven er vanzelf binnen.",
      remedyEn: "Write a distribution within these bounds, such as \(example); normal(mean; standard deviation) and "
        + "quantiles(...) without bounds of their own stay within them by themselves.")
  }

  private func isAboveLower(_ value: Double) -> Bool { lowerIsOpen ? value > lower : value >= lower }

  private func requirement(_ notation: NumberNotation) -> Bilingual {
    let low = notation.write(lower)
    let high = notation.write(upper)
    if self == .share {
      return Bilingual(nl: "een getal van 0 tot en met 1 (100%)", en: "a number from 0 to 1 (100%)")
    }
    if self == .growth { return Bilingual(nl: "meer dan -1 (-100%)", en: "more than -1 (-100%)") }
    if lower > -.infinity && upper < .infinity {
      return Bilingual(nl: "een getal van \(low) tot en met \(high)", en: "a number from \(low) to \(high)")
    }
    if upper < .infinity { return Bilingual(nl: "\(high) of minder", en: "\(high) or less") }
    return lowerIsOpen
      ? Bilingual(nl: "meer dan \(low)", en: "more than \(low)") : Bilingual(nl: "\(low) of meer", en: "\(low) or more")
  }

  private func remedy(
    _ value: Double, text: String, isTooLow: Bool, _ notation: NumberNotation
  ) -> Bilingual {
    if self == .share, value > 1, value <= 100, !text.utf8.contains(.percent) {
      let percentage = notation.write(value) + "%"
      return Bilingual(
        nl: "Als een percentage is bedoeld: schrijf \(percentage).",
        en: "If a percentage is meant: write \(percentage).")
    }
    if self == .calendarYear {
      return Bilingual(
        nl: "Schrijf het jaartal in vier cijfers, zoals 2027.", en: "Write the year in four digits, such as 2027.")
    }
    let example = notation.write(exampleValues[0])
    if value < 0, isTooLow, self != .growth, self != .loading {
      return Bilingual(
        nl: "Haal het minteken weg als dat er niet hoort, of schrijf een andere waarde, zoals \(example).",
        en: "Remove the minus sign if it does not belong there, or write another value, such as \(example).")
    }
    return Bilingual(
      nl: "Schrijf een waarde binnen die grenzen, zoals \(example).",
      en: "Write a value within these bounds, such as \(example).")
  }

  /// Three ascending values within the bounds.
  private var exampleValues: [Double] {
    if self == .calendarYear { return [2027, 2028, 2030] }
    if self == .growth { return [0.01, 0.02, 0.04] }
    guard let low = finiteLower, let high = finiteUpper else { return [5, 6, 9].map { $0 + (finiteLower ?? 0) } }
    return low == -1 && high == 1 ? [0.1, 0.2, 0.4] : [0.1, 0.2, 0.4].map { low + $0 * (high - low) }
  }
}
