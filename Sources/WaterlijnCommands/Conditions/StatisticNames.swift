import CostEngine
import Terms

/// The words for statistics of draws, and for what becomes of several years.
enum StatisticNames {
  static let chance = ["chance", "kans", "share_positive", "p"]

  private static let words: [(words: [String], statistic: DrawStatistic)] = [
    (["mean", "gemiddelde", "gemiddeld"], .mean), (["sd", "standaardafwijking"], .standardDeviation),
    (["median", "mediaan"], .percentile(50)), (["cvar95"], .cvar95),
  ]

  private static let folds: [(words: [String], fold: YearFold)] = [
    (["max", "maximum", "highest", "hoogste"], .highest), (["min", "minimum", "lowest", "laagste"], .lowest),
    (["sum", "som"], .sum),
  ]

  /// A statistic but the chance; nil for another word.
  static func known(_ word: String) -> DrawStatistic? {
    if let known = words.first(where: { $0.words.contains(word) }) { return known.statistic }
    if word.first == "p", let percentage = Int(word.dropFirst()), (1...99).contains(percentage) {
      return .percentile(percentage)
    }
    return nil
  }

  static func fold(_ word: String) -> YearFold? { folds.first { $0.words.contains(word) }?.fold }

  static func unknown(_ word: String, _ option: CommandOption) -> UsageError {
    let known = [
      "gemiddelde", "mean", "p5", "p50", "p80", "p95", "cvar95", "sd", "mediaan", "median", "kans", "chance",
      "share_positive", "max", "min", "sum", "som",
    ]
    let nearest = Suggestion.nearest(to: word.lowercased(), among: known)
    return .invalid(
      option,
      Bilingual(
        nl: "onbekende maat \"\(word)\". "
          + (nearest.map { "Bedoelt u \"\($0)\"?" }
            ?? "Kies gemiddelde, p1 tot en met p99, cvar95, sd of kans, of van jaren max, min of som."),
        en: "unknown statistic \"\(word)\". "
          + (nearest.map { "Did you mean \"\($0)\"?" }
            ?? "Choose mean, p1 to p99, cvar95, sd or chance, or of years max, min or sum.")))
  }
}
