/// The content of a cell, or what its formula gave.
public enum SheetValue: Sendable, Equatable {
  case blank
  case text(String)
  /// A number; also a percentage (0.5 is 50%), and a date or time as the number that its ``DateSystem`` counts.
  ///
  /// - Parameter text: the digits as they stand in the file.
  case number(Double, text: String)
  case boolean(Bool)
  /// A date or time as ISO 8601 writes it, which some programs put there instead of a number.
  case date(String)
  /// An error as the file names it, in English: `#REF!`, `#N/A`.
  case error(String)
  /// A formula that was never computed: the program that wrote the workbook could not.
  case uncomputed
}

/// How the value of a cell is shown, as far as it says what is meant by it.
public enum CellFormat: Sendable, Equatable, CaseIterable {
  /// As the program thinks best.
  case general
  case number
  case percent
  /// A date, perhaps with a time.
  case date
  /// A time of day, or a duration.
  case time
  /// Text, also of what looks like a number: the format for it, or an apostrophe before it.
  case text
}
