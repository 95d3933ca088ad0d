import CostEngine
import Terms

extension RunWorkbook {
  /// Every filled cell of the study's tables, one row each, with its source and note.
  var assumptionsSheet: Sheet {
    var sheet = Sheet(
      name: language(nl: "Aannames", en: "Assumptions"),
      title: language(
        nl: "Waarmee gerekend is, en waar het vandaan komt", en: "What was computed with, and its source"),
      note: language(
        nl:
          "Elke ingevulde cel van elke tabel van de studie, zoals die er staat. 8..10..14 betekent: minstens 8, waarschijnlijk "
          + "10, hooguit 14. Een * geldt voor alle regio's (of functies) zonder eigen rij. Filter op Aanname om te zien wat "
          + "nergens is vastgelegd.",
        en:
          "Every filled cell of every table of the study, as it stands there. 8..10..14 means: at least 8, most likely 10, "
          + "at most 14. A * holds for all regions (or functions) without a row of their own. Filter on Assumption to see "
          + "what is laid down nowhere."),
      columns: [
        .text(language(nl: "Tabel", en: "Table")), .text(language(nl: "Rij", en: "Row")),
        .text(language(nl: "Onderdeel", en: "Item")), .text(language(nl: "Kolom", en: "Column")),
        .text(language(nl: "Waarde", en: "Value")), .text(language(nl: "Aanname", en: "Assumption")),
        .text(Remark.source.name.heading(language)), .text(Remark.note.name.heading(language)),
      ] + (doubts.isEmpty ? [] : [.text(language(nl: "Twijfel", en: "Doubt"))]))
    sheet.frozenColumns = 4
    var isTold = [Bool](repeating: false, count: doubts.count)
    for table in assumptions {
      for row in table.rows {
        let keys = table.keys.isEmpty ? [] : table.keys.map { row.cells[$0] }
        let item = keys.joined(separator: " / ")
        var filled = table.columns.indices.filter { !table.keys.contains($0) && !row.cells[$0].isEmpty }
        // A row without content is listed all the same.
        if filled.isEmpty, let first = table.columns.indices.first(where: { !table.keys.contains($0) }) {
          filled = [first]
        }
        for (position, column) in filled.enumerated() {
          // What is said of a key, a source or a whole row stands at its first cell.
          let found = doubts.indices.filter { index in
            let doubt = doubts[index]
            guard !isTold[index], doubt.file == table.file, doubt.row == row.number else { return false }
            let heading = table.columns[column]
            return doubt.column == heading.dutch || doubt.column == heading.english
              || position == 0 && !isOfOtherColumn(doubt, table, filled)
          }
          for index in found { isTold[index] = true }
          let told: [SheetCell] =
            doubts.isEmpty
            ? [] : [.text(found.map { DoubtText.whole(doubts[$0], language) }.joined(separator: " "), .wrapped)]
          sheet.rows.append(
            [
              .text(table.file), .integer(row.number, .year).as(.fact), .text(item),
              .text(table.columns[column](language)),
              .text(row.cells[column], .wrapped),
              .text(standing(row.standing)),
              .text(row.source, .wrapped),
              .text(row.note, .wrapped),
            ] + told)
        }
      }
    }
    // Of a header, and of more cells than are told one by one.
    for index in doubts.indices where !isTold[index] {
      let doubt = doubts[index]
      sheet.rows.append([
        .text(doubt.file), doubt.row.map { .integer($0, .year).as(.fact) } ?? .blank, .blank,
        .text(doubt.column ?? ""), .blank, .blank, .blank, .blank, .text(DoubtText.whole(doubt, language), .wrapped),
      ])
    }
    return sheet
  }

  private var doubts: [Diagnostic] { content.doubts }

  /// Whether a doubt is told at another cell of its row.
  private func isOfOtherColumn(_ doubt: Diagnostic, _ table: WrittenTable, _ filled: [Int]) -> Bool {
    filled.contains { doubt.column == table.columns[$0].dutch || doubt.column == table.columns[$0].english }
  }

  /// Whether it is an assumption, in a word suitable for a filter.
  private func standing(_ kind: WrittenTable.Row.Standing) -> String {
    switch kind {
    case .example: return language(nl: "voorbeeld", en: "example")
    case .estimated: return language(nl: "geschat", en: "estimated")
    case .assumed: return language(nl: "ja", en: "yes")
    case .partly: return language(nl: "deels", en: "partly")
    case .sourced: return language(nl: "nee", en: "no")
    case .unsourced: return language(nl: "geen bron", en: "no source")
    }
  }
}
