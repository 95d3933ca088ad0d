import Analyses
import Reports
import StudyFiles
import Terms

/// The copies of a study's files that results carry, so that they can be computed again where the study has changed or
/// is gone.
struct InputCopies {
  /// Their folder within that of the results.
  static let folder = "inputs"

  /// The copies, by their paths from the results folder.
  let files: [OutputFile]

  init(_ reading: StudyReading) {
    files = reading.copies.map { OutputFile(name: Self.path(of: $0.name), bytes: $0.bytes) }
  }

  /// The path from the results folder.
  static func path(of input: String) -> String { folder + "/" + input }

  // MARK: What is there

  /// Copies in a results folder that its new ones would replace although they are not what a run has put there: someone
  /// has changed the copy for the study's own file, or has a folder of this name.
  ///
  /// - Parameter results: as the user wrote it.
  func changedByHand(in results: String, _ environment: CommandEnvironment) -> [String] {
    let known = Self.known(in: results, environment)
    return files.compactMap { file in
      guard let there = environment.contents(of: results.trimmingTrailingSlashes + "/" + file.name),
        there != file.bytes
      else { return nil }
      let hash = SHA256.hexDigest(of: there)
      return known.contains { Self.path(of: $0.name) == file.name && $0.sha256 == hash } ? nil : file.name
    }
  }

  /// Copies of earlier results in this folder that are no files of the study any more, by their paths from it. One that
  /// was changed by hand is not among them.
  func outdated(in results: String, _ environment: CommandEnvironment) -> [String] {
    Self.known(in: results, environment).compactMap { input in
      let path = Self.path(of: input.name)
      guard !files.contains(where: { $0.name == path }),
        let there = environment.contents(of: results.trimmingTrailingSlashes + "/" + path),
        SHA256.hexDigest(of: there) == input.sha256
      else { return nil }
      return path
    }
  }

  /// What the manifest of a results folder says of its inputs; empty without one.
  private static func known(in results: String, _ environment: CommandEnvironment) -> [HashedFile] {
    let manifest = environment.contents(of: results.trimmingTrailingSlashes + "/" + ResultFiles.manifest)
    return manifest.flatMap { try? Manifest(reading: $0) }?.inputs ?? []
  }

  /// Says why nothing is computed, as what would be lost is perhaps someone's work.
  static func refusal(_ results: String, _ names: [String], study: String) -> Bilingual {
    let (results, study) = (results.trimmingTrailingSlashes, study.trimmingTrailingSlashes)
    let list = names.map { results + "/" + $0 }.joined(separator: ", ")
    let own = names.map { study + $0.dropFirst(folder.count) }.joined(separator: ", ")
    return Bilingual(
      nl: """
        Veranderd nadat het was weggeschreven: \(list).
        Dat is een kopie van wat er bij de uitkomsten hoort; rekenen zou de wijziging wissen. Neem de wijziging over in
        \(own) en haal de kopie weg, of schrijf naar een andere map met --out.
        """,
      en: """
        Changed after it had been written: \(list).
        That is a copy that belongs to the results; computing would erase the change. Make the change in \(own)
        and remove the copy, or write to another folder with --out.
        """)
  }
}
