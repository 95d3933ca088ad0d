/// What is wrong with the name of an input that somebody typed.
public struct InputNameProblem: Error, Sendable, Equatable {
  public let text: Localized

  public init(text: Localized) { self.text = text }

  static func notAName(_ text: String) -> InputNameProblem {
    InputNameProblem(
      text: Localized(
        nl: "\(quoted(text)) is geen naam van een cel. Schrijf tabel.kolom[sleutel], bijvoorbeeld "
          + "staffing.verloop[VR17/OvD-BZ] of staffing.verloop[*/OvD-BZ].",
        en: "\(quoted(text)) is no name of a cell. Write table.column[key], for example "
          + "staffing.turnover[VR17/OvD-BZ] or staffing.turnover[*/OvD-BZ]."))
  }

  static func unknownTable(_ name: String, nearest: String?, known: [String]) -> InputNameProblem {
    unknown(
      Localized(nl: "Onbekende tabel \(quoted(name)).", en: "Unknown table \(quoted(name))."), nearest: nearest,
      known: known.map { Localized(nl: $0, en: $0) })
  }

  static func unknownColumn(
    _ name: String, table: TableID, nearest: String?, known: [Localized]
  ) -> InputNameProblem {
    unknown(
      Localized(
        nl: "\(table.file) heeft geen kolom \(quoted(name)) met getallen die vervangen kunnen worden.",
        en: "\(table.file) has no column \(quoted(name)) with numbers that can be replaced."), nearest: nearest,
      known: known)
  }

  static func wrongKey(_ text: String, table: TableID) -> InputNameProblem {
    let parts = table.description.keys
    let dutch = parts.map(\.dutch).joined(separator: "/")
    let english = parts.map(\.id).joined(separator: "/")
    return InputNameProblem(
      text: Localized(
        nl: "\(quoted(text)): tussen de haken van \(table.stem) hoort [\(dutch)].",
        en: "\(quoted(text)): between the brackets of \(table.stem) belongs [\(english)]."))
  }

  static func unknownKey(
    _ code: String, part: ColumnDescription, nearest: String?, known: [String]
  ) -> InputNameProblem {
    unknown(
      Localized(
        nl: "De studie kent \(quoted(code)) niet als \(part.dutch).",
        en: "The study knows no \(part.id) \(quoted(code))."), nearest: nearest,
      known: known.map { Localized(nl: $0, en: $0) })
  }

  /// No cell of this column is asked for.
  static func nothingAsked(_ name: InputName) -> InputNameProblem {
    uncounted(
      name,
      Localized(
        nl: "het model vraagt in deze studie niets van deze kolom",
        en: "the model asks for nothing of this column in this study"))
  }

  static func notAsked(_ name: InputName) -> InputNameProblem {
    uncounted(
      name,
      Localized(
        nl: "het model vraagt deze cel in deze studie niet",
        en: "the model does not ask for this cell in this study"))
  }

  private static func uncounted(_ name: InputName, _ what: Localized) -> InputNameProblem {
    let isGrowth = name.table == .indices || name.key == ["wage_growth"] || name.key == ["price_growth"]
    let reason =
      isGrowth
      ? Localized(nl: " Groei telt alleen bij lopende prijzen.", en: " Growth only counts at current prices.")
      : Localized(nl: "", en: "")
    return InputNameProblem(
      text: Localized(
        nl: "\(name.text) telt niet mee: \(what.dutch).\(reason.dutch)",
        en: "\(name.text) does not count: \(what.english).\(reason.english)"))
  }

  private static func unknown(_ what: Localized, nearest: String?, known: [Localized]) -> InputNameProblem {
    let dutch =
      nearest.map { "Bedoelt u \(quoted($0))?" }
      ?? "Kies uit \(enumeration(known.map(\.dutch), conjunction: .or, upTo: 20).dutch)."
    let english =
      nearest.map { "Did you mean \(quoted($0))?" }
      ?? "Choose from \(enumeration(known.map(\.english), conjunction: .or, upTo: 20).english)."
    return InputNameProblem(text: Localized(nl: what.dutch + " " + dutch, en: what.english + " " + english))
  }
}
