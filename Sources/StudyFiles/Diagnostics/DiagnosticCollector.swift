import Terms

/// Collects the problems and notices of a study, to be reported in the order of files, rows and columns.
final class DiagnosticCollector {
  private var gathered: [Diagnostic] = []
  /// By file: the position of each column in the header.
  private var columnPositions: [String: [String: Int]] = [:]
  /// By file, column and severity: the number of diagnostics.
  private var counts: [Kind: Int] = [:]
  /// By file and column: the first number that can be read in two ways, and the number of cells with one.
  private var ambiguities: [Kind: (first: Diagnostic, count: Int)] = [:]
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

  /// Records a cell with numbers that can be read in two ways. If a column is written in another notation than its
  /// file, this holds for every row, so its first cell represents all.
  func ambiguous(_ numbers: [NumberNotation.Ambiguity], file: String, row: Int, column: String) {
    let kind = Kind(file: file, column: column, severity: .notice)
    if ambiguities[kind] == nil {
      let remedy = Bilingual(nl: "Kijk of het zo bedoeld is.", en: "See whether that is what was meant.")
      let notice = CellParser.notice(numbers)
      let first = Diagnostic(.notice, file: file, row: row, column: column, problem: notice, remedy: remedy)
      ambiguities[kind] = (first, 0)
    }
    ambiguities[kind]!.count += 1
  }

  private var ambiguousColumns: [Diagnostic] {
    ambiguities.values.map { first, count in
      var notice = first
      guard count > 1 else { return notice }
      let others = CellProblem.furtherAmbiguous(count - 1)
      notice.problem = Bilingual(
        nl: notice.problem.dutch + " " + others.problem.dutch, en: notice.problem.english + " " + others.problem.english
      )
      notice.remedy = others.remedy
      return notice
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
