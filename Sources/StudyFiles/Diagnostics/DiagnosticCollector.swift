import Terms

/// Collects the problems and notices of a study, to be reported in the order of files, rows and columns.
final class DiagnosticCollector {
  private var gathered: [Diagnostic] = []
  /// By file: the position of each column in the header.
  private var columnPositions: [String: [String: Int]] = [:]
  /// By file, column and severity: the number of diagnostics.
  private var counts: [Kind: Int] = [:]
  /// By file and column: the first cells with numbers that can be read in two ways, and the number of such cells.
  private var ambiguities: [Kind: (first: [AmbiguousCell], count: Int)] = [:]
  /// By file and column: the first cell that only the other kind of file reads as a number.
  private var otherNotations: [Kind: (row: Int, text: String)] = [:]
  private(set) var hasErrors = false

  private struct CellPlace: Hashable {
    let file: String
    let row: Int
    let column: String

    /// Nil for what is not about one cell.
    init?(_ diagnostic: Diagnostic) {
      guard let row = diagnostic.row, let column = diagnostic.column else { return nil }
      (file, self.row, self.column) = (diagnostic.file, row, column)
    }
  }

  private struct AmbiguousCell {
    let row: Int
    let numbers: [NumberNotation.Ambiguity]
  }

  private struct Kind: Hashable {
    let file: String
    let column: String?
    let severity: Diagnostic.Severity
  }

  /// Records the order of the columns of a file.
  func note(header: [String], of file: String) {
    var positions: [String: Int] = [:]
    for (position, name) in header.enumerated() where positions[name] == nil { positions[name] = position }
    columnPositions[file] = positions
  }

  func add(_ diagnostic: Diagnostic) {
    if count(diagnostic.severity, file: diagnostic.file, column: diagnostic.column) { gathered.append(diagnostic) }
  }

  func error(_ problem: @autoclosure () -> CellProblem, file: String, row: Int? = nil, column: String? = nil) {
    add(.error, problem, file: file, row: row, column: column)
  }

  func notice(_ problem: @autoclosure () -> CellProblem, file: String, row: Int? = nil, column: String? = nil) {
    add(.notice, problem, file: file, row: row, column: column)
  }

  private func add(
    _ severity: Diagnostic.Severity, _ problem: () -> CellProblem, file: String, row: Int?, column: String?
  ) {
    guard count(severity, file: file, column: column) else { return }
    let (problem, remedy) = problem().words()
    gathered.append(Diagnostic(severity, file: file, row: row, column: column, problem: problem, remedy: remedy))
  }

  /// Counts a problem or notice; true if it is to be reported. If a whole column is wrong, only a limited number of its
  /// cells is.
  private func count(_ severity: Diagnostic.Severity, file: String, column: String?) -> Bool {
    if severity == .error { hasErrors = true }
    let kind = Kind(file: file, column: column, severity: severity)
    let count = counts[kind, default: 0] + 1
    counts[kind] = count
    return count <= CSVLimits.problemsOfAKind
  }

  /// Records a cell with numbers that can be read in two ways.
  func ambiguous(_ numbers: [NumberNotation.Ambiguity], file: String, row: Int, column: String) {
    let kind = Kind(file: file, column: column, severity: .notice)
    var found = ambiguities[kind] ?? ([], 0)
    found.count += 1
    if found.first.count < CSVLimits.problemsOfAKind { found.first.append(AmbiguousCell(row: row, numbers: numbers)) }
    ambiguities[kind] = found
  }

  /// Records a cell that this file does not read as a number, and that the other kind of file does.
  func otherNotation(_ text: String, file: String, row: Int, column: String) {
    let kind = Kind(file: file, column: column, severity: .notice)
    if otherNotations[kind] == nil { otherNotations[kind] = (row, text) }
  }

  /// What numbers that can be read in two ways are told as. If a column is written in another notation than its file,
  /// this holds for every row, so its first cell represents all. If the column has cells of the other notation as well,
  /// nobody can tell which way a number was meant, and each is a problem.
  private var ambiguousColumns: [Diagnostic] {
    ambiguities.flatMap { kind, found -> [Diagnostic] in
      let column = kind.column ?? ""
      if let other = otherNotations[kind] {
        return found.first.map { cell in
          let problem = CellProblem.mixedNotation(cell.numbers[0], row: other.row, text: other.text)
          return Diagnostic(
            .error, file: kind.file, row: cell.row, column: column, problem: problem.problem, remedy: problem.remedy)
        }
      }
      let remedy = Bilingual(nl: "Kijk of het zo bedoeld is.", en: "See whether that is what was meant.")
      var notice = Diagnostic(
        .notice, file: kind.file, row: found.first[0].row, column: column,
        problem: CellParser.notice(found.first[0].numbers), remedy: remedy)
      guard found.count > 1 else { return [notice] }
      let others = CellProblem.furtherAmbiguous(found.count - 1)
      notice.problem = Bilingual(
        nl: notice.problem.dutch + " " + others.problem.dutch, en: notice.problem.english + " " + others.problem.english
      )
      notice.remedy = others.remedy
      return [notice]
    }
  }

  /// All diagnostics: by table in the order of ``TableID`` (other files after them), row and column, then in the order
  /// of arrival.
  var sorted: [Diagnostic] {
    let further = counts.filter { $0.value > CSVLimits.problemsOfAKind }.map { kind, count in
      let problem = CellProblem.further(count - CSVLimits.problemsOfAKind, kind.severity)
      return Diagnostic(
        kind.severity, file: kind.file, row: nil, column: kind.column, problem: problem.problem,
        remedy: problem.remedy)
    }
    // What is wrong with a cell makes what is noticed of it no news.
    let wrong = Set(gathered.filter { $0.severity == .error }.compactMap(CellPlace.init))
    let notices = gathered.filter { $0.severity == .error || !(CellPlace($0).map(wrong.contains) ?? false) }
    return sort(notices + further + ambiguousColumns)
  }

  private func sort(_ gathered: [Diagnostic]) -> [Diagnostic] {
    typealias Place = (file: Int, name: String, row: Int, column: Int, sequence: Int)
    let order = Dictionary(uniqueKeysWithValues: TableID.allCases.map { ($0.file, $0.rawValue) })
    let places = gathered.enumerated().map { sequence, diagnostic -> Place in
      let column = diagnostic.column.map { columnPositions[diagnostic.file]?[$0] ?? Int.max } ?? -1
      return (order[diagnostic.file] ?? Int.max, diagnostic.file, diagnostic.row ?? 0, column, sequence)
    }
    return places.sorted {
      if $0.file != $1.file { return $0.file < $1.file }
      if $0.name != $1.name { return $0.name < $1.name }
      return ($0.row, $0.column, $0.sequence) < ($1.row, $1.column, $1.sequence)
    }.map { gathered[$0.sequence] }
  }
}
