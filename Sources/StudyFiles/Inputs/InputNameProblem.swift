import Terms

/// The problem with an input name that a user typed.
public struct InputNameProblem: Error, Sendable, Equatable {
  public let text: Bilingual

  public init(text: Bilingual) { self.text = text }

  static func notAName(_ text: String) -> InputNameProblem {
    InputNameProblem(
      text: Bilingual(
        nl: "\(quoted(text)) is geen naam van een cel. Schrijf tabel.kolom[sleutel], bijvoorbeeld "
          + "staffing.verloop[VR17/OvD-BZ] of staffing.verloop[*/OvD-BZ].",
        en: "\(quoted(text)) is no name of a cell. Write table.column[key], for example "
          + "staffing.turnover[VR17/OvD-BZ] or staffing.turnover[*/OvD-BZ]."))
  }

  static func unknownTable(_ name: String, nearest: String?, known: [String]) -> InputNameProblem {
    unknown(
      Bilingual(nl: "Onbekende tabel \(quoted(name)).", en: "Unknown table \(quoted(name))."), nearest: nearest,
      known: known.map { Bilingual(nl: $0, en: $0) })
  }

  static func unknownColumn(
    _ name: String, table: TableID, nearest: String?, known: [Bilingual]
  ) -> InputNameProblem {
    unknown(
      Bilingual(
        nl: "\(table.file) heeft geen kolom \(quoted(name)) met getallen die vervangen kunnen worden.",
        en: "\(table.file) has no column \(quoted(name)) with numbers that can be replaced."), nearest: nearest,
      known: known)
  }

  static func wrongKey(_ text: String, table: TableID) -> InputNameProblem {
    let parts = table.description.keys
    let dutch = parts.map { $0.dutch }.joined(separator: "/")
    let english = parts.map { $0.id }.joined(separator: "/")
    return InputNameProblem(
      text: Bilingual(
        nl: "\(quoted(text)): tussen de haken van \(table.stem) hoort [\(dutch)].",
        en: "\(quoted(text)): between the brackets of \(table.stem) belongs [\(english)]."))
  }

  static func unknownKey(
    _ code: String, part: ColumnDescription, nearest: String?, known: [String]
  ) -> InputNameProblem {
    unknown(
      Bilingual(
        nl: "De studie kent \(quoted(code)) niet als \(part.dutch).",
        en: "The study knows no \(part.id) \(quoted(code))."), nearest: nearest,
      known: known.map { Bilingual(nl: $0, en: $0) })
  }

  /// The model uses no cell of this column.
  static func nothingAsked(_ name: InputName) -> InputNameProblem {
    uncounted(
      name,
      Bilingual(
        nl: "het model vraagt in deze studie niets van deze kolom",
        en: "the model asks for nothing of this column in this study"))
  }

  static func notAsked(_ name: InputName) -> InputNameProblem {
    uncounted(
      name,
      Bilingual(
        nl: "het model vraagt deze cel in deze studie niet",
        en: "the model does not ask for this cell in this study"))
  }

  private static func uncounted(_ name: InputName, _ what: Bilingual) -> InputNameProblem {
    let isGrowth =
      name.table == .indices
      || [Setting.wageGrowth, .priceGrowth].contains { name.key == [$0.description.id] }
    let reason =
      isGrowth
      ? Bilingual(nl: " Groei telt alleen bij lopende prijzen.", en: " Growth only counts at current prices.")
      : Bilingual(same: "")
    return InputNameProblem(
      text: Bilingual(
        nl: "\(name.typed.dutch) telt niet mee: \(what.dutch).\(reason.dutch)",
        en: "\(name.text) does not count: \(what.english).\(reason.english)"))
  }

  private static func unknown(_ what: Bilingual, nearest: String?, known: [Bilingual]) -> InputNameProblem {
    let dutch =
      nearest.map { "Bedoelt u \(quoted($0))?" }
      ?? "Kies uit \(enumeration(known.map { $0.dutch }, conjunction: .or, upTo: 20).dutch)."
    let english =
      nearest.map { "Did you mean \(quoted($0))?" }
      ?? "Choose from \(enumeration(known.map { $0.english }, conjunction: .or, upTo: 20).english)."
    return InputNameProblem(text: Bilingual(nl: what.dutch + " " + dutch, en: what.english + " " + english))
  }
}
