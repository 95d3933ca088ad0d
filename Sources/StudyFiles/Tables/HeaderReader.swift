import Terms

/// Finds the columns of a table in the header of its file, and reports what is wrong with them.
struct HeaderReader {
  let description: TableDescription
  let document: CSVDocument
  let diagnostics: DiagnosticCollector

  /// Positions of the columns in the header.
  struct Header {
    var keys: [Int?]
    var columns: [Int?]
    var remarks: [Int?]
    /// Columns that are not described, by name.
    var further: [(name: String, position: Int)] = []
    /// Missing columns that are required (indices in the description's).
    var missing: Set<Int> = []
  }

  /// Maximum number of unknown columns reported individually; more than that are one problem.
  private static let limit = 3

  private var described: [ColumnDescription] { description.allColumns + TableDescription.remarks }

  func read() -> Header {
    var positions = [Int?](repeating: nil, count: described.count)
    var unknown: [(name: String, position: Int)] = []
    for (position, name) in document.header.enumerated() where !name.isEmpty {
      // Word processors and spreadsheets turn the apostrophe of scenario's into a curly one.
      let plain = String(name.map { $0 == "\u{2019}" ? "'" : $0 })
      if let index = described.firstIndex(where: { $0.isCalled(plain) }) {
        if let first = positions[index] {
          // A repeated name has already been reported by the reader of the text.
          if document.header[first] == name { continue }
          report(.doubleColumn(name, as: document.header[first]), column: name)
        } else {
          positions[index] = position
        }
      } else if !unknown.contains(where: { $0.name == name }) {
        unknown.append((name.composed, position))
      }
    }

    var missing: Set<Int>
    let isUndivided = document.header.count == 1 && document.header[0].contains { ";,|\t".contains($0) }
    if positions.allSatisfy({ $0 == nil }), isUndivided || unknown.allSatisfy({ nearest(to: $0.name) == nil }) {
      // No header at all is one problem, not one for each column.
      report(.notAHeader(document.header, of: description))
      missing = Set(description.columns.indices)
    } else {
      let isExplained = judge(unknown: unknown.map { $0.name })
      missing = judge(missing: positions, isExplained: isExplained, unknown: unknown.map { $0.name })
    }
    let keys = description.keys.count
    let all = description.allColumns.count
    return Header(
      keys: Array(positions[..<keys]), columns: Array(positions[keys..<all]), remarks: Array(positions[all...]),
      further: unknown, missing: missing)
  }

  private func report(_ problem: CellProblem, column: String? = nil) {
    diagnostics.error(problem, file: description.id.file, row: document.headerRow, column: column)
  }

  /// The name of the column that an unknown one was probably meant for.
  private func nearest(to name: String) -> String? {
    Suggestion.nearest(to: name, among: described.flatMap { [$0.id, $0.dutch] })
      ?? ColumnSynonyms.meant(by: name, among: described)
  }

  /// Reports the columns that are not described.
  ///
  /// - Returns: for each described column whether an unknown one was probably meant for it: a misspelt column is one
  ///   problem, not an unknown column and a missing one.
  private func judge(unknown: [String]) -> [Bool] {
    var isExplained = [Bool](repeating: false, count: described.count)
    if description.allowsFurtherColumns { return isExplained }
    var otherwiseCapitalised: [(found: String, meant: String)] = []
    var strange: [String] = []
    for name in unknown {
      guard let nearest = nearest(to: name) else {
        strange.append(name)
        continue
      }
      if let index = described.firstIndex(where: { $0.isCalled(nearest) }) { isExplained[index] = true }
      if nearest.lowercased() == name.lowercased() {
        otherwiseCapitalised.append((name, nearest))
      } else {
        report(.unknownColumn(name, nearest: nearest, in: description), column: name)
      }
    }
    if otherwiseCapitalised.count > Self.limit {
      report(.columnsInCapitals(otherwiseCapitalised))
    } else {
      for (name, meant) in otherwiseCapitalised {
        report(.unknownColumn(name, nearest: meant, in: description), column: name)
      }
    }
    if strange.count > Self.limit {
      report(.unknownColumns(strange, in: description))
    } else {
      for name in strange { report(.unknownColumn(name, nearest: nil, in: description), column: name) }
    }
    return isExplained
  }

  /// Reports missing columns that are required.
  ///
  /// - Returns: their indices in the description's columns.
  private func judge(missing positions: [Int?], isExplained: [Bool], unknown: [String]) -> Set<Int> {
    var missing: Set<Int> = []
    for (index, column) in described.enumerated() where positions[index] == nil {
      let isMissed = !column.mayBeLeftOut
      if isExplained[index] || isMissed, index >= description.keys.count, index < description.allColumns.count {
        missing.insert(index - description.keys.count)
      }
      guard isMissed, !isExplained[index] else { continue }
      let lookalike =
        description.allowsFurtherColumns
        ? Suggestion.nearest(to: column.id, among: unknown) ?? Suggestion.nearest(to: column.dutch, among: unknown)
        : nil
      report(.missingColumn(column, lookalike: lookalike), column: column.id)
    }
    for alternatives in description.oneOf {
      let indices = alternatives.map { description.keys.count + description.position(of: $0) }
      if indices.contains(where: { positions[$0] != nil || isExplained[$0] }) { continue }
      report(.missingOneOf(indices.map { described[$0] }))
      missing.formUnion(indices.map { $0 - description.keys.count })
    }
    return missing
  }
}
