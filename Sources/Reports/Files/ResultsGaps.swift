import CostEngine

/// What the tables of a results folder lack, or have in addition, compared with those that this version writes: tables
/// of an earlier or later version.
///
/// In the ``Results`` read from such tables, every missing figure is NaN and must not be shown.
public struct ResultsGaps: Sendable, Equatable {
  /// Amounts without rows in summary.csv.
  public var quantities: [ReportedQuantity] = []
  /// Payers without rows in summary.csv; if any is missing, the results contain no payments at all. Empty in a
  /// report of a run that cannot show who pays, see `ReportedRun`.
  public var payers: [Payer] = []
  /// Columns missing from summary.csv.
  public var columns: [ResultsColumn] = []
  /// Whether summary.csv or lines.csv has no rows of the end state.
  public var lacksEndState = false
  /// Columns missing from pairs.csv; empty if it has no rows.
  var pairColumns: [ResultsColumn] = []
  /// Columns missing from lines.csv.
  var lineColumns: [ResultsColumn] = []
  /// Cost lines without rows in lines.csv.
  public var lines: [CostLine] = []
  /// Names in lines.csv that are not a cost line of this version, in the order of the file.
  public var unknownLines: [String] = []

  public init() {}

  /// Whether the known cost lines may not add up to the whole; the remainder is then shown as one amount.
  public var hasOtherLines: Bool { !lines.isEmpty || !unknownLines.isEmpty }

  /// The amounts without which there can be no report.
  private static let reported: [ReportedQuantity] = [.delta, .structural, .incidental]
  /// The columns without which an amount cannot be compared: its size, its precision and its margin.
  private static let compared: [ResultsColumn] = [.mean, .standardError, .p05, .p50, .p95]
  /// The columns without which an amount cannot be reported.
  static let needed = ResultsColumn.allCases.filter { compared.contains($0) || $0 == .standardDeviation }

  /// A table and the names missing from it without which there can be no report; nil if a report is possible.
  public var hindrance: (file: String, names: [String])? {
    summaryHindrance(Self.reported, Self.needed) ?? linesHindrance
      ?? Self.hindrance("pairs.csv", Self.needed.filter(pairColumns.contains))
  }

  /// The same of a comparison of one amount, table by table.
  public func hindrance(comparing quantity: ReportedQuantity) -> (file: String, names: [String])? {
    summaryHindrance([quantity], Self.compared) ?? (quantity.parts == nil ? nil : linesHindrance)
  }

  private func summaryHindrance(
    _ needed: [ReportedQuantity], _ columns: [ResultsColumn]
  ) -> (file: String, names: [String])? {
    let names = needed.filter(quantities.contains).map { $0.id } + columns.filter(self.columns.contains).map { $0.id }
    return names.isEmpty ? nil : ("summary.csv", names)
  }

  private var linesHindrance: (file: String, names: [String])? { Self.hindrance("lines.csv", lineColumns) }

  private static func hindrance(_ file: String, _ columns: [ResultsColumn]) -> (file: String, names: [String])? {
    columns.isEmpty ? nil : (file, columns.map { $0.id })
  }

  public func tells(_ quantity: ReportedQuantity) -> Bool { !quantities.contains(quantity) }
  public func tells(_ column: ResultsColumn) -> Bool { !columns.contains(column) }

  /// The known cost lines, in the order of ``CostLine``.
  var knownLines: [CostLine] { CostLine.allCases.filter { !lines.contains($0) } }

  /// Whether own staff time and spending are shown separately.
  var tellsOfStaffTime: Bool { tells(.staffTime) && tells(.outOfPocket) }
  var tellsOfFunding: Bool { tells(.funding) && tells(.net) }
  /// Whether it is known which of two scenarios is the cheaper one, and how often.
  var tellsWhichIsCheaper: Bool { !pairColumns.contains(.shareCheaper) && !pairColumns.contains(.sharePositive) }
}
