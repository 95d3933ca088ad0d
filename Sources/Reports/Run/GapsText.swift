import CostEngine
import Terms

/// Remarks about results that were read from tables of another version.
struct GapsText {
  let content: RunContent
  let language: Language

  private var gaps: ResultsGaps { content.gaps }

  /// Nil if the tables contain exactly what this version shows.
  var text: String? {
    let sentences = [missing, unknown, others].compactMap { $0 }
    return sentences.isEmpty ? nil : sentences.joined(separator: " ")
  }

  private var missing: String? {
    var names = gaps.quantities.map { Glossary.entry($0).name(language) }
    if !gaps.payers.isEmpty { names.append(language(nl: "wie betaalt", en: "who pays")) }
    if gaps.lacksEndState { names.append(Glossary.entry(.endState).name(language)) }
    names += gaps.columns.map(name)
    // Of the other columns of pairs.csv nothing is shown that a report can do without.
    names += [.shareCheaper, .sharePositive].filter(gaps.pairColumns.contains).filter(gaps.tells).map(name)
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
    let list = enumeration(gaps.unknownLines, conjunction: .and)
    return language(
      nl: "Deze uitkomsten bevatten kostenregels die deze versie van Waterlijn niet kent: \(list.dutch).",
      en: "These results hold cost lines that this version of Waterlijn does not know: \(list.english).")
  }

  /// Why the cost lines still add up.
  private var others: String? {
    guard content.hasOtherLines else { return nil }
    let name = QuantityPart.otherName.capitalised(language)
    return language(
      nl: "Kosten die niet apart bekend zijn, staan samen bij ‘\(name)’.",
      en: "Costs that are not known apart are together at ‘\(name)’.")
  }
}
