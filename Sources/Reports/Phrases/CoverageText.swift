import CostEngine
import Terms

/// How much of the current situation is known.
enum CoverageText {
  /// A clause that says it; both shares sum to 100 %.
  static func text(_ coverage: [Coverage], language: Language) -> String {
    let sum = Coverage(sumOf: coverage)
    guard sum.all > 0 else { return language(nl: "geen gegevens gevraagd", en: "no figures asked for") }
    let count = NumberFormat.people(language).count(sum.all)
    if sum.invented > 0 { return textWithExamples(sum, count, language) }
    let share = ShareText.share(of: sum.reported, in: sum.all, language: language)
    let rest = ShareText.rest(of: sum.reported, in: sum.all, language: language)
    return language(
      nl: "van \(count) gegevens is \(share) opgegeven door regio's en \(rest) aangenomen",
      en: "of \(count) figures \(share) reported by regions and \(rest) assumed")
  }

  /// The same where some were invented: these are neither.
  private static func textWithExamples(_ sum: Coverage, _ count: String, _ language: Language) -> String {
    func share(_ part: Int) -> String { ShareText.share(of: part, in: sum.all, language: language) }
    let invented = share(sum.invented)
    if sum.reported + sum.assumed == 0 {
      return language(nl: "alle \(count) gegevens zijn verzonnen", en: "all \(count) figures invented")
    }
    return language(
      nl: "van \(count) gegevens is \(share(sum.reported)) opgegeven door regio's, \(share(sum.assumed)) aangenomen en "
        + "\(invented) verzonnen",
      en: "of \(count) figures \(share(sum.reported)) reported by regions, \(share(sum.assumed)) assumed and "
        + "\(invented) invented")
  }
}
