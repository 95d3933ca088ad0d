import CostEngine

/// Amounts one below the other, in one unit and with one last digit, so that they can be compared at a glance.
///
/// The last digit of all is the coarsest that any of them requires, either by its sampling error or by the three digits
/// that a board reads. So no figure is shown more finely than its own sampling error supports; a more precise figure
/// gives up digits, at most as many as lie between the errors of the column's figures. There are two exceptions: a
/// figure that would vanish has the digits that it would have by itself, and one that is less precise than the column (a
/// total below it) has fewer. If every figure is exact, all are shown in full euros.
struct AmountColumn {
  private let isInMillions: Bool
  private let place: Int?

  /// - Parameters:
  ///   - figures: the figures that determine the format; a total may be left out.
  ///   - others: figures in adjacent columns, or in a total below, that have the same unit.
  init(_ figures: [ShownFigure], sharingUnitWith others: [ShownFigure] = []) {
    let place = figures.filter { $0.value != 0 }.compactMap(Euro.place).max()
    self.place = place
    isInMillions = place != nil && Self.areInMillions(figures + others)
  }

  /// - Parameter isInMillions: the unit of what stands beside the column.
  init(_ figures: [ShownFigure], inMillions isInMillions: Bool) {
    place = figures.filter { $0.value != 0 }.compactMap(Euro.place).max()
    self.isInMillions = isInMillions
  }

  /// Whether amounts are in millions: if one of them would be by itself, unless another would vanish.
  static func areInMillions(_ figures: [ShownFigure]) -> Bool {
    figures.contains { isMillions($0, place: Euro.place($0) ?? 0) }
      && !figures.contains { $0.value != 0 && $0.value.magnitude < Euro.leastInMillions }
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
    if figure.value != 0, Euro.shownValue(shown) == 0 { shown.place = figure.place }
    return shown
  }
}
