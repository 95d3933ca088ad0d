/// A chart that the spreadsheet draws from cells of the workbook.
struct SheetChart {
  enum Kind {
    /// A column for each category; several series side by side.
    case columns
    /// A bar for each category, the first one on top.
    case bars
    case lines
  }

  /// References to cells, as formulas write them.
  struct Series {
    var name: String
    var categories: String
    var values: String
    /// The distance from the value to the ends of its error bar.
    var errors: (below: String, above: String)?
  }

  var kind: Kind
  var title: String
  var categoryTitle: String
  var valueTitle: String
  /// Format code of the numbers along the axis.
  var valueFormat: String
  /// Ends of the axis; nil leaves them to the spreadsheet, which ignores error bars.
  var range: ClosedRange<Double>?
  var series: [Series]
  /// Whether the value is written at each bar.
  var showsValues = false
  /// Position of its top left corner: column and row, counted from 0.
  var column = 0
  var row: Int
  /// In pixels of 1/96 inch.
  var width = 900
  var height = 380

  /// Ends of an axis, on round numbers, that holds all of these values and zero.
  static func range(of values: [Double]) -> ClosedRange<Double>? {
    let (least, most) = (min(0, values.min() ?? 0), max(0, values.max() ?? 0))
    guard most > least, most - least < .infinity else { return nil }
    var step = 1.0
    while step * 10 < most - least { step *= 10 }
    if (most - least) / step <= 2 { step /= 5 } else if (most - least) / step <= 5 { step /= 2 }
    return (least / step).rounded(.down) * step...(most / step).rounded(.up) * step
  }

  /// The most readable unit for an axis, with the format code that divides by it.
  static func unit(for values: [Double], _ language: (String, String) -> String) -> (title: String, format: String) {
    let greatest = values.reduce(0) { max($0, $1.magnitude) }
    if greatest >= 1e6 { return (language("mln euro", "EUR million"), greatest >= 2e7 ? "#,##0,," : "#,##0.0,,") }
    if greatest >= 1e4 { return (language("euro x 1.000", "EUR x 1,000"), "#,##0,") }
    return (language("euro", "EUR"), "#,##0")
  }
}
