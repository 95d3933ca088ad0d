/// A text in both languages, so that neither can be forgotten.
public struct Bilingual: Sendable, Equatable {
  public var dutch: String
  public var english: String

  public init(nl dutch: String, en english: String) {
    self.dutch = dutch
    self.english = english
  }

  /// A text that is the same in both languages: a code, or a name from the study itself.
  public init(same text: String) { self.init(nl: text, en: text) }

  public func callAsFunction(_ language: Language) -> String { language(nl: dutch, en: english) }
}
