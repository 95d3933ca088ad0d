/// How a simulation was sampled.
public enum Sampler: Sendable, CaseIterable {
  /// Independent draws.
  case random
  /// Latin hypercube: stratified in every dimension within independent replicates.
  case latinHypercube
  /// Scrambled Sobol sequences: spread evenly in all dimensions jointly, in four independent strands.
  case sobol

  /// Its name in settings.csv, on the command line and in manifest.json.
  public var id: String {
    switch self {
    case .random: return "random"
    case .latinHypercube: return "lhs"
    case .sobol: return "sobol"
    }
  }
}
