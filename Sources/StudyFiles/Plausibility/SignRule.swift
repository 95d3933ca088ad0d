import CostEngine
import Terms

/// Amounts below 0 where money is paid or received once: a minus sign that came along from a ledger.
///
/// The yearly costs of a measure may well be savings, and are not asked about.
struct SignRule {
  let context: DoubtFinder.Context

  func doubts() -> [Doubt] {
    [Column.oneOffs(.amount), .funding(.amount), .measures(.oneOff)].flatMap { column -> [Doubt] in
      let table = context.table(column.table)
      return table.rows.compactMap { row -> Doubt? in
        guard let figure = table.figure(column, row), figure.middle < 0 else { return nil }
        let text = table.text(column, row)
        return Doubt(
          table.place(column, row), written: text,
          expected: Bilingual(
            nl: "\(quoted(text)) is minder dan 0: hier hoort wat iets kost of wat er aan middelen is.",
            en: "\(quoted(text)) is below 0: what something costs, or what money there is, belongs here."),
          correction: figure.isCertain
            ? .sign(write: table.write(-figure.middle))
            : .look(
              Bilingual(
                nl: "Haal de mintekens weg als ze er niet horen.",
                en: "Remove the minus signs if they do not belong there.")))
      }
    }
  }
}
