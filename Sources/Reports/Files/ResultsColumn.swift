import CostEngine

/// A column of figures in summary.csv and pairs.csv.
public enum ResultsColumn: Int, Sendable, CaseIterable {
  case mean, standardError, standardDeviation, p05, p10, p25, p50, p70, p75, p80, p85, p90, p95, p99, cvar95,
    sharePositive
  /// Only in pairs.csv.
  case shareCheaper

  /// Name in the header.
  public var id: String {
    switch self {
    case .mean: return "mean"
    case .standardError: return "se"
    case .standardDeviation: return "sd"
    case .p05: return "p05"
    case .p10: return "p10"
    case .p25: return "p25"
    case .p50: return "p50"
    case .p70: return "p70"
    case .p75: return "p75"
    case .p80: return "p80"
    case .p85: return "p85"
    case .p90: return "p90"
    case .p95: return "p95"
    case .p99: return "p99"
    case .cvar95: return "cvar95"
    case .sharePositive: return "share_positive"
    case .shareCheaper: return "share_a_cheaper"
    }
  }

  /// The percentage of a percentile; nil for other statistics.
  var percentage: Int? {
    switch self {
    case .p05: return 5
    case .p10: return 10
    case .p25: return 25
    case .p50: return 50
    case .p70: return 70
    case .p75: return 75
    case .p80: return 80
    case .p85: return 85
    case .p90: return 90
    case .p95: return 95
    case .p99: return 99
    case .mean, .standardError, .standardDeviation, .cvar95, .sharePositive, .shareCheaper: return nil
    }
  }

  /// The statistics of a ``Summary``, in the order in which they are written.
  static let summary = allCases.filter { $0 != .shareCheaper }
}
