import CostEngine
import Terms

/// What came of computing results again.
public struct VerificationContent: Sendable {
  /// A file that is not as it should be.
  public struct Finding: Sendable, Equatable {
    /// Its path from the results folder, or of a file of the study its name.
    public var file: String
    public var state: State

    public init(_ file: String, _ state: State) {
      self.file = file
      self.state = state
    }
  }

  public enum State: Sendable, Equatable {
    case missing
    /// Not what the manifest says that was written: someone has changed it. In what it differs, as far as what was
    /// written is known; nil if it is not, or is no table.
    case edited(FileChanges?)
    /// What was written, but not what is computed now.
    case otherwise(FileChanges?)
    /// There now, and not at the time.
    case new
  }

  /// The results folder, as the user wrote it.
  public var folder: String
  public var manifest: Manifest
  /// Version of the program that computed them again.
  public var version: String
  /// The copies of the inputs that are not as they were; nil if the results have no copies.
  public var inputs: [Finding]?
  /// The files of the results that are not as they should be.
  public var outputs: [Finding]
  /// Why nothing was computed; nil if it was.
  public var hindrance: Bilingual?
  /// In what the study around the results differs from what was computed; nil if there is no study around them.
  public var study: [Finding]?
  /// Where the figures came from that regions gave; nil if none gave any on a form.
  public var answers: AnswerProgress?

  public init(
    folder: String, manifest: Manifest, version: String, inputs: [Finding]?, outputs: [Finding],
    hindrance: Bilingual?, study: [Finding]?
  ) {
    self.folder = folder
    self.manifest = manifest
    self.version = version
    self.inputs = inputs
    self.outputs = outputs
    self.hindrance = hindrance
    self.study = study
  }

  /// Whether the results are what comes out of their inputs, to the byte. A study that has changed since does not count.
  public var isVerified: Bool { (inputs ?? []).isEmpty && outputs.isEmpty && hindrance == nil }
}
