import CostEngine
import Terms

/// What is to be said of results that come from the tables of another version.
struct GapsText {
  let gaps: ResultsGaps
  let language: Language

  /// Nil where the tables hold all that this version shows, and no more.
  var text: String? {
    let sentences = [missing, unknown, others].compactMap { $0 }
    return sentences.isEmpty ? nil : sentences.joined(separator: " ")
  }

  private var missing: String? {
    var names = gaps.quantities.map { Glossary.entry($0).name(language) }
    if !gaps.payers.isEmpty { names.append(language(nl: "wie betaalt", en: "who pays")) }
    names += gaps.columns.map(name)
    if !gaps.tellsWhichIsCheaper { names.append(name(.shareCheaper)) }
    names += gaps.lines.map { Glossary.entry($0).name(language) }
    guard !names.isEmpty else { return nil }
    let list = names.joined(separator: ", ")
    return language(
      nl: "Deze uitkomsten zijn van een andere versie van Waterlijn en bevatten niet: \(list). Wat daarvan afhangt, "
        + "ontbreekt hier.",
      en: "These results are of another version of Waterlijn and do not hold: \(list). What depends on it is missing "
        + "here.")
  }

  private func name(_ column: ResultsColumn) -> String {
    Glossary.entry(id: column.id)?.name(language) ?? column.id
  }

  private var unknown: String? {
    guard !gaps.unknownLines.isEmpty else { return nil }
    let list = gaps.unknownLines.joined(separator: ", ")
    return language(
      nl: "Deze uitkomsten bevatten kostenregels die deze versie van Waterlijn niet kent: \(list).",
      en: "These results hold cost lines that this version of Waterlijn does not know: \(list).")
  }

  /// Why the cost lines still add up.
  private var others: String? {
    guard gaps.hasOtherLines else { return nil }
    let name = QuantityPart.otherName(language)
    return language(
      nl: "Kosten die niet apart bekend zijn, staan samen bij ‘\(name)’.",
      en: "Costs that are not known apart are together at ‘\(name)’.")
  }
}
