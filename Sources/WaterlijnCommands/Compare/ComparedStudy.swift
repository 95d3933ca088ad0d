import CostEngine
import Reports
import StudyFiles
import Terms

/// One of what is compared: a study, or results with the study that they were computed from, where that is still there.
struct ComparedStudy {
  /// As the user wrote it.
  let folder: String
  /// The study's own folder, where its tables are.
  let studyFolder: String
  let reading: StudyReading?
  /// Of a results folder.
  let manifest: Manifest?
  /// Why results cannot be computed again; nil where they can.
  let reason: Bilingual?

  init(folder: String, _ environment: CommandEnvironment) {
    self.folder = folder
    let path = folder.trimmingTrailingSlashes
    guard Self.isResultsFolder(path, environment),
      let bytes = try? environment.files.contents(of: environment.path(path + "/" + ResultFiles.manifest)),
      let manifest = Manifest(reading: bytes)
    else {
      studyFolder = path
      reading = environment.readStudy(environment.path(path), [], true)
      manifest = nil
      reason = nil
      return
    }
    self.manifest = manifest
    studyFolder = path + "/.."
    let settings = environment.path(studyFolder + "/" + TableID.settings.file)
    guard environment.files.kind(of: settings) == .file else {
      reading = nil
      reason = Bilingual(
        nl: "\(folder) is niet opnieuw te berekenen: de map staat niet in haar studie.",
        en: "\(folder) cannot be computed again: the folder is not inside its study.")
      return
    }
    let found = environment.readStudy(environment.path(studyFolder), [], true)
    reading = found
    let changed = Self.differing(manifest.inputs, found.files)
    if !changed.isEmpty {
      let list = changed.map { $0.name }.joined(separator: ", ")
      reason = Bilingual(
        nl: "\(folder) is niet opnieuw te berekenen: de studie is sindsdien gewijzigd (\(list)).",
        en: "\(folder) cannot be computed again: the study has changed since (\(list)).")
    } else if found.study == nil {
      reason = Bilingual(
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
  var scenarios: [String] { manifest?.scenarios ?? reading?.study?.scenarios.map { $0.code } ?? [] }

  /// Codes of the regions that were, or will be, computed.
  var regionCodes: [String] { manifest?.regions ?? reading?.study?.regions.map { $0.code } ?? [] }

  /// The same as a set; nil for all of the study's.
  var regions: Set<String>? {
    guard let manifest, !manifest.includesAllRegions else { return nil }
    return Set(manifest.regions)
  }

  /// How it was computed, or asks to be.
  var settings: SimulationSettings {
    if let manifest {
      return SimulationSettings(
        draws: max(1, min(manifest.draws, SimulationSettings.maximumDraws)), seed: manifest.seed,
        sampler: manifest.sampler)
    }
    let own = reading?.settings ?? StudyReading.RunSettings()
    return SimulationSettings(draws: own.draws, seed: own.seed, sampler: own.sampler)
  }

  // MARK: Files

  /// The input files that differ between two sides, by their hashes.
  static func differingFiles(_ a: ComparedStudy, _ b: ComparedStudy) -> [(name: String, state: Bilingual)] {
    differing(a.inputs, b.inputs)
  }

  /// The study's files, as they were read or as the manifest of the results tells.
  var inputs: [HashedFile] { manifest?.inputs ?? reading?.files ?? [] }

  static func differing(
    _ a: [HashedFile], _ b: [HashedFile]
  ) -> [(name: String, state: Bilingual)] {
    let names = Set((a + b).map { $0.name }).sorted()
    return names.compactMap { name in
      let first = a.first { $0.name == name }?.sha256
      let second = b.first { $0.name == name }?.sha256
      if first == second { return nil }
      if first == nil { return (name, Bilingual(nl: "alleen in B", en: "in B only")) }
      if second == nil { return (name, Bilingual(nl: "alleen in A", en: "in A only")) }
      return (name, Bilingual(nl: "gewijzigd", en: "changed"))
    }
  }
}
