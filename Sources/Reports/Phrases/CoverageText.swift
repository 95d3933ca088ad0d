import CostEngine
import Terms

/// How much of the current situation is known.
enum CoverageText {
  /// A clause that says it; both shares sum to 100 %.
  static func text(_ coverage: [Coverage], language: Language) -> String {
    let sum = Coverage(sumOf: coverage)
    guard sum.all > 0 else { return language(nl: "geen gegevens gevraagd", en: "no figures asked for") }
    let count = NumberFormat.people(language).count(sum.all)
    if sum.invented + sum.estimated > 0 { return textOfMore(sum, count, language) }
    let share = ShareText.share(of: sum.reported, in: sum.all, language: language)
    let rest = ShareText.rest(of: sum.reported, in: sum.all, language: language)
    return language(
      nl: "van \(count) gegevens is \(share) opgegeven door regio's en \(rest) aangenomen",
      en: "of \(count) figures \(share) reported by regions and \(rest) assumed")
  }

  /// The same where some were estimated or invented: these are neither.
  private static func textOfMore(_ sum: Coverage, _ count: String, _ language: Language) -> String {
    func share(_ part: Int) -> String { ShareText.share(of: part, in: sum.all, language: language) }
    if sum.invented == sum.all {
      return language(nl: "alle \(count) gegevens zijn verzonnen", en: "all \(count) figures invented")
    }
    var parts = [
      language(nl: "\(share(sum.reported)) opgegeven door regio's", en: "\(share(sum.reported)) reported by regions")
    ]
    if sum.estimated > 0 {
      let estimated = share(sum.estimated)
      parts.append(language(nl: "\(estimated) geschat uit die opgaven", en: "\(estimated) estimated from these"))
    }
    parts.append(language(nl: "\(share(sum.assumed)) aangenomen", en: "\(share(sum.assumed)) assumed"))
    if sum.invented > 0 {
      parts.append(language(nl: "\(share(sum.invented)) verzonnen", en: "\(share(sum.invented)) invented"))
    }
    let list = parts.dropLast().joined(separator: ", ") + language(nl: " en ", en: " and ") + parts[parts.count - 1]
    return language(nl: "van \(count) gegevens is \(list)", en: "of \(count) figures \(list)")
  }
}
