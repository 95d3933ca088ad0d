/// A table of a study as written, for readers; it is not used in the computation.
public struct WrittenTable: Sendable, Equatable {
  /// A row of the table.
  public struct Row: Sendable, Equatable {
    /// The row number as in a spreadsheet, from 1, which is usually the header.
    public var number: Int
    /// One for each of ``WrittenTable/columns``, without surrounding blanks.
    public var cells: [String]
    public var source: String
    public var note: String

    public init(number: Int, cells: [String], source: String = "", note: String = "") {
      self.number = number
      self.cells = cells
      self.source = source
      self.note = note
    }

    /// The content of the column `source`.
    public enum Standing: Sendable {
      /// A source.
      case sourced
      /// A source for part of it: `memo 2023; aandeel: aanname`.
      case partly
      /// A word for an assumption without a source: `aanname`, `assumption`.
      case assumed
      /// Nothing.
      case unsourced
    }

    public var standing: Standing {
      let word = source.lowercased()
      if word.isEmpty { return .unsourced }
      let words = ["aanname", "assumption"]
      if words.contains(where: { word.hasPrefix($0) }) { return .assumed }
      return words.contains { word.includes($0) } ? .partly : .sourced
    }
  }

  /// Name of the file within the study folder.
  public var file: String
  /// The headings in the order of the file, without source and note. Columns unknown to the format keep their own
  /// names.
  public var columns: [Bilingual]
  /// Positions in ``columns`` of those that form a row's key: region, function and so on.
  public var keys: [Int]
  /// Every row that contains data.
  public var rows: [Row]

  public init(file: String, columns: [Bilingual], keys: [Int] = [], rows: [Row]) {
    self.file = file
    self.columns = columns
    self.keys = keys
    self.rows = rows
  }
}
