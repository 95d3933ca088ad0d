/// Cut-off points for the tail of a bell-shaped density.
enum BellTail {
  /// Width, in standard deviations, of the part of the tail that contains all but 1e-17 of it, starting `distance`
  /// standard deviations from the mode: a normal tail falls by e^-40 over it; a margin is included for skewness.
  static func reach(distance: Double) -> Double {
    1.15 * ((distance * distance + 80).squareRoot() - distance)
  }
}
