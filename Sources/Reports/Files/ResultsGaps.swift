import CostEngine

/// What the tables of a results folder hold less, or more, than this version writes: those of an earlier or a later one.
///
/// In the ``Results`` of such tables every figure that is missing is not a number: nobody may show it.
public struct ResultsGaps: Sendable, Equatable {
  /// Amounts that summary.csv has no rows of.
  public var quantities: [ReportedQuantity] = []
  /// Payers that summary.csv has no rows of; where it has not all of them, nothing is known of who pays. Empty where
  /// nobody asked who pays, or it cannot be said.
  public var payers: [Payer] = []
  /// Columns that summary.csv has not.
  public var columns: [ResultsColumn] = []
  /// Columns that pairs.csv has not; empty where it has no rows.
  public var pairColumns: [ResultsColumn] = []
  /// Cost lines that lines.csv has no rows of.
  public var lines: [CostLine] = []
  /// Names in lines.csv that are no cost line of this version, in their order.
  public var unknownLines: [String] = []

  public init() {}

  /// Whether the cost lines that are known may be less than the whole: then what is left is told as one amount.
  public var hasOtherLines: Bool { !lines.isEmpty || !unknownLines.isEmpty }

  /// The table and the names in it without which there is no report; nil where there is one.
  public var hindrance: (file: String, names: [String])? {
    let needed: [ReportedQuantity] = [.delta, .structural, .incidental]
    let rows = needed.filter(quantities.contains)
    let columns = ResultsColumn.needed.filter(columns.contains)
    if !rows.isEmpty || !columns.isEmpty { return ("summary.csv", rows.map { $0.id } + columns.map { $0.id }) }
    let pairs = ResultsColumn.needed.filter(pairColumns.contains)
    return pairs.isEmpty ? nil : ("pairs.csv", pairs.map { $0.id })
  }

  public func tells(_ quantity: ReportedQuantity) -> Bool { !quantities.contains(quantity) }
  public func tells(_ column: ResultsColumn) -> Bool { !columns.contains(column) }

  /// The cost lines that are known, in their order.
  var knownLines: [CostLine] { CostLine.allCases.filter { !lines.contains($0) } }

  /// Whether hours and spending are told apart.
  var tellsOfStaffTime: Bool { tells(.staffTime) && tells(.outOfPocket) }
  var tellsOfFunding: Bool { tells(.funding) && tells(.net) }
  /// Whether it is known which of two scenarios is the cheaper one, and how often.
  var tellsWhichIsCheaper: Bool { !pairColumns.contains(.shareCheaper) && !pairColumns.contains(.sharePositive) }
}
