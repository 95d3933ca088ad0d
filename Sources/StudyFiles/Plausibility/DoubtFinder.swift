import CostEngine
import Terms

/// Asks about figures that are read without a problem, and that are probably not what was meant.
///
/// Each rule looks at the tables as they were read, with the study beside them: what the norm asks is resolved there.
struct DoubtFinder {
  /// What the rules look at.
  struct Context {
    let tables: StudyTables
    let study: Study
    /// The columns of observations that cells refer to.
    let observed: [EmpiricalColumns.Observed]
    /// What regions gave.
    let provenance: Provenance

    func table(_ id: TableID) -> ReadTable { ReadTable(tables, id) }
  }

  private let context: Context

  init(tables: StudyTables, study: Study, observed: [EmpiricalColumns.Observed], provenance: Provenance) {
    context = Context(tables: tables, study: study, observed: observed, provenance: provenance)
  }

  /// The doubts about a study, open and explained; the first one of each cell.
  func diagnostics() -> [Diagnostic] {
    var isTold: Set<Doubt.Place> = []
    var notes: [String: RowNotes] = [:]
    return found().compactMap { doubt -> Diagnostic? in
      guard isTold.insert(doubt.place).inserted else { return nil }
      let file = doubt.place.file
      if notes[file] == nil, let document = document(file) { notes[file] = RowNotes(document) }
      return doubt.diagnostic(explainedBy: notes[file]?.explanation(of: doubt) ?? answered(doubt))
    }
  }

  /// What a region wrote beside its figure after it was asked about it, or by which it speaks of it; nil if it wrote nothing.
  private func answered(_ doubt: Doubt) -> String? {
    guard doubt.explanation != .none, !context.provenance.entries.isEmpty,
      let id = RegionCells.tables.first(where: { $0.file == doubt.place.file })
    else { return nil }
    let table = context.table(id)
    guard let row = table.rows.first(where: { $0.number == doubt.place.row }),
      let column = id.columns.dropFirst(2).first(where: { table.place($0, row) == doubt.place }),
      let entry = table.given(column, row, context.provenance), !entry[.note].isEmpty
    else { return nil }
    let before = context.provenance.history(InputName(column, key: row.key)).dropLast()
    let isAnswer =
      doubt.explanation == .newNote
      ? before.last?[.note] != entry[.note]
      : before.contains { $0[.value] == entry[.value] && !$0[.doubt].isEmpty && $0[.note] != entry[.note] }
    return isAnswer || RowNotes.explains(entry[.note], doubt, given: entry[.given]) ? entry[.note] : nil
  }

  private func document(_ file: String) -> CSVDocument? {
    if let id = TableID.allCases.first(where: { $0.file == file }) { return context.tables[id].document }
    return context.observed.first { $0.document.file == file }?.document
  }

  /// In the order in which they go before each other at the same cell.
  private func found() -> [Doubt] {
    var doubts: [Doubt] = []
    doubts += WrittenNumberRule(context: context).doubts()
    doubts += MixedNotationRule(context: context).doubts()
    doubts += ShiftedRowRule(context: context).doubts()
    doubts += OwnBoundsRule(context: context).doubts()
    doubts += TotalRowRule(context: context).doubts()
    doubts += RateRule(context: context).doubts()
    doubts += DistributionRule(context: context).doubts()
    doubts += PlaceRule(context: context).doubts()
    doubts += SwappedHoursRule(context: context).doubts()
    doubts += RegionFigureRule(context: context).doubts()
    doubts += LimitRule(context: context).doubts()
    doubts += SignRule(context: context).doubts()
    doubts += NameRule(context: context).doubts()
    doubts += GivenFigureRule(context: context).doubts()
    doubts += EarlierAnswerRule(context: context).doubts()
    doubts += SourceRule(context: context).doubts()
    return doubts
  }
}
