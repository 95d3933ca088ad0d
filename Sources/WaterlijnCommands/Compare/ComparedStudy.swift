import CostEngine
import Reports
import StudyFiles

/// One of what is compared: a study, or results with the study that they were computed from, where that is still there.
struct ComparedStudy {
  /// As the user wrote it.
  let folder: String
  /// The study's own folder, where its tables are.
  let studyFolder: String
  let reading: StudyReading?
  /// Of a results folder.
  let results: ResultsReading?
  /// Why results cannot be computed again; nil where they can.
  let reason: Wording?

  init(folder: String, _ environment: CommandEnvironment) {
    self.folder = folder
    let path = folder.trimmingTrailingSlashes
    guard Self.isResultsFolder(path, environment),
      let bytes = try? environment.files.contents(of: environment.path(path + "/" + ResultFiles.manifest)),
      let results = ResultsReading(manifest: bytes)
    else {
      studyFolder = path
      reading = environment.readStudy(environment.path(path), [], true)
      results = nil
      reason = nil
      return
    }
    self.results = results
    studyFolder = path + "/.."
    let settings = environment.path(studyFolder + "/" + TableID.settings.file)
    guard environment.files.kind(of: settings) == .file else {
      reading = nil
      reason = Wording(
        nl: "\(folder) is niet opnieuw te berekenen: de map staat niet in haar studie.",
        en: "\(folder) cannot be computed again: the folder is not inside its study.")
      return
    }
    let found = environment.readStudy(environment.path(studyFolder), [], true)
    reading = found
    let changed = Self.differing(
      results.manifest.inputs.map { ($0.name, $0.sha256) }, found.files.map { ($0.name, $0.sha256) })
    if !changed.isEmpty {
      let list = changed.map(\.name).joined(separator: ", ")
      reason = Wording(
        nl: "\(folder) is niet opnieuw te berekenen: de studie is sindsdien gewijzigd (\(list)).",
        en: "\(folder) cannot be computed again: the study has changed since (\(list)).")
    } else if found.study == nil {
      reason = Wording(
        nl: "\(folder) is niet opnieuw te berekenen: de studie bevat fouten.",
        en: "\(folder) cannot be computed again: the study has mistakes.")
    } else {
      reason = nil
    }
  }

  /// Whether a folder holds results rather than a study.
  static func isResultsFolder(_ path: String, _ environment: CommandEnvironment) -> Bool {
    func isFile(_ name: String) -> Bool { environment.files.kind(of: environment.path(path + "/" + name)) == .file }
    return !isFile(TableID.settings.file) && (isFile(ResultFiles.summary) || isFile(ResultFiles.manifest))
  }

  var canBeComputed: Bool { reading?.study != nil && reason == nil }

  /// Codes of the scenarios that can be compared.
  var scenarios: [String] { results?.manifest.scenarios ?? reading?.study?.scenarios.map(\.code) ?? [] }

  /// Codes of the regions that were, or will be, computed.
  var regionCodes: [String] { results?.manifest.regions ?? reading?.study?.regions.map(\.code) ?? [] }

  /// The same as a set; nil for all of the study's.
  var regions: Set<String>? {
    guard let results, !results.manifest.allRegions else { return nil }
    return Set(results.manifest.regions)
  }

  /// How it was computed, or asks to be.
  var settings: SimulationSettings {
    if let manifest = results?.manifest {
      return SimulationSettings(
        draws: max(1, min(manifest.draws, SimulationSettings.maximumDraws)), seed: manifest.seed,
        sampler: Sampler.allCases.first { $0.id == manifest.sampler } ?? .latinHypercube)
    }
    let own = reading?.settings ?? StudyReading.RunSettings()
    return SimulationSettings(draws: own.draws, seed: own.seed, sampler: own.sampler)
  }

  // MARK: Files

  /// The input files that differ between two sides, by their hashes.
  static func differingFiles(_ a: ComparedStudy, _ b: ComparedStudy) -> [(name: String, state: Wording)] {
    differing(a.inputs, b.inputs)
  }

  /// The study's files, as they were read or as the manifest of the results tells.
  var inputs: [(name: String, sha256: String)] {
    if let results { return results.manifest.inputs.map { ($0.name, $0.sha256) } }
    return reading?.files.map { ($0.name, $0.sha256) } ?? []
  }

  static func differing(
    _ a: [(name: String, sha256: String)], _ b: [(name: String, sha256: String)]
  ) -> [(name: String, state: Wording)] {
    let names = Set((a + b).map(\.name)).sorted()
    return names.compactMap { name in
      let first = a.first { $0.name == name }?.sha256
      let second = b.first { $0.name == name }?.sha256
      if first == second { return nil }
      if first == nil { return (name, Wording(nl: "alleen in B", en: "in B only")) }
      if second == nil { return (name, Wording(nl: "alleen in A", en: "in A only")) }
      return (name, Wording(nl: "gewijzigd", en: "changed"))
    }
  }
}
