import Reports
import Terms

/// What is said of the draws of parts.
enum PartTexts {
  /// A number in groups of three.
  static func dutch(_ number: Int) -> String { NumberFormat.people(.dutch).count(number) }
  static func english(_ number: Int) -> String { NumberFormat.people(.english).count(number) }

  /// Why parts are not merged.
  static func refusal(_ problems: [Bilingual]) -> Bilingual {
    Bilingual(
      nl: "Niet samengevoegd; er is niets geschreven.\n" + problems.map { "  " + $0.dutch }.joined(separator: "\n"),
      en: "Not merged; nothing was written.\n" + problems.map { "  " + $0.english }.joined(separator: "\n"))
  }

  static func variants(_ count: Int) -> Bilingual {
    Bilingual(
      nl: count == 1 ? "1 variant" : "\(dutch(count)) varianten",
      en: count == 1 ? "1 variant" : "\(english(count)) variants")
  }

  static func parts(_ count: Int) -> Bilingual {
    Bilingual(
      nl: count == 1 ? "1 deel" : "\(dutch(count)) delen", en: count == 1 ? "1 part" : "\(english(count)) parts")
  }

  /// More ranges than this are counted instead.
  private static let most = 12

  /// Ranges of draws as people number them: from 1, both ends included.
  static func ranges(_ ranges: DrawRanges) -> Bilingual {
    func text(_ number: (Int) -> String, _ to: String) -> String {
      ranges.ranges.prefix(most).map { range in
        range.count == 1
          ? number(range.upperBound)
          : "\(number(range.lowerBound + 1)) \(to) \(number(range.upperBound))"
      }.joined(separator: ", ")
    }
    let rest = ranges.ranges.count - most
    return Bilingual(
      nl: text(dutch, "tot en met") + (rest > 0 ? " en nog \(rest) reeksen" : ""),
      en: text(english, "to") + (rest > 0 ? " and \(rest) more ranges" : ""))
  }

  static func missing(_ missing: DrawRanges, of draws: Int) -> Bilingual {
    let text = ranges(missing)
    return Bilingual(
      nl: """
        er ontbreken \(PartTexts.dutch(missing.count)) van de \(PartTexts.dutch(draws)) trekkingen: \(text.dutch)
        Wat opnieuw te rekenen is, toont waterlijn parts.
        """,
      en: """
        \(PartTexts.english(missing.count)) of the \(PartTexts.english(draws)) draws are missing: \(text.english)
        What is to be computed again is shown by waterlijn parts.
        """)
  }

  static func overlap(_ overlap: (draws: DrawRanges, first: OpenedParts.Part, second: OpenedParts.Part)) -> Bilingual {
    let text = ranges(overlap.draws)
    return Bilingual(
      nl:
        "trekkingen \(text.dutch) staan in \(overlap.first.path) en in \(overlap.second.path); haal een van beide weg",
      en: "draws \(text.english) are in \(overlap.first.path) and in \(overlap.second.path); remove one of them")
  }
}
