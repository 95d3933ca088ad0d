import CostEngine

/// Amounts below each other: in one unit and with one last digit, so that they can be compared at a glance.
///
/// The rule: the last digit of all is the coarsest that any of them asks for, by its sampling error or by the three digits
/// that a board reads. So no figure is told more finely than its own sampling error supports; a figure that is known
/// better gives up digits, at most as many as lie between the errors of the column's figures. Two are exempt: a figure
/// that would vanish stands as it is told by itself, and one that is known less well than the column (a total below it) has
/// fewer digits. Where every figure is exact all stand in full euros.
struct AmountColumn {
  private let isInMillions: Bool
  private let place: Int?

  /// - Parameters:
  ///   - figures: those that decide; a total may be left out.
  ///   - others: in columns beside this one, or in a total below it, that are to have the same unit; they have not where
  ///     too few digits would be left of this one's.
  init(_ figures: [ShownFigure], sharingUnitWith others: [ShownFigure] = []) {
    let place = figures.filter { $0.value != 0 }.compactMap(Euro.place).max()
    let greatest = figures.reduce(0) { max($0, $1.value.magnitude) }
    self.place = place
    // In millions an amount below 100,000 has one digit at most.
    isInMillions =
      place != nil && greatest >= 100_000
      && (figures + others).contains { Self.isMillions($0, place: Euro.place($0) ?? 0) }
  }

  private static func isMillions(_ figure: ShownFigure, place: Int) -> Bool {
    figure.value.magnitude >= 1_000_000 - ShownFigure.power(place) / 2
  }

  /// The figure as the column shows it.
  func callAsFunction(_ figure: ShownFigure) -> ShownFigure {
    guard let place else { return figure }
    var shown = figure
    shown.isInMillions = isInMillions
    shown.place = max(place, Euro.place(figure) ?? place)
    let vanishes = figure.value != 0 && Euro.shownValue(shown) == 0
    return vanishes ? figure : shown
  }
}
