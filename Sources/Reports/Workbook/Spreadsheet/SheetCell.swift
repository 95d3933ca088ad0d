/// The content of a cell.
struct SheetCell {
  enum Content {
    case blank
    /// Stays text whatever it begins with.
    case text(String)
    case number(Double)
    /// A formula without `=`, in the notation of the file format, and its value.
    case formula(String, value: Double)
    /// The same of a text.
    case textFormula(String, value: String)
  }

  var content: Content
  var style: CellStyle

  static let blank = SheetCell(content: .blank, style: CellStyle(format: .text))

  static func text(_ text: String, _ format: CellStyle.Format = .text) -> SheetCell {
    SheetCell(content: text.isEmpty ? .blank : .text(text), style: CellStyle(format: format))
  }

  /// Blank if the number is NaN or infinite.
  static func number(_ value: Double, _ format: CellStyle.Format) -> SheetCell {
    SheetCell(content: value.isFinite ? .number(value) : .blank, style: CellStyle(format: format))
  }

  static func integer(_ value: Int, _ format: CellStyle.Format = .integer) -> SheetCell {
    number(Double(value), format)
  }

  static func euro(_ value: Double) -> SheetCell { number(value, .euro) }

  static func formula(_ formula: String, _ value: Double, _ format: CellStyle.Format = .euro) -> SheetCell {
    SheetCell(
      content: value.isFinite ? .formula(formula, value: value) : .blank, style: CellStyle(format: format))
  }

  static func textFormula(_ formula: String, _ value: String) -> SheetCell {
    SheetCell(content: .textFormula(formula, value: value), style: CellStyle(format: .text))
  }

  /// A day as a date, which a spreadsheet counts from 30 December 1899; before 1 March 1900 from a day later, because
  /// the file format has a 29 February 1900.
  static func date(year: Int, month: Int, day: Int) -> SheetCell {
    // Years begin in March here, so that a leap day is the last day of the year.
    let (marchYear, marchMonth) = month > 2 ? (year, month - 3) : (year - 1, month + 9)
    let days =
      365 * marchYear + marchYear / 4 - marchYear / 100 + marchYear / 400 + (153 * marchMonth + 2) / 5 + day - 1
    // Days from 1 March of the year 0 to 30 December 1899.
    let count = days - 693_899
    return number(Double(count < 61 ? count - 1 : count), .date)
  }

  /// The same cell in another role.
  func `as`(_ role: CellStyle.Role) -> SheetCell {
    var cell = self
    cell.style.role = role
    return cell
  }

  /// The name of a cell: `C7`.
  static func name(column: Int, row: Int) -> String { columnName(column) + String(row) }

  /// `A` for 0.
  static func columnName(_ column: Int) -> String {
    var name = ""
    var rest = column + 1
    while rest > 0 {
      name = String(UnicodeScalar(UInt8(65 + (rest - 1) % 26))) + name
      rest = (rest - 1) / 26
    }
    return name
  }
}
