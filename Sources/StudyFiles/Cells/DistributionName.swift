import CostEngine
import Terms

/// The functions of the cell grammar by their names in cells, English and Dutch; case is ignored.
///
/// | cell | also | arguments |
/// | --- | --- | --- |
/// | `uniform` | | minimum; maximum |
/// | `triangular` | `driehoek` | minimum; mode; maximum |
/// | `pert` | | minimum; mode; maximum, or these and lambda |
/// | `normal` | `normaal` | mean; standard deviation, or these and lower bound; upper bound |
/// | `lognormal` | `lognormaal` | mean; standard deviation |
/// | `beta` | | alpha; beta, or these and lower bound; upper bound |
/// | `gamma` | | shape; scale |
/// | `exponential` | `exponentieel` | mean |
/// | `weibull` | | shape; scale |
/// | `bernoulli` | | probability |
/// | `binomial` | `binomiaal` | trials; probability |
/// | `poisson` | | mean |
/// | `discrete` | `discreet` | value: probability; ... |
/// | `quantiles` | `kwantielen` | p5: value; p50: value; ..., further lo: value; hi: value |
/// | `empirical` | `empirisch` | file; column |
/// | `var` | | name |
enum DistributionName: String, CaseIterable {
  case uniform, triangular, pert, normal, lognormal, beta, gamma, exponential, weibull, bernoulli, binomial, poisson
  case discrete, quantiles, empirical
  case reference = "var"

  init?(_ text: String) {
    guard let match = Self.byName[text.lowercased()] else { return nil }
    self = match
  }

  private static let byName: [String: DistributionName] = {
    var names: [String: DistributionName] = [:]
    for name in allCases {
      for word in [name.rawValue, name.dutch] where names[word] == nil { names[word] = name }
    }
    return names
  }()

  var dutch: String {
    switch self {
    case .triangular: return "driehoek"
    case .normal: return "normaal"
    case .lognormal: return "lognormaal"
    case .exponential: return "exponentieel"
    case .binomial: return "binomiaal"
    case .discrete: return "discreet"
    case .quantiles: return "kwantielen"
    case .empirical: return "empirisch"
    case .uniform, .pert, .beta, .gamma, .weibull, .bernoulli, .poisson, .reference: return rawValue
    }
  }

  static var allNames: [String] { allCases.map { $0.rawValue } + allCases.map { $0.dutch } }

  /// Whether it can have this number of arguments.
  func accepts(argumentCount: Int) -> Bool {
    switch self {
    case .exponential, .bernoulli, .poisson, .reference: return argumentCount == 1
    case .uniform, .lognormal, .gamma, .weibull, .binomial, .empirical: return argumentCount == 2
    case .normal, .beta: return argumentCount == 2 || argumentCount == 4
    case .triangular: return argumentCount == 3
    case .pert: return argumentCount == 3 || argumentCount == 4
    case .discrete, .quantiles: return argumentCount >= 1
    }
  }

  /// What stands between its parentheses, and what it makes of it.
  enum Form {
    /// Plain numbers, as many as it accepts; what it leaves out is the column's.
    case numbers((_ values: [Double], _ bounds: CellBounds) throws(DistributionError) -> Distribution)
    case discrete, quantiles, empirical, reference
  }

  var form: Form {
    switch self {
    case .uniform:
      return .numbers { values, _ throws(DistributionError) in try .uniform(from: values[0], to: values[1]) }
    case .triangular:
      return .numbers { values, _ throws(DistributionError) in
        try .triangular(minimum: values[0], mode: values[1], maximum: values[2])
      }
    case .pert:
      return .numbers { values, _ throws(DistributionError) in
        try .pert(
          minimum: values[0], mode: values[1], maximum: values[2], lambda: values.count == 4 ? values[3] : 4)
      }
    case .normal:
      return .numbers { values, bounds throws(DistributionError) in try Self.normal(values, bounds) }
    case .lognormal:
      return .numbers { values, _ throws(DistributionError) in
        try .lognormal(mean: values[0], standardDeviation: values[1])
      }
    case .beta:
      return .numbers { values, _ throws(DistributionError) in
        if values.count == 2 { return try .beta(alpha: values[0], beta: values[1]) }
        return try .beta(alpha: values[0], beta: values[1], lowerBound: values[2], upperBound: values[3])
      }
    case .gamma:
      return .numbers { values, _ throws(DistributionError) in try .gamma(shape: values[0], scale: values[1]) }
    case .exponential: return .numbers { values, _ throws(DistributionError) in try .exponential(mean: values[0]) }
    case .weibull:
      return .numbers { values, _ throws(DistributionError) in try .weibull(shape: values[0], scale: values[1]) }
    case .bernoulli:
      return .numbers { values, _ throws(DistributionError) in try .bernoulli(probability: values[0]) }
    case .binomial:
      return .numbers { values, _ throws(DistributionError) in
        try .binomial(trials: values[0], probability: values[1])
      }
    case .poisson: return .numbers { values, _ throws(DistributionError) in try .poisson(mean: values[0]) }
    case .discrete: return .discrete
    case .quantiles: return .quantiles
    case .empirical: return .empirical
    case .reference: return .reference
    }
  }

  private static func normal(_ values: [Double], _ bounds: CellBounds) throws(DistributionError) -> Distribution {
    if values.count == 4 {
      return try .normal(mean: values[0], standardDeviation: values[1], lowerBound: values[2], upperBound: values[3])
    }
    // A standard deviation of zero gives a certain value, which is compared with the column's bounds rather than
    // truncated.
    let free = try Distribution.normal(mean: values[0], standardDeviation: values[1])
    if free.certainValue != nil { return free }
    return try .normal(
      mean: values[0], standardDeviation: values[1], lowerBound: bounds.finiteLower, upperBound: bounds.finiteUpper)
  }

  /// Its arguments in words.
  var arguments: Bilingual {
    switch self {
    case .uniform: return Bilingual(same: "minimum; maximum")
    case .triangular:
      return Bilingual(nl: "minimum; meest waarschijnlijk; maximum", en: "minimum; mode; maximum")
    case .pert:
      return Bilingual(
        nl: "minimum; meest waarschijnlijk; maximum, eventueel gevolgd door lambda",
        en: "minimum; mode; maximum, optionally followed by lambda")
    case .normal:
      return Bilingual(
        nl: "gemiddelde; standaardafwijking, eventueel gevolgd door ondergrens; bovengrens",
        en: "mean; standard deviation, optionally followed by lower bound; upper bound")
    case .lognormal: return Bilingual(nl: "gemiddelde; standaardafwijking", en: "mean; standard deviation")
    case .beta:
      return Bilingual(
        nl: "alfa; bèta, eventueel gevolgd door ondergrens; bovengrens",
        en: "alpha; beta, optionally followed by lower bound; upper bound")
    case .gamma, .weibull: return Bilingual(nl: "vorm; schaal", en: "shape; scale")
    case .exponential, .poisson: return Bilingual(nl: "gemiddelde", en: "mean")
    case .bernoulli: return Bilingual(nl: "kans", en: "probability")
    case .binomial: return Bilingual(nl: "aantal pogingen; kans", en: "number of trials; probability")
    case .discrete:
      return Bilingual(nl: "waarde: kans; waarde: kans; ...", en: "value: probability; value: probability; ...")
    case .quantiles:
      return Bilingual(
        nl: "p5: waarde; p50: waarde; p95: waarde, eventueel gevolgd door lo: ondergrens; hi: bovengrens",
        en: "p5: value; p50: value; p95: value, optionally followed by lo: lower bound; hi: upper bound")
    case .empirical: return Bilingual(nl: "bestand; kolom", en: "file; column")
    case .reference:
      return Bilingual(nl: "naam van een grootheid in variables.csv", en: "name of a quantity in variables.csv")
    }
  }

  /// An example in the notation of a file.
  func example(_ notation: NumberNotation) -> String {
    switch self {
    case .uniform: return "uniform(5; 9)"
    case .triangular: return "triangular(5; 6; 9)"
    case .pert: return "pert(5; 6; 9)"
    case .normal: return "normal(40; \(notation.write(7.5)))"
    case .lognormal: return "lognormal(1000; 250)"
    case .beta: return "beta(2; 5)"
    case .gamma: return "gamma(2; 150)"
    case .exponential: return "exponential(4)"
    case .weibull: return "weibull(\(notation.write(1.5)); 20)"
    case .bernoulli: return "bernoulli(30%)"
    case .binomial: return "binomial(10; 20%)"
    case .poisson: return "poisson(\(notation.write(2.5)))"
    case .discrete: return "discrete(0: 70%; 1: 30%)"
    case .quantiles: return "quantiles(p5: 3; p50: 5; p95: \(notation.write(9.5)))"
    case .empirical: return "empirical(metingen.csv; uren)"
    case .reference: return "var(uurtarief)"
    }
  }
}
