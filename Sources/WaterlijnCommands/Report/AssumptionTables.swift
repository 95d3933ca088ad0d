import CostEngine
import Reports
import StudyFiles

extension StudyReading {
  /// Every row of every table of the study, with its source and note, as a report shows them.
  public func assumptionTables(_ language: Language) -> [ReportContent.AssumptionTable] {
    tables.map { table in
      ReportContent.AssumptionTable(
        file: table.file, columns: table.columns.map { $0(language) }, keys: table.keys,
        rows: table.rows.map { row in
          .init(number: row.number, cells: row.cells, source: row.source, note: row.note)
        })
    }
  }
}
