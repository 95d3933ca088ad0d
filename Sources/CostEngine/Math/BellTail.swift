/// Where the tail of a bell-shaped density may be cut off.
enum BellTail {
  /// Width, in standard deviations, of the part of the tail that holds all of it but 1e-17, from `distance` standard
  /// deviations off the mode: a normal tail falls by e^-40 in it, with a margin for skewness.
  static func reach(distance: Double) -> Double {
    1.15 * ((distance * distance + 80).squareRoot() - distance)
  }
}
