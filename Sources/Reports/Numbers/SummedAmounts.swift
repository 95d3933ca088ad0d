import CostEngine
import Terms

/// Amounts and their total, in one unit and with one last digit: what is shown of the parts is the total shown.
///
/// The last digit is the coarsest that the sampling error of any of them requires. There may be more than the three
/// digits of an amount by itself, for with three of each no total would be the sum of its parts.
struct SummedAmounts {
  /// The exponent of ten of the last digit: one of it is a step.
  let place: Int
  let isInMillions: Bool
  private let isExact: Bool
  private let language: Language

  /// - Parameters:
  ///   - figures: the parts and the totals.
  ///   - coarsest: the exponent of ten of the last digit, where it is to be other than what the errors require.
  ///   - inFull: whether they are in full euros because others beside them are.
  init(_ figures: [ShownFigure], place coarsest: Int? = nil, inFull: Bool = false, language: Language) {
    self.language = language
    let nonzero = figures.filter { $0.value != 0 }
    let required = nonzero.compactMap { $0.place }.max()
    isExact = required == nil
    let place = coarsest ?? required ?? (nonzero.contains(where: Self.hasCents) ? -2 : 0)
    let greatest = nonzero.reduce(0) { max($0, $1.value.magnitude) }
    let least = nonzero.reduce(Double.infinity) { min($0, $1.value.magnitude) }
    // In millions there are two decimals at most: an amount below 100,000 would have one digit.
    isInMillions =
      !inFull && required != nil && greatest >= 1_000_000 - ShownFigure.power(place) / 2
      && (place >= Self.millionPlace || least >= 100_000)
    self.place = isInMillions ? max(place, Self.millionPlace) : place
  }

  private static let millionPlace = 4

  private static func hasCents(_ figure: ShownFigure) -> Bool {
    figure.value.magnitude < 100 && figure.value != figure.value.rounded()
  }

  /// An amount in steps; half a step is rounded up, as in ``Euro``.
  func steps(_ amount: Double) -> Int64 {
    // Amounts are kept in whole cents: what lies within less than a cent of a half is a half.
    Int64((inSteps((amount * 100).rounded() / 100) + 0.5).rounded(.down))
  }

  /// Parts in steps, which sum to `sum` steps. What is nothing stays nothing, unless all of them are.
  func parts(_ amounts: [Double], sum: Int64) -> [Int64] {
    let some = amounts.indices.filter { amounts[$0] != 0 }
    guard !some.isEmpty else { return WholeParts.rounded(amounts.map(inSteps), sum: sum) }
    var steps = [Int64](repeating: 0, count: amounts.count)
    for (part, whole) in zip(some, WholeParts.rounded(some.map { inSteps(amounts[$0]) }, sum: sum)) {
      steps[part] = whole
    }
    return steps
  }

  private func inSteps(_ amount: Double) -> Double {
    place >= 0 ? amount / ShownFigure.power(place) : amount * ShownFigure.power(-place)
  }

  /// EUR.
  func amount(_ steps: Int64) -> Double {
    place >= 0 ? Double(steps) * ShownFigure.power(place) : Double(steps) / ShownFigure.power(-place)
  }

  // MARK: Texts

  /// - Parameter amount: what was rounded, EUR. Something that rounds to nothing is `< € 0,1 mln` rather than `€ 0`.
  func text(_ steps: Int64, of amount: Double? = nil) -> String {
    guard steps == 0 else { return (steps < 0 ? "−\u{a0}" : "") + magnitude(steps) }
    guard let amount, amount.magnitude >= 0.5 else { return "€\u{a0}0" }
    return (amount > 0 ? "<\u{a0}" : ">\u{a0}−\u{a0}") + magnitude(1)
  }

  /// Without its sign.
  func magnitude(_ steps: Int64) -> String {
    guard steps != 0 else { return "€\u{a0}0" }
    let amount = self.amount(steps).magnitude
    let format = NumberFormat.people(language)
    guard isInMillions else { return "€\u{a0}" + format.fixed(amount, decimals: max(0, -place)) }
    return "€\u{a0}" + format.fixed(amount / 1_000_000, decimals: max(0, 6 - place)) + "\u{a0}"
      + language(nl: "mln", en: "million")
  }

  /// A figure beside these that is no part of a sum, such as a percentile: in the same unit, with its own digits.
  func beside(_ figure: ShownFigure) -> ShownFigure {
    var figure = figure
    if figure.place == nil, isInMillions { figure.place = place }
    figure.isInMillions = isInMillions
    return figure
  }
}
