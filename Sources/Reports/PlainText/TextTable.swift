import Terms

/// A table in plain text: labels on the left, then groups of columns, with numbers aligned on their decimal mark.
struct TextTable {
  enum Alignment {
    case left
    case right
    /// Aligned on the decimal mark; a cell without one ends where the mark would be.
    case decimal(mark: Character)
  }

  struct Column {
    var heading: String
    var cells: [String]
    var alignment: Alignment
    /// Whether it belongs to the column before it: a single blank separates them, whatever the gap.
    var isJoined = false

    init(_ heading: String, _ cells: [String], _ alignment: Alignment) {
      self.heading = heading
      self.cells = cells
      self.alignment = alignment
    }

    /// Heading and cells, all of the same width.
    fileprivate func laidOut() -> [String] {
      var cells = self.cells
      if case .decimal(let mark) = alignment {
        let tails = cells.map { cell in cell.lastIndex(of: mark).map { cell.distance(from: $0, to: cell.endIndex) } ?? 0
        }
        let tail = tails.max() ?? 0
        cells = zip(cells, tails).map { $0 + PlainText.blanks(tail - $1) }
      }
      let all = [heading] + cells
      let width = all.reduce(0) { max($0, $1.count) }
      return all.map { cell in
        if case .left = alignment { return PlainText.padded(cell, to: width) }
        return PlainText.rightAligned(cell, to: width)
      }
    }
  }

  /// Columns that belong together, with a title above them.
  struct Group {
    var title: String
    var columns: [Column]

    init(_ title: String, _ columns: [Column]) {
      self.title = title
      self.columns = columns
    }

    /// Title, headings and cells, all of the same width.
    fileprivate func laidOut(gap: Int) -> [String] {
      let columns = self.columns.map { $0.laidOut() }
      var rows = (columns.first ?? []).indices.map { row in
        zip(self.columns, columns).enumerated().reduce(into: "") { text, column in
          if column.offset > 0 { text += PlainText.blanks(column.element.0.isJoined ? 1 : gap) }
          text += column.element.1[row]
        }
      }
      rows.insert(title, at: 0)
      let width = rows.reduce(0) { max($0, $1.count) }
      return rows.map { PlainText.rightAligned($0, to: width) }
    }
  }

  /// The heading above the labels.
  var heading: String
  var labels: [String]
  var groups: [Group]
  /// Blanks between the columns of a group; there are three between groups.
  var gap = 2

  /// The lines of the table, split if it is wider than `width`: into as few parts as possible, as even as possible;
  /// each part begins with the labels.
  func lines(width: Int = PlainText.tableWidth) -> [String] {
    let parts = split(width: width)
    return parts.enumerated().flatMap { position, part in (position > 0 ? [""] : []) + rows(part) }
  }

  /// Whether the table need not be split.
  func fits(width: Int = PlainText.tableWidth) -> Bool { split(width: width).count <= 1 }

  private func rows(_ groups: [[String]]) -> [String] {
    let labels = TextTable.Column(heading, self.labels, .left).laidOut()
    let titles = [PlainText.blanks(labels[0].count)] + labels
    var rows = titles.indices.map { row in ([titles[row]] + groups.map { $0[row] }).joined(separator: "   ") }
    if self.groups.allSatisfy({ $0.title.isEmpty }) { rows.removeFirst() }
    return rows.map(PlainText.trimmed)
  }

  private func split(width: Int) -> [[[String]]] {
    let laidOut = groups.map { $0.laidOut(gap: gap) }
    guard !laidOut.isEmpty else { return [[]] }
    for parts in 1...laidOut.count {
      let size = (laidOut.count + parts - 1) / parts
      let split = stride(from: 0, to: laidOut.count, by: size).map {
        Array(laidOut[$0..<min($0 + size, laidOut.count)])
      }
      let isNarrow = split.allSatisfy { part in (rows(part).map { $0.count }.max() ?? 0) <= width }
      if isNarrow || parts == laidOut.count { return split }
    }
    return [laidOut]
  }
}
