import CostEngine

/// Amounts one below the other, in one unit and with one last digit, so that they can be compared at a glance.
///
/// The last digit of all is the coarsest that any of them requires, either by its sampling error or by the three digits
/// that a board reads. So no figure is shown more finely than its own sampling error supports; a more precise figure
/// gives up digits, at most as many as lie between the errors of the column's figures. There are two exceptions: a
/// figure that would vanish is shown as it would be by itself, and one that is less precise than the column (a total
/// below it) has fewer digits. If every figure is exact, all are shown in full euros.
struct AmountColumn {
  private let isInMillions: Bool
  private let place: Int?

  /// - Parameters:
  ///   - figures: the figures that determine the format; a total may be left out.
  ///   - others: figures in adjacent columns, or in a total below, that should have the same unit; ignored if that
  ///     would leave too few digits in this column.
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

  /// The figure as shown in the column.
  func callAsFunction(_ figure: ShownFigure) -> ShownFigure {
    guard let place else { return figure }
    var shown = figure
    shown.isInMillions = isInMillions
    shown.place = max(place, Euro.place(figure) ?? place)
    let vanishes = figure.value != 0 && Euro.shownValue(shown) == 0
    return vanishes ? figure : shown
  }
}
