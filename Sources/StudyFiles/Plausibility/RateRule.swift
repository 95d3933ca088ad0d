import CostEngine
import Terms

/// Growth and discount rates without their percent sign, or with one too many.
struct RateRule {
  let context: DoubtFinder.Context

  func doubts() -> [Doubt] {
    let settings = context.table(.settings)
    var doubts: [Doubt] = []
    for setting in [Setting.discountRate, .wageGrowth, .priceGrowth] {
      guard let index = settings.table.row([setting.name.id]) else { continue }
      doubts += doubt(settings, .settings(.value), settings.rows[index])
    }
    let indices = context.table(.indices)
    for row in indices.rows {
      for column in [Column.indices(.wageGrowth), .indices(.priceGrowth)] { doubts += doubt(indices, column, row) }
    }
    return doubts
  }

  private func doubt(_ table: ReadTable, _ column: Column, _ row: TableRow) -> [Doubt] {
    guard let figure = table.figure(column, row) else { return [] }
    let text = table.text(column, row)
    let hasSign = text.utf8.contains(.percent)
    let rate = figure.middle
    let isHigh = abs(rate) > (hasSign ? Thresholds.rate : Thresholds.rateWithoutSign)
    let isLow = rate != 0 && abs(rate) < Thresholds.smallestRate
    guard isHigh || isLow else { return [] }
    let shown = Percentage.words(rate)
    return [
      Doubt(
        table.place(column, row), written: text,
        expected: Bilingual(
          nl: "\(quoted(text)) is \(shown.dutch) per jaar: dat is voor een groei of een discontovoet "
            + (isHigh ? "heel veel." : "bijna niets."),
          en: "\(quoted(text)) is \(shown.english) a year: as growth or a discount rate that is "
            + (isHigh ? "very much." : "next to nothing.")),
        correction: correction(text, rate, hasSign: hasSign, isHigh: isHigh, table))
    ]
  }

  private func correction(
    _ text: String, _ rate: Double, hasSign: Bool, isHigh: Bool, _ table: ReadTable
  ) -> Correction {
    if !hasSign, isHigh, abs(rate) > Thresholds.rate, let meant = Percentage.signed(text) {
      return .percentage(write: meant)
    }
    // Of another distribution only its mean is told.
    if !hasSign, isHigh, abs(rate) > Thresholds.rate { return .percentage(write: table.write(rate) + "%") }
    if isHigh { return .factor(10, write: table.writePercentage(rate / 10)) }
    return .percentage(write: table.writePercentage(rate.asPercentage))
  }
}

/// How shares are written.
enum Percentage {
  /// A share in words: 2.25 is `225 %` in Dutch.
  static func words(_ share: Double) -> Bilingual {
    let percents = (share * 1e8).rounded() / 1e6
    return Bilingual(
      nl: NumberFormat.people(.dutch).shortest(percents) + " %",
      en: NumberFormat.people(.english).shortest(percents) + "%")
  }

  /// A number, a range or a simple distribution with a percent sign behind each number; nil of another text.
  static func signed(_ text: String) -> String? {
    guard !text.isEmpty, !text.utf8.contains(.percent) else { return nil }
    if let (name, rest) = text.around("("), rest.hasSuffix(")") {
      guard names.contains(name.trimmedOfBlanks.lowercased()) else { return nil }
      let arguments = rest.dropLast().split(separator: ";").map { String($0).trimmedOfBlanks }
      // A fourth argument may be a shape.
      guard arguments.count <= 3, arguments.allSatisfy(isNumber) else { return nil }
      return name + "(" + arguments.map { $0 + "%" }.joined(separator: "; ") + ")"
    }
    guard isNumber(text) else { return nil }
    var parts: [String] = []
    var rest = text
    while let (before, after) = rest.around("..") {
      parts.append(before)
      rest = after
    }
    parts.append(rest)
    return parts.map { $0 + "%" }.joined(separator: "..")
  }

  private static let names = ["normal", "uniform", "triangular", "pert"]

  /// Whether a text has nothing but digits, marks and signs.
  private static func isNumber(_ text: String) -> Bool {
    !text.isEmpty
      && text.utf8.allSatisfy {
        $0.isDigit || $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "-")
      }
  }
}
