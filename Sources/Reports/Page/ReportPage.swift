import CostEngine

/// The report: one self-contained HTML page, for the country or as a fact sheet of one region.
public struct ReportPage {
  let content: ReportContent
  /// Position of the region in the results, the country included.
  let place: Int
  /// Position of the scenario that the page opens with.
  let opening: Int
  let language: Language

  /// - Parameters:
  ///   - place: position of the region in the results; the country's for the page of all together.
  ///   - opening: position of the scenario that the page opens with.
  /// - Returns: the page as UTF-8.
  public static func bytes(_ content: ReportContent, place: Int, opening: Int, language: Language) -> [UInt8] {
    Array("<!doctype html>".utf8)
  }

  /// The page from which the fact sheets of all regions are reached.
  ///
  /// - Parameter files: for each selected region, by position, the name of its fact sheet, in the same folder.
  public static func index(_ content: ReportContent, files: [String], opening: Int, language: Language) -> [UInt8] {
    Array("<!doctype html>".utf8)
  }
}
