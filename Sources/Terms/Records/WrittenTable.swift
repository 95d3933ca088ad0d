/// A table of a study as it was written, for readers: nothing of it is computed with.
public struct WrittenTable: Sendable, Equatable {
  /// A row of it.
  public struct Row: Sendable, Equatable {
    /// The row as a spreadsheet numbers it, from 1, which is usually the header.
    public var number: Int
    /// One for each of ``WrittenTable/columns``, without the blanks around it.
    public var cells: [String]
    public var source: String
    public var note: String

    public init(number: Int, cells: [String], source: String = "", note: String = "") {
      self.number = number
      self.cells = cells
      self.source = source
      self.note = note
    }

    /// What the column `source` holds.
    public enum Standing: Sendable {
      /// A source.
      case sourced
      /// A source for some of it: `memo 2023; aandeel: aanname`.
      case partly
      /// The word that there is none: `aanname`, `assumption`.
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
  /// The headings, in the order of the file, without source and note. Columns that the format does not know keep their
  /// own names.
  public var columns: [Bilingual]
  /// Positions in ``columns`` of those that make up a row's key: region, function and so on.
  public var keys: [Int]
  /// Every row that holds data.
  public var rows: [Row]

  public init(file: String, columns: [Bilingual], keys: [Int] = [], rows: [Row]) {
    self.file = file
    self.columns = columns
    self.keys = keys
    self.rows = rows
  }
}
