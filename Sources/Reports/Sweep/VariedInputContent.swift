import Terms

/// An input that was given other values.
public struct VariedInputContent: Sendable, Equatable {
  /// The value in the study itself.
  public enum Own: Sendable, Equatable {
    case certain(Double)
    case uncertain
    /// Not the same in all its cells.
    case various
  }

  /// Name in words: `tot`.
  public var name: Bilingual
  /// Full names of the cells that are replaced: `scenarios.until[INGROEI]`; one may stand for several.
  public var cells: [String]
  /// Number of cells that these stand for.
  public var cellCount: Int
  public var kind: InputText.Kind
  public var own: Own
  /// Number of regions with a value of their own, which is not changed.
  public var regionsApart: Int

  public init(
    name: Bilingual, cells: [String], cellCount: Int, kind: InputText.Kind, own: Own, regionsApart: Int
  ) {
    self.name = name
    self.cells = cells
    self.cellCount = cellCount
    self.kind = kind
    self.own = own
    self.regionsApart = regionsApart
  }

  /// The value without line breaks.
  func text(_ value: Double, language: Language) -> String {
    String(InputText.text(value, kind)(language).map { $0 == " " ? PlainText.joint : $0 })
  }

  /// The value in the study, in words: `2032`.
  func ownText(_ language: Language) -> String {
    switch own {
    case .certain(let value): return text(value, language: language)
    case .uncertain: return language(nl: "onzeker (een verdeling)", en: "uncertain (a distribution)")
    case .various: return language(nl: "niet overal hetzelfde", en: "not the same everywhere")
    }
  }
}
