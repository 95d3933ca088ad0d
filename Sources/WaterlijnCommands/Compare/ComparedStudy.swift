import CostEngine
import StudyFiles

/// One of two studies that are compared: its folder and what was read there, or results whose study is gone.
struct ComparedStudy {
  /// As the user wrote it.
  var folder: String
  /// The study's own folder, where the tables are.
  var studyFolder: String
  var reading: StudyReading?
  /// Of a results folder.
  var results: ResultsReading?

  /// Codes of the scenarios that can be compared.
  var scenarios: [String] {
    if let results { return results.manifest.scenarios }
    return reading?.study?.scenarios.map(\.code) ?? []
  }

  /// Codes of the regions that were computed; nil for all.
  var regions: Set<String>? {
    guard let results, !results.manifest.allRegions else { return nil }
    return Set(results.manifest.regions)
  }
}
