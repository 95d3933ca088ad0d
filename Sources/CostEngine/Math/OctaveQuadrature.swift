/// Integrals over 0...1 of functions that are singular at the ends.
enum OctaveQuadrature {
  /// Lower end of the last octave; the function is taken as constant beyond it.
  static let smallest = 0x1p-60

  /// - Parameter function: a function of a probability and its complement.
  static func integral(_ function: (_ lower: Double, _ upper: Double) -> Double) -> Double {
    var sum = 0.0
    var octave = smallest
    while octave < 0.5 {
      sum += GaussLegendre.integral(from: octave, to: 2 * octave) { function($0, 1 - $0) + function(1 - $0, $0) }
      octave *= 2
    }
    return sum + smallest * (function(smallest, 1 - smallest) + function(1 - smallest, smallest))
  }
}
