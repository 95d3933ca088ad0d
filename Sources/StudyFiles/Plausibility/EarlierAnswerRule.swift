import Terms

/// What a region gives against what it gave before.
struct EarlierAnswerRule {
  let context: DoubtFinder.Context

  func doubts() -> [Doubt] {
    guard !context.provenance.entries.isEmpty else { return [] }
    return RegionCells.tables.flatMap { id in
      let table = context.table(id)
      return table.rows.flatMap { row in id.columns.dropFirst(2).compactMap { doubt(table, $0, row) } }
    }
  }

  private func doubt(_ table: ReadTable, _ column: Column, _ row: TableRow) -> Doubt? {
    guard row.key[0] != "*", table.given(column, row, context.provenance) != nil,
      let figure = table.figure(column, row)
    else { return nil }
    let history = context.provenance.history(InputName(column, key: row.key))
    guard let last = history.last,
      let before = history.dropLast().last(where: { $0[.value] != last[.value] }),
      // What was doubted then is mended now.
      before[.doubt].isEmpty, let value = try? table.notation.read(before[.value])
    else { return nil }
    let ratio = value == figure.middle ? 1 : figure.middle / value
    guard ratio > Thresholds.most || ratio < 1 / Thresholds.most else { return nil }
    let when = before[.date].isEmpty ? Bilingual(same: "") : Bilingual(same: ", " + before[.date])
    let text = table.text(column, row)
    let (now, then, place) = (quoted(text), quoted(before[.value]), before.place)
    return Doubt(
      table.place(column, row), written: text,
      expected: Bilingual(
        nl: "Hier staat \(now); eerder gaf de regio \(then) op (\(place)\(when.dutch)).",
        en: "This is \(now); the region gave \(then) before (\(place)\(when.english))."),
      correction: .look(
        Bilingual(
          nl: "Vraag na welk van de twee juist is; zeg het in de toelichting als er iets is veranderd.",
          en: "Ask which of the two is right; say so in the note if something has changed.")), explanation: .newNote)
  }
}
