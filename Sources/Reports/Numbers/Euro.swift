import CostEngine

/// Amounts as a board memo writes them: `€ 1,2 mln`, `€ 350.000`, `€ 0,91`.
///
/// Never finer than the sampling error supports, and never more than three digits of an amount that was drawn: more say
/// nothing to a board. Exact amounts stand in full euros.
struct Euro {
  let language: Language

  /// The exponent of ten of the last digit that is shown.
  static func place(_ figure: ShownFigure) -> Int? {
    guard let place = figure.place else { return nil }
    var third = place
    while third < 15, figure.value.magnitude >= ShownFigure.power(third + 3) { third += 1 }
    return third
  }

  /// Whether an amount is told in millions: as it is shown it is one, or more.
  static func isMillions(_ figure: ShownFigure) -> Bool {
    guard let place = place(figure) else { return false }
    return figure.value.magnitude >= 1_000_000 - ShownFigure.power(place) / 2
  }

  /// - Parameter millions: whether it is told in millions; nil to let the amount decide. Exact amounts never are.
  func text(_ figure: ShownFigure, millions: Bool? = nil) -> String {
    let millions = figure.place != nil && (millions ?? Self.isMillions(figure))
    return "€\u{a0}" + number(figure, millions: millions) + (millions ? million : "")
  }

  /// The amount without sign.
  func magnitude(_ figure: ShownFigure) -> String {
    var figure = figure
    figure.value = figure.value.magnitude
    return text(figure)
  }

  /// Two amounts in a sentence: `tussen € 65 mln en € 172 mln`.
  func between(_ low: ShownFigure, _ high: ShownFigure) -> String {
    let millions: Bool? = Self.isMillions(low) || Self.isMillions(high) ? true : nil
    let (from, to) = (text(low, millions: millions), text(high, millions: millions))
    return language(nl: "tussen \(from) en \(to)", en: "between \(from) and \(to)")
  }

  /// Two amounts in a cell: `€ 65 – 172 mln`.
  func span(_ low: ShownFigure, _ high: ShownFigure, millions: Bool? = nil) -> String {
    guard low.place != nil, high.place != nil else { return text(low) + " – " + text(high) }
    let millions = millions ?? (Self.isMillions(low) || Self.isMillions(high))
    return "€\u{a0}" + number(low, millions: millions) + " – " + number(high, millions: millions)
      + (millions ? million : "")
  }

  /// The digits alone, in a column that tells its unit.
  func number(_ figure: ShownFigure, millions: Bool) -> String {
    var shown = figure
    shown.place = Self.place(figure)
    let format = NumberFormat.people(language)
    guard millions else { return shown.text(unit: 0, decimals: decimals(shown), format: format) }
    return shown.text(unit: 6, decimals: 2, format: format)
  }

  /// Cents where they tell something: of a small amount, as for each inhabitant.
  private func decimals(_ figure: ShownFigure) -> Int {
    if let place = figure.place { return max(0, -place) }
    return figure.value.magnitude < 100 && figure.value != figure.value.rounded() ? 2 : 0
  }

  private var million: String { "\u{a0}" + language(nl: "mln", en: "million") }
}
