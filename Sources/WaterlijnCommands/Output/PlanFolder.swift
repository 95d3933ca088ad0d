import Reports
import StudyFiles
import Terms

/// A folder to which several processes, perhaps on several machines, write the variants of one sweep.
///
/// `plan.json` says what the sweep depends on, `plan.csv` lists the variants, and the study is copied beside them; each
/// variant is a file that is there as a whole or not at all.
struct PlanFolder {
  static let plan = "plan.json"
  static let list = "plan.csv"

  /// As the user wrote it, without slashes at its end.
  let path: String
  private let files: PartsFolder

  init(_ path: String, _ environment: CommandEnvironment) {
    files = PartsFolder(path, environment)
    self.path = files.path
  }

  private static func name(_ variant: Int, of count: Int) -> String {
    let (digits, number) = (String(count).count, String(variant))
    return "variant-" + String(repeating: "0", count: digits - number.count) + number + ".json"
  }

  private func name(_ variant: Int, _ plan: SweepPlan) -> String { Self.name(variant, of: plan.variants) }

  /// Makes the folder ready for the variants of a plan.
  func prepare(_ plan: SweepPlan, list: [UInt8], _ copies: InputCopies) throws(WorkFailure) {
    try files.prepare(
      OutputFile(name: Self.plan, bytes: plan.bytes()),
      beside: copies.files + [OutputFile(name: Self.list, bytes: list)],
      other: Bilingual(
        nl: """
          \(path) bevat al een ander plan: een andere studie, andere waarden of een andere versie.
          Kies een andere map met --plan, of haal dat plan weg.
          """,
        en: """
          \(path) holds another plan already: another study, other values or another version.
          Choose another folder with --plan, or remove that plan.
          """))
  }

  func write(_ variant: SweepVariant) throws(WorkFailure) {
    guard let plan = plan() else {
      throw .failed(Bilingual(nl: "\(path) is weggehaald.", en: "\(path) was removed."))
    }
    try files.write(OutputFile(name: name(variant.number, plan), bytes: variant.bytes()))
  }

  /// Nil if there is none.
  func plan() -> SweepPlan? { files.contents(Self.plan).flatMap { SweepPlan(reading: $0) } }

  /// Nil if it is not there, or not as it was written.
  func variant(_ number: Int, of plan: SweepPlan) -> SweepVariant? {
    guard let variant = files.contents(name(number, plan)).flatMap({ SweepVariant(reading: $0) }),
      variant.number == number, variant.planSHA256 == plan.sha256
    else { return nil }
    return variant
  }

  func has(_ number: Int, of plan: SweepPlan) -> Bool { variant(number, of: plan) != nil }

  /// The variants that are missing or damaged, the study as it is (0) included.
  func state(_ plan: SweepPlan) -> (missing: [Int], damaged: [Int]) {
    let bad = (0...plan.variants).filter { !has($0, of: plan) }
    return (bad.filter { files.contents(name($0, plan)) == nil }, bad.filter { files.contents(name($0, plan)) != nil })
  }

  /// The variants that are to be computed.
  func missing(_ plan: SweepPlan) -> [Int] { (1...plan.variants).filter { !has($0, of: plan) } }

  func damaged(_ number: Int) -> Bilingual {
    let file = plan().map { name(number, $0) } ?? "\(number)"
    return Bilingual(
      nl: "\(path)/\(file): beschadigd, of van een ander plan; haal het weg en reken deze variant opnieuw",
      en: "\(path)/\(file): damaged, or of another plan; remove it and compute this variant again")
  }
}
