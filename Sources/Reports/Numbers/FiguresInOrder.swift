extension ShownFigure {
  /// Figures that ascend, such as percentiles, as finely as they may be shown without one being shown below the one before
  /// it: of two that would change places the coarser one is shown as finely as the other.
  ///
  /// P5 and P95 may be the same amount while only one of them is known well: each rounded by its own error they would be
  /// EUR 41,944 and EUR 40,000.
  static func inOrder(_ figures: [ShownFigure]) -> [ShownFigure] {
    var figures = figures
    var isChanged = true
    while isChanged {
      isChanged = false
      for index in figures.indices.dropFirst() {
        let (low, high) = (figures[index - 1], figures[index])
        guard low.value <= high.value, Euro.shownValue(low) > Euro.shownValue(high) else { continue }
        if low.place != high.place {
          let isLowFiner = (low.place ?? .min) < (high.place ?? .min)
          if isLowFiner { figures[index].place = low.place } else { figures[index - 1].place = high.place }
          isChanged = true
        } else if low.isInMillions != false || high.isInMillions != false {
          // One of them loses digits in millions.
          figures[index - 1].isInMillions = false
          figures[index].isInMillions = false
          isChanged = true
        }
      }
    }
    return figures
  }
}
