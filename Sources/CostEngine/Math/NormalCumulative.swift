// Phi(-x) = G(t) exp(-x^2 / 2) / (1 + x) for x >= 0, t = (x - 4) / (x + 4): G varies smoothly from 1/2 to 0.399, so a
// single polynomial covers the whole tail to full relative accuracy (the mapping of Shepherd and Laframboise 1981, DOI
// 10.1090/S0025-5718-1981-0595058-X).

private enum NormalCumulative {
  /// G in powers of t (Chebyshev interpolation, generate_coefficients.py): error below 2^-57.
  static let scaledTail: [Double] = [
    0.47205320650984468385, -0.096703477326525774591, 0.013999634724424332691, 0.028600364053546979148,
    -0.032197837428022024924, 0.01793609747980831188, -0.0050023785925114942713, -0.00028562310023401350164,
    0.00069489712190731661899, -0.000094430232044567278329, -0.000087853303947977457007,
    0.000021249915729449346683, 0.000013627395285352674917, -3.4316562688625694717e-6, -2.6144101706596150653e-6,
    4.029912427574402191e-7, 5.548340462207789802e-7, 4.2423444184552439427e-9, -1.1446850712758079767e-7,
    -2.3315488161994286303e-8, 2.0257667136861586551e-8, 8.858538843412723154e-9, -2.6180348731255446144e-9,
    -1.9068104342795303742e-9, 1.7873545221852656728e-10, 1.9687739411572559785e-10,
  ]
  /// Keeps the 26 leading bits, so that the square is exact.
  static let leadingBits: UInt64 = 0xffff_ffff_f800_0000
  /// Beyond this the tail is 0; an infinite z must not lead to infinity over infinity.
  static let farthest = 40.0
}

extension Double {
  /// Standard normal distribution function, Phi(z).
  ///
  /// Relative error below 4 ulps in both tails, down to the smallest number (z = -38.4; 0 below).
  static func normalCumulative(_ z: Double) -> Double {
    let x = z.magnitude > NormalCumulative.farthest ? NormalCumulative.farthest : z.magnitude
    let t = (x - 4) / (x + 4)
    let head = Double(bitPattern: x.bitPattern & NormalCumulative.leadingBits)
    let decay = exp(-0.5 * (head * head), correction: -0.5 * ((x - head) * (x + head)))
    let tail = decay * polynomial(t, NormalCumulative.scaledTail) / (1 + x)
    return z > 0 ? 1 - tail : tail
  }
}
