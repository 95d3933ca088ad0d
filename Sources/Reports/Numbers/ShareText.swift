import CostEngine
import Terms

/// Shares and probabilities as people write them: `63 %` in Dutch (without a line break), `63%` in English.
enum ShareText {
  /// A share of counted things, in whole percents; a share other than 0 or 1 is never shown as 0 % or 100 %.
  static func share(of part: Int, in whole: Int, language: Language) -> String {
    guard whole > 0 else { return percent("0", language) }
    return text(Double(part) / Double(whole), step: 1, language: language)
  }

  /// The complement of ``share(of:in:language:)``: the two shares as shown sum to 100 %.
  static func rest(of part: Int, in whole: Int, language: Language) -> String {
    guard whole > 0, part > 0, part < whole else { return share(of: whole - part, in: whole, language: language) }
    let percents = (100 * Double(part) / Double(whole) + 0.5).rounded(.down)
    if percents == 0 { return "> " + percent("99", language) }
    if percents == 100 { return "< " + percent("1", language) }
    return percent(NumberFormat.people(language).fixed(100 - percents, decimals: 0), language)
  }

  /// A share of draws, no finer than its standard error supports and never finer than a whole percent.
  ///
  /// - Parameter isCertain: true if every draw gives the same because nothing was drawn.
  static func probability(_ share: Double, draws: Int, isCertain: Bool, language: Language) -> String {
    if isCertain { return percent(share < 0.5 ? "0" : "100", language) }
    let error = 100 * (share * (1 - share) / Double(draws)).squareRoot()
    // Fewer than ten draws of a kind do not support a percent; 1 / n is the effect of one draw.
    let place = ShownFigure.place(of: max(error, 100 / Double(draws)), finest: 0)
    return text(share, step: min(10, ShownFigure.power(place)), language: language, isSampled: true)
  }

  private static func text(_ share: Double, step: Double, language: Language, isSampled: Bool = false) -> String {
    let format = NumberFormat.people(language)
    let isNone = !isSampled && share == 0
    let isAll = !isSampled && share == 1
    let steps = (100 * share / step + 0.5).rounded(.down)
    if steps == 0 && !isNone { return "< " + percent(format.fixed(step, decimals: 0), language) }
    if steps * step >= 100 && !isAll { return "> " + percent(format.fixed(100 - step, decimals: 0), language) }
    return percent(format.fixed(steps * step, decimals: 0), language)
  }

  private static func percent(_ number: String, _ language: Language) -> String {
    number + language(nl: "\(PlainText.joint)%", en: "%")
  }
}
