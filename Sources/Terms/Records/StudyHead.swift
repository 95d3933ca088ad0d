/// What the head of a report says of a study beside its title: for people only, never computed with.
public struct StudyHead: Sendable, Equatable {
  /// How far an estimate has come.
  public enum Status: Sendable, CaseIterable {
    case concept, final

    public var word: FileWord {
      switch self {
      case .concept: return FileWord("concept", "concept")
      case .final: return FileWord("final", "definitief")
      }
    }

    public var name: Bilingual {
      switch self {
      case .concept: return Bilingual(nl: "concept", en: "draft")
      case .final: return Bilingual(nl: "definitief", en: "final")
      }
    }
  }

  /// Who made it; nil, here and below, if the study does not say.
  public var author: String?
  public var organisation: String?
  /// As it was written.
  public var date: String?
  public var version: String?
  public var status: Status = .concept
  /// What it leaves out of account.
  public var exclusions: String?
  /// How it deals with value-added tax.
  public var vat: String?

  public init() {}
}
