/// Reads the bytes of a CSV file as spreadsheets write it.
public enum CSVReader {
  /// The document of these bytes and all that is wrong with them; nil where nothing can be made of them.
  public static func read(_ bytes: [UInt8], file: String) -> (document: CSVDocument?, diagnostics: [Diagnostic]) {
    (nil, [])
  }
}
