import Terms

/// How the source of a figure says that it was estimated from what other regions gave: neither assumed nor reported.
public enum EstimateWords {
  private static let start = Bilingual(nl: "geschat uit", en: "estimated from")

  public static func source(_ count: Int) -> Bilingual {
    Bilingual(nl: "\(start.dutch) \(count) opgaven", en: "\(start.english) \(count) reports")
  }

  /// - Parameter codes: of the regions whose figures it rests on.
  public static func note(_ codes: String) -> Bilingual {
    Bilingual(nl: "uit de opgaven van \(codes)", en: "from the reports of \(codes)")
  }

  /// Whether a source, or a part of it, says so.
  static func isIn(_ source: String) -> Bool {
    let words = source.lowercased()
    return words.includes(start.dutch) || words.includes(start.english)
  }
}
