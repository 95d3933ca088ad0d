import CostEngine
import Terms

/// Names that are nearly another one, where any name is allowed: further columns of regions.csv and factors.
struct NameRule {
  let context: DoubtFinder.Context

  func doubts() -> [Doubt] { columns() + factors() }

  /// A column that is read as a distribution key, and that nothing is distributed by.
  private func columns() -> [Doubt] {
    let table = context.table(.regions)
    guard let document = table.table.document else { return [] }
    let described = table.table.description.allColumns + TableDescription.remarks
    let known = described.flatMap { [$0.id, $0.dutch] }
    // What people call a column that the file does not have.
    let absent = described.filter { column in !document.header.contains { column.isCalled($0) } }
    let used = keys
    let further = table.table.furtherColumns.map { $0.name }
    return further.compactMap { name -> Doubt? in
      guard !used.contains(name), !hasDigits(name) else { return nil }
      let nearest = Suggestion.nearest(to: name, among: known + further.filter { $0 != name && used.contains($0) })
      guard let meant = nearest ?? ColumnSynonyms.meant(by: name, among: absent) else { return nil }
      return Doubt(
        Doubt.Place(file: table.table.file, row: document.headerRow, column: name), written: name,
        expected: Bilingual(
          nl: "Kolom \(quoted(name)) lijkt op \(quoted(meant)), maar wordt gelezen als een verdeelsleutel die niets "
            + "gebruikt.",
          en: "Column \(quoted(name)) is like \(quoted(meant)), but is read as a distribution key that nothing uses."),
        correction: .name(meant), explanation: .none)
    }
  }

  /// Columns of regions.csv that something is distributed by.
  private var keys: Set<String> {
    var keys: Set<String> = []
    let funding = context.table(.funding)
    for row in funding.rows { keys.insert(funding.text(.funding(.key), row)) }
    let settings = context.table(.settings)
    if let row = settings.table.row([Setting.municipalKey.name.id]) {
      keys.insert(settings.text(.settings(.value), settings.rows[row]))
    }
    return keys
  }

  /// A factor with fewer rows than one that is called nearly like it.
  private func factors() -> [Doubt] {
    let table = context.table(.correlations)
    var order: [String] = []
    var found: [String: (first: TableRow, count: Int)] = [:]
    for row in table.rows where !hasDigits(row.key[0]) {
      if found[row.key[0]] == nil { order.append(row.key[0]) }
      found[row.key[0]] = (found[row.key[0]]?.first ?? row, (found[row.key[0]]?.count ?? 0) + 1)
    }
    return order.compactMap { name -> Doubt? in
      guard let own = found[name], name.utf8.count > 4 else { return nil }
      let others = order.filter { $0 != name && found[$0]!.count > own.count }
      guard let meant = Suggestion.nearest(to: name, among: others) else { return nil }
      return Doubt(
        table.keyPlace(own.first), written: name,
        expected: Bilingual(
          nl: "Factor \(quoted(name)) lijkt op \(quoted(meant)), maar is een andere: de twee bewegen niet samen.",
          en: "Factor \(quoted(name)) is like \(quoted(meant)), but is another one: the two do not move together."),
        correction: .name(meant))
    }
  }

  /// Numbered names are alike on purpose.
  private func hasDigits(_ name: String) -> Bool { name.utf8.contains { $0.isDigit } }
}
