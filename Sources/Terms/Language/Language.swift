/// The two languages of everything a person reads.
public enum Language: Sendable, CaseIterable {
  case dutch
  case english

  /// The word for it on a command line.
  public var id: String { self(nl: "nl", en: "en") }

  /// The text in this language.
  public func callAsFunction(nl dutch: String, en english: String) -> String {
    switch self {
    case .dutch: return dutch
    case .english: return english
    }
  }
}
