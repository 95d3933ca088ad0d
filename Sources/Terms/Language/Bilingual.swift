/// A text in both languages: whoever writes one is made to write the other.
public struct Bilingual: Sendable, Equatable {
  public var dutch: String
  public var english: String

  public init(nl dutch: String, en english: String) {
    self.dutch = dutch
    self.english = english
  }

  /// A text that is the same in both: a code, a name of the study's own.
  public init(same text: String) { self.init(nl: text, en: text) }

  public func callAsFunction(_ language: Language) -> String { language(nl: dutch, en: english) }
}
