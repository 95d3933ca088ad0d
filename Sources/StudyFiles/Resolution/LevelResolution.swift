import CostEngine
import Terms

/// Resolves the norms of levels: a level may be based on another one (levels.csv), whose norms it has where its own
/// cells are blank, or a share of them.
final class LevelResolution {
  let cells: CellResolver
  /// For each level the one that it is based on; nil if there is none, or if levels.csv has a problem with it.
  private var bases: [Int?] = []
  /// For each level whether levels.csv has a problem with what it is based on, which has been reported.
  private var isBroken: [Bool] = []
  /// Cells of norms, by table, row and column, whose problem has been reported: several items may have one row.
  private var reported: Set<[Int]> = []
  /// Norms that were asked for before; nil for one with a problem.
  private var known: [InputName: Quantity?] = [:]

  private var tables: StudyTables { cells.tables }

  init(cells: CellResolver) {
    self.cells = cells
    readBases()
  }

  /// The level and those below it: what it is based on, what that is based on, and so on.
  func lineage(_ level: Int) -> [Int] {
    var lineage = [level]
    while let base = bases[lineage[lineage.count - 1]] { lineage.append(base) }
    return lineage
  }

  /// A level's norm; nil if it has a problem, which has been reported.
  ///
  /// - Parameters:
  ///   - asked: a column of norms.csv or provision-norms.csv.
  ///   - item: code of the function or provision.
  func norm(_ asked: Column, level: Int, item: String) -> Quantity? {
    let name = InputName(asked, key: [tables[.level].codes[level], item])
    if let norm = known[name] { return norm }
    let norm = resolve(asked, level, item, name)
    known[name] = .some(norm)
    return norm
  }

  private func resolve(_ asked: Column, _ level: Int, _ item: String, _ name: InputName) -> Quantity? {
    let table = tables[asked.table]
    let column = table.position(of: asked)
    let rows = table.candidates(name.key)
    let row = table.firstFilled(column, rows)
    let cell = cells.replacement(of: name) ?? row.map { table.rows[$0].cells[column] } ?? .blank
    switch cell {
    case .relative(let factor):
      func report(_ problem: CellProblem) {
        guard let place = row ?? rows.first, reported.insert([table.id.rawValue, place, column]).inserted else {
          return
        }
        cells.diagnostics.error(
          problem, file: table.file, row: table.rows[place].number, column: table.header(column))
      }
      guard let base = bases[level] else {
        if !isBroken[level] { report(.shareOfNothing(level: name.key[0])) }
        return nil
      }
      guard let norm = norm(asked, level: base, item: item), let factor = cells.factor(factor, name) else { return nil }
      let product = cells.register.product(norm, factor)
      let support = cells.register.support(of: product)
      let bounds = table.description.columns[column].content.bounds
      guard support.lower >= bounds.lower, support.upper <= bounds.upper else {
        report(
          .shareOutOfBounds(level: tables[.level].codes[base], lower: support.lower, upper: support.upper, bounds))
        return nil
      }
      return product
    case .blank:
      if isBroken[level] { return nil }
      guard let base = bases[level] else { return cells.quantity(asked, name.key, rows: rows) }
      let inherited = norm(asked, level: base, item: item)
      cells.noteInherited(inherited, name, from: InputName(asked, key: [self.tables[.level].codes[base], item]))
      return inherited
    default:
      return cells.quantity(asked, name.key, rows: rows)
    }
  }

  // MARK: levels.csv

  /// Reads what levels are based on; a circle is an error, and is left open.
  private func readBases() {
    let (table, levels) = (tables[.levels], tables[.level])
    let column = table.position(of: .levels(.basedOn))
    bases = [Int?](repeating: nil, count: levels.codes.count)
    isBroken = [Bool](repeating: !table.isReliable, count: levels.codes.count)
    var rows = [Int?](repeating: nil, count: levels.codes.count)
    for (index, row) in table.rows.enumerated() {
      guard let level = levels.index[row.key[0]] else { continue }
      rows[level] = index
      bases[level] = row.cells[column].text.flatMap { levels.index[$0] }
      isBroken[level] = bases[level] == nil && !row.cells[column].isBlank
    }
    for start in bases.indices {
      var path: [Int] = []
      var level = start
      while let base = bases[level], !path.contains(level) {
        path.append(level)
        level = base
      }
      guard let first = path.firstIndex(of: level), bases[level] != nil else { continue }
      let circle = Array(path[first...])
      // At the row that comes first in the file.
      let opened = circle.min { rows[$0]! < rows[$1]! }!
      let place = circle.firstIndex(of: opened)!
      cells.diagnostics.error(
        .circleOfLevels((circle[place...] + circle[..<place]).map { levels.codes[$0] }), file: table.file,
        row: table.rows[rows[opened]!].number, column: table.header(column))
      bases[opened] = nil
      isBroken[opened] = true
    }
  }
}
