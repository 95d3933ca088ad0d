import CostEngine
import Terms

/// Amounts as written in a board memo: `€ 1,2 mln`, `€ 350.000`, `€ 0,91`, `− € 3,4 mln`.
///
/// Never finer than the sampling error supports, and never more than three digits for an amount that depends on draws:
/// more would mean nothing to a board. Exact amounts are shown in full euros. An amount that rounds to zero is `€ 0`.
struct Euro {
  let language: Language

  /// The exponent of ten of the last digit that is shown.
  static func place(_ figure: ShownFigure) -> Int? {
    guard let place = figure.place else { return nil }
    var third = place
    while third < 15, figure.value.magnitude >= ShownFigure.power(third + 3) { third += 1 }
    return third
  }

  /// Whether an amount by itself is shown in millions: if its shown value is a million or more.
  static func isMillions(_ figure: ShownFigure) -> Bool {
    guard let place = place(figure) else { return false }
    return figure.value.magnitude >= 1_000_000 - ShownFigure.power(place) / 2
  }

  /// The same figures for one sentence or row, in one unit: in millions if one of them is, unless the first, which the
  /// others relate to, would be less than a tenth of a million; then all are in euros.
  static func inOneUnit(_ figures: [ShownFigure]) -> [ShownFigure] {
    guard let first = figures.first, figures.contains(where: isMillions) else { return figures }
    let isInMillions = first.value.magnitude >= 50_000 || first.value == 0
    return figures.map { figure in
      var figure = figure
      figure.isInMillions = isInMillions
      return figure
    }
  }

  /// The value that is shown, and so the one that is copied from a cell.
  ///
  /// Half a euro of an exact amount is rounded up, also below zero: amounts that differ by whole euros are then shown
  /// that much apart (30,000 less 28,770.50, shown as 28,771, is 1,229). The digits of a sampled amount are rounded
  /// half away from zero.
  ///
  /// - Parameter millions: whether it is shown in millions; nil to let the amount decide.
  static func shownValue(_ figure: ShownFigure, millions: Bool? = nil) -> Double {
    guard let place = place(figure) else {
      let cents = figure.value * 100
      if hasCents(figure) { return (cents + 0.5).rounded(.down) / 100 }
      // Amounts are kept in whole cents: what lies within less than a cent of a half is a half.
      return (cents.rounded() / 100 + 0.5).rounded(.down)
    }
    let last = isTold(figure, inMillions: millions) ? max(place, millionPlace) : place
    if last >= 0 { return (figure.value / ShownFigure.power(last)).rounded() * ShownFigure.power(last) }
    return (figure.value * ShownFigure.power(-last)).rounded() / ShownFigure.power(-last)
  }

  /// - Parameter millions: whether it is shown in millions; nil to let the amount decide. Exact amounts never are.
  func text(_ figure: ShownFigure, millions: Bool? = nil) -> String {
    signed(figure, millions: millions, unit: true)
  }

  /// The amount as it is shown, without its sign.
  func magnitude(_ figure: ShownFigure) -> String {
    var shown = figure
    shown.value = figure.place == nil ? Self.shownValue(figure).magnitude : figure.value.magnitude
    return text(shown)
  }

  /// The amount after words that give its direction: `een besparing van € 3,4 mln`, `€ 1,2 mln`.
  func savingOrCost(_ figure: ShownFigure) -> String {
    guard Self.shownValue(figure) < 0 else { return text(figure) }
    return language(nl: "een besparing van ", en: "a saving of ") + magnitude(figure)
  }

  /// Two amounts in a sentence: `tussen € 65 mln en € 172 mln`; one if they are shown alike.
  func between(_ low: ShownFigure, _ high: ShownFigure) -> String {
    let (from, to) = (text(low, millions: common(low, high)), text(high, millions: common(low, high)))
    if from == to { return from }
    return language(nl: "tussen \(from) en \(to)", en: "between \(from) and \(to)")
  }

  /// Two amounts in a cell: `€ 65 – 172 mln`; with a sign `− € 11 mln tot € 12 mln`.
  func span(_ low: ShownFigure, _ high: ShownFigure, millions: Bool? = nil) -> String {
    guard low.place != nil, high.place != nil else { return text(low) + " – " + text(high) }
    let millions = millions ?? common(low, high) ?? false
    let values = [low, high].map { Self.shownValue($0, millions: millions) }
    let unit = millions && values != [0, 0] ? million : ""
    if values.contains(where: { $0 < 0 }) {
      return signed(low, millions: millions, unit: true) + language(nl: " tot ", en: " to ")
        + signed(high, millions: millions, unit: true)
    }
    return signed(low, millions: millions, unit: false) + " – " + number(high, millions: millions) + unit
  }

  /// Whether two adjacent amounts are in millions; nil if neither is.
  private func common(_ low: ShownFigure, _ high: ShownFigure) -> Bool? {
    if let told = low.isInMillions ?? high.isInMillions { return told }
    return Self.isMillions(low) || Self.isMillions(high) ? true : nil
  }

  private static func isTold(_ figure: ShownFigure, inMillions: Bool?) -> Bool {
    figure.place != nil && (inMillions ?? figure.isInMillions ?? isMillions(figure))
  }

  private func signed(_ figure: ShownFigure, millions: Bool?, unit: Bool) -> String {
    let inMillions = Self.isTold(figure, inMillions: millions)
    let value = Self.shownValue(figure, millions: inMillions)
    if value == 0 { return "€\u{a0}0" }
    return (value < 0 ? "−\u{a0}" : "") + "€\u{a0}" + number(figure, millions: inMillions)
      + (unit && inMillions ? million : "")
  }

  /// The digits alone, without the sign.
  private func number(_ figure: ShownFigure, millions: Bool) -> String {
    var shown = figure
    shown.place = Self.place(figure)
    shown.value = shown.value.magnitude
    let format = NumberFormat.people(language)
    if Self.shownValue(figure, millions: millions) == 0 { return "0" }
    if millions { return shown.text(unit: 6, decimals: 6 - Self.millionPlace, format: format) }
    if let place = shown.place { return shown.text(unit: 0, decimals: max(0, -place), format: format) }
    shown.value = Self.shownValue(figure).magnitude
    return shown.text(unit: 0, decimals: Self.hasCents(figure) ? 2 : 0, format: format)
  }

  /// Whether an exact amount is shown with cents: if it is small, such as an amount per inhabitant.
  private static func hasCents(_ figure: ShownFigure) -> Bool {
    figure.value.magnitude < 100 && figure.value != figure.value.rounded()
  }

  /// The last digit of an amount in millions.
  private static let millionPlace = 4
  /// What has a digit in millions, EUR: half of the last one.
  static let leastInMillions = 5_000.0

  private var million: String { "\u{a0}" + language(nl: "mln", en: "million") }
}
