import CostEngine
import Terms

/// The unit in which a table of amounts is written.
enum AmountUnit: Int {
  case euro = 0
  case thousand = 3
  case million = 6

  /// The exponent of ten.
  var exponent: Int { rawValue }

  /// The maximum number of decimals that stay readable in a column.
  var decimals: Int {
    switch self {
    case .euro: return 0
    case .thousand: return 1
    case .million: return 2
    }
  }

  /// The heading above a table.
  func heading(_ language: Language) -> String {
    switch self {
    case .euro: return "EUR"
    case .thousand: return language(nl: "EUR x 1.000", en: "EUR x 1,000")
    case .million: return language(nl: "mln EUR", en: "EUR million")
    }
  }

  /// The most readable unit for figures: the largest that leaves the greatest figure two digits before the decimal
  /// mark; EUR if every figure is exact.
  static func best(for figures: [ShownFigure], largest: AmountUnit = .million) -> AmountUnit {
    guard figures.contains(where: { $0.place != nil }) else { return .euro }
    let greatest = figures.reduce(0) { max($0, $1.value.magnitude) }
    let best: AmountUnit = greatest >= 1e7 ? .million : greatest >= 1e4 ? .thousand : .euro
    return best.rawValue <= largest.rawValue ? best : largest
  }
}

/// How the amounts of one table are written, in one unit.
struct AmountStyle {
  var unit: AmountUnit
  /// Maximum number of decimals in the table; also that of exact figures.
  var decimals: Int
  var format: NumberFormat
  var language: Language

  init(_ figures: [ShownFigure], unit: AmountUnit? = nil, language: Language) {
    let unit = unit ?? .best(for: figures)
    self.unit = unit
    self.language = language
    format = .people(language)
    let finest = figures.compactMap { $0.place }.min() ?? 0
    decimals = min(unit.decimals, max(0, unit.exponent - finest))
  }

  /// The figure as written in a column of the table.
  func cell(_ figure: ShownFigure) -> String {
    figure.text(unit: unit.exponent, decimals: decimals, format: format)
  }

  /// A standard error in a column of the table, `±0,2`: rounded up to one digit, at most one place finer than amounts
  /// are shown; `±0` for an exact figure, blank if it is unknown.
  ///
  /// - Parameter error: EUR.
  func error(_ error: Double) -> String {
    guard error < .infinity else { return "" }
    return "±" + roundedUp(error).text(unit: unit.exponent, decimals: unit.decimals + 1, format: format)
  }

  /// The same for an amount per inhabitant, in EUR, at most to a tenth of a cent.
  func errorPerInhabitant(_ error: Double) -> String {
    guard error < .infinity else { return "" }
    return "±" + Self.roundedUp(error, finest: -3).text(unit: 0, decimals: 3, format: format)
  }

  /// The same in a sentence, with its unit.
  func errorPhrase(_ error: Double) -> String {
    guard unit == .million else {
      return "±\(PlainText.joint)EUR\(PlainText.joint)" + roundedUp(error).text(unit: 0, decimals: 0, format: format)
    }
    let number = roundedUp(error).text(unit: unit.exponent, decimals: unit.decimals + 1, format: format)
    return "±\(PlainText.joint)EUR\(PlainText.joint)\(number)\(PlainText.joint)" + language(nl: "mln", en: "million")
  }

  private func roundedUp(_ error: Double) -> ShownFigure {
    Self.roundedUp(error, finest: max(0, unit.exponent - unit.decimals - 1))
  }

  private static func roundedUp(_ error: Double, finest: Int) -> ShownFigure {
    guard error > 0 else { return ShownFigure(exact: 0) }
    var place = finest
    while error >= ShownFigure.power(place + 1) { place += 1 }
    // More than nine rounds up to ten: one in the next place.
    if error > 9 * ShownFigure.power(place) { place += 1 }
    var figure = ShownFigure(exact: (error / ShownFigure.power(place)).rounded(.up) * ShownFigure.power(place))
    figure.place = place
    return figure
  }

  /// Whether the figure is shown as zero.
  func isZero(_ figure: ShownFigure) -> Bool { !cell(figure).utf8.contains { $0 > 0x30 && $0 <= 0x39 } }

  /// Whether the figure is shown with a minus sign.
  func isNegative(_ figure: ShownFigure) -> Bool { cell(figure).utf8.first == UInt8(ascii: "-") }

  /// The figure in a sentence, with its unit and without line breaks: in full euros unless the table is in millions.
  func phrase(_ figure: ShownFigure) -> String {
    guard unit == .million else {
      var full = figure
      // As fine as in the table, so that the sentence and the table agree.
      let shown = unit.exponent - decimals
      full.place = max(figure.place ?? shown, shown)
      return "EUR\(PlainText.joint)" + full.text(unit: 0, decimals: 0, format: format)
    }
    return "EUR\(PlainText.joint)\(cell(figure))\(PlainText.joint)" + language(nl: "mln", en: "million")
  }
}
