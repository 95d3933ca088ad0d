import Terms

/// The columns of observations to which cells refer as `empirical(file; column)`.
final class EmpiricalColumns {
  private let folder: StudyFolder
  private let diagnostics: DiagnosticCollector
  private var columns: [[String]: Result<[Double], CellProblem>] = [:]
  private var documents: [String: Result<CSVDocument, CellProblem>] = [:]

  /// A column whose values cells draw from.
  struct Observed {
    let document: CSVDocument
    /// In the document's header.
    let position: Int
    /// By row of the document; nil for a blank cell.
    let values: [Double?]
  }

  /// The columns that could be read, in the order in which cells refer to them.
  private(set) var observed: [Observed] = []

  init(folder: StudyFolder, diagnostics: DiagnosticCollector) {
    self.folder = folder
    self.diagnostics = diagnostics
  }

  /// All values of a column, or what is wrong with it.
  func values(file: String, column: String) -> Result<[Double], CellProblem> {
    if let known = columns[[file, column]] { return known }
    let values = document(file).flatMap { read(column, of: $0) }
    columns[[file, column]] = values
    return values
  }

  private func document(_ file: String) -> Result<CSVDocument, CellProblem> {
    if let known = documents[file] { return known }
    let document = readDocument(file)
    documents[file] = document
    return document
  }

  private func readDocument(_ file: String) -> Result<CSVDocument, CellProblem> {
    let parts = file.split(separator: "/", omittingEmptySubsequences: false)
    let isInside = !file.contains("\\") && !file.contains(":") && parts.allSatisfy { !["", ".", ".."].contains($0) }
    guard isInside else { return .failure(.fileOutsideStudy(file)) }
    switch folder.contents(of: file) {
    case .success(let bytes):
      let (document, problems) = CSVReader.read(bytes, file: file)
      // Problems of a table of the study are reported when that table is read.
      if !TableID.allCases.contains(where: { $0.file == file }) { problems.forEach(diagnostics.add) }
      if let document, !problems.contains(where: { $0.severity == .error }) { return .success(document) }
      let problem = problems.first { $0.severity == .error }
      return .failure(
        CellProblem(
          problem: Bilingual(
            nl: "\(file.excerpt) is niet leesbaar: \(problem?.problem.dutch ?? "leeg bestand")",
            en: "\(file.excerpt) is not readable: \(problem?.problem.english ?? "empty file")"),
          remedy: problem?.remedy ?? Bilingual(nl: "Vul het bestand.", en: "Fill the file.")))
    case .failure(.absent):
      return .failure(.noSuchFile(file, nearest: Suggestion.nearest(to: file, among: folder.fileNames)))
    case .failure(.outside):
      return .failure(.fileOutsideStudy(file))
    case .failure(.tooLarge):
      return .failure(CellProblem(problem: CSVProblem.fileTooLarge.problem, remedy: CSVProblem.fileTooLarge.remedy))
    case .failure(.unreadable(let reason)):
      return .failure(.unreadableFile(reason))
    }
  }

  private func read(_ column: String, of document: CSVDocument) -> Result<[Double], CellProblem> {
    guard let position = document.header.firstIndex(of: column) else {
      let names = document.header.filter { !$0.isEmpty }
      return .failure(
        .noSuchColumn(
          column, file: document.file, nearest: Suggestion.nearest(to: column, among: names), known: names))
    }
    let parser = CellParser(dialect: document.dialect) { file, _ in .failure(.fileOutsideStudy(file)) }
    var values: [Double?] = []
    var bad = 0
    func report(_ problem: CellProblem, _ row: CSVRow) {
      bad += 1
      diagnostics.error(problem, file: document.file, row: row.row, column: column)
    }
    for row in document.rows {
      let text = row.cells[position]
      let (value, ambiguities) = parser.read(text, bounds: .unbounded)
      if !ambiguities.isEmpty {
        diagnostics.ambiguous(ambiguities, file: document.file, row: row.row, column: column)
      }
      switch value {
      case .success(.blank): values.append(nil)
      case .success(.certain(let number)): values.append(number)
      case .success: report(.mustBeCertain(text), row)
      case .failure(let problem):
        if parser.isOfOtherNotation(text) {
          diagnostics.otherNotation(text, file: document.file, row: row.row, column: column)
        }
        report(QuantityWords.unknown.contains(text.lowercased()) ? .unknownObservation(text) : problem, row)
      }
    }
    if bad > 0 { return .failure(.notObserved(bad, column: column, file: document.file)) }
    let filled = values.compactMap { $0 }
    if filled.isEmpty { return .failure(.noValues(column: column, file: document.file)) }
    let blank = values.count - filled.count
    observed.append(Observed(document: document, position: position, values: values))
    if blank > 0 {
      diagnostics.notice(.blankObservations(blank, of: document.rows.count), file: document.file, column: column)
    }
    return .success(filled)
  }
}
