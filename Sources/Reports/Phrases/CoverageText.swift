import CostEngine
import Terms

/// How much of the current situation is known.
enum CoverageText {
  /// A clause that says it; both shares sum to 100 %.
  static func text(_ coverage: [Coverage], language: Language) -> String {
    let reported = coverage.reduce(0) { $0 + $1.reported }
    let all = reported + coverage.reduce(0) { $0 + $1.assumed }
    guard all > 0 else { return language(nl: "geen gegevens gevraagd", en: "no figures asked for") }
    let count = NumberFormat.people(language).count(all)
    let share = ShareText.share(of: reported, in: all, language: language)
    let rest = ShareText.rest(of: reported, in: all, language: language)
    return language(
      nl: "van \(count) gegevens is \(share) opgegeven door regio's en \(rest) aangenomen",
      en: "of \(count) figures \(share) reported by regions and \(rest) assumed")
  }
}
