import Analyses
import CostEngine
import Reports
import StudyFiles
import Terms

/// `waterlijn sweep STUDY --plan FOLDER`: variants that several processes compute, each of which is kept when it is done.
struct PlannedSweep {
  /// Maximum number of variants.
  private static let limit = 100_000

  private let sweep: PreparedSweep
  private let arguments: ResolvedArguments
  private let opened: OpenedStudy
  private let context: CommandContext
  private let folder: PlanFolder
  private let plan: SweepPlan

  /// - Parameter folder: of the plan, as the user wrote it.
  init(
    _ sweep: PreparedSweep, _ arguments: ResolvedArguments, _ opened: OpenedStudy, _ context: CommandContext,
    folder: String
  ) throws(UsageError) {
    guard sweep.combinations.count <= Self.limit else {
      throw .invalid(.vary, SweepCommand.tooMany(sweep.combinations.count, limit: Self.limit))
    }
    self.sweep = sweep
    self.arguments = arguments
    self.opened = opened
    self.context = context
    self.folder = PlanFolder(folder, context.environment)
    plan = SweepPlan(
      toolVersion: Waterlijn.version, study: opened.study.title, options: arguments.planned,
      variants: sweep.combinations.count, settings: sweep.varied.settings, inputs: opened.reading.files)
  }

  func run() throws(UsageError) -> ExitStatus {
    var numbers: [Int]?
    if arguments.part != nil {
      let (parts, count) = try PartChoice.asked(arguments, context.environment)
      let own = Set(parts)
      numbers = (1...plan.variants).filter { own.contains(($0 - 1) % count + 1) }
    }
    if let obstacle = context.resultsFolder(folder.path).obstacle() { return context.tell(.failed(obstacle.text)) }
    do throws(WorkFailure) {
      try folder.prepare(
        plan, list: SweepVariants(inputs: sweep.inputs.map { $0.content }, sweep.combinations).csv(arguments.csvLocale),
        InputCopies(opened.reading))
      guard let numbers else { return tellPlan() }
      return try compute(numbers)
    } catch {
      return context.tell(error)
    }
  }

  private func tellPlan() -> ExitStatus {
    if arguments.isQuiet { return .success }
    let missing = folder.missing(plan)
    let all = PartTexts.variants(plan.variants)
    var text = context.language(
      nl:
        "\(all.dutch) in \(folder.path)/\(PlanFolder.list); \(PartTexts.dutch(plan.variants - missing.count)) gedaan.\n",
      en:
        "\(all.english) in \(folder.path)/\(PlanFolder.list); \(PartTexts.english(plan.variants - missing.count)) done.\n"
    )
    text += context.language(
      nl: """
        Reken ze met dezelfde opdracht en --part 1/N tot en met --part N/N (of --part auto), waar u wilt.
        Daarna: waterlijn merge \(folder.path) --out MAP

        """,
      en: """
        Compute them with the same command and --part 1/N to --part N/N (or --part auto), wherever you like.
        Then: waterlijn merge \(folder.path) --out FOLDER

        """)
    return context.print(text)
  }

  private func compute(_ numbers: [Int]) throws(WorkFailure) -> ExitStatus {
    let missing = numbers.filter { !folder.has($0, of: plan) }
    let hasBase = folder.has(0, of: plan)
    if !missing.isEmpty || !hasBase {
      let line = ProgressLine(
        isShown: context.environment.errorIsTerminal && !arguments.isQuiet, context.language, context.environment)
      defer { line.finish() }
      let progress = line.begin((missing.count + 1) * sweep.varied.replicates)
      let base = try told { () throws(VariedStudy.Failure) in try sweep.varied.sweepBase(progress: progress) }
      if !hasBase {
        try folder.write(
          SweepVariant(
            planSHA256: plan.sha256, number: 0,
            outcome: .figures(base.summaries.map { SweepContent.Figures(summary: $0, difference: $0) })))
      }
      for (index, number) in missing.enumerated() {
        let done = (index + 1) * sweep.varied.replicates
        let outcome = try told { () throws(VariedStudy.Failure) in
          try sweep.varied.outcome(sweep.inputs, sweep.combinations[number - 1], base) { progress(done + $0) }
        }
        try folder.write(SweepVariant(planSHA256: plan.sha256, number: number, outcome: outcome))
      }
    }
    if arguments.isQuiet { return .success }
    let (asked, there) = (PartTexts.variants(numbers.count), numbers.count - missing.count)
    return context.print(
      context.language(
        nl: "\(asked.dutch) in \(folder.path)\(there > 0 ? "; \(there) daarvan waren er al" : "")\n",
        en: "\(asked.english) in \(folder.path)\(there > 0 ? "; \(there) of them were there already" : "")\n"))
  }

  private func told<Found>(_ work: () throws(VariedStudy.Failure) -> Found) throws(WorkFailure) -> Found {
    do throws(VariedStudy.Failure) { return try work() } catch {
      throw WorkFailure(error, opened.study, folder: opened.folder)
    }
  }

  // MARK: The table

  /// Merges the variants of a plan; nil if the folder holds none.
  ///
  /// - Parameters:
  ///   - path: of the folder, as the user wrote it.
  ///   - arguments: of `merge`: where the table goes.
  static func merge(
    _ path: String, _ arguments: ResolvedArguments, _ context: inout CommandContext
  ) throws(UsageError) -> ExitStatus? {
    let folder = PlanFolder(path, context.environment)
    guard let plan = folder.plan() else { return nil }
    let copies = folder.path + "/" + InputCopies.folder
    var reading = context.readStudy(at: copies, keepsLedger: true)
    guard reading.files == plan.inputs, reading.study != nil else {
      return context.tell(.invalid(OpenedParts.changedCopies(copies)))
    }
    // A study without a title has that of its folder, which is another one here.
    reading.study?.title = plan.study
    guard plan.toolVersion == Waterlijn.version else {
      return context.tell(
        .invalid(
          Bilingual(
            nl: "\(folder.path) is gemaakt met versie \(plan.toolVersion) van Waterlijn; gebruik die.",
            en: "\(folder.path) was made by version \(plan.toolVersion) of Waterlijn; use that.")))
    }
    let (missing, damaged) = folder.state(plan)
    guard missing.isEmpty, damaged.isEmpty else {
      return context.tell(.invalid(PartTexts.refusal(damaged.map { folder.damaged($0) } + again(missing, plan))))
    }
    let options = SweepCommand.command.description.options
    var asked = try ResolvedArguments(
      try ParsedArguments(plan.options + [copies], allowed: options), options: options, operands: .study)
    (asked.out, asked.isQuiet, asked.threads) = (arguments.out, arguments.isQuiet, arguments.threads)
    if let obstacle = try context.obstacle(asked) { return obstacle }
    let sweep = try PreparedSweep(asked, OpenedStudy(folder: copies, reading: reading, study: reading.study!), context)
    let outcomes = (0...plan.variants).compactMap { folder.variant($0, of: plan)?.outcome }
    guard outcomes.count == plan.variants + 1, case .figures(let own) = outcomes[0],
      sweep.combinations.count == plan.variants
    else { return context.tell(.invalid(PartTexts.refusal([folder.damaged(0)]))) }
    return SweepCommand.finish(
      sweep.varied.content(
        sweep.inputs, sweep.combinations, Array(outcomes.dropFirst()), own: own.map { $0.summary }), asked,
      reading.examples, context)
  }

  /// Tells which variants of a plan are missing; nil if the folder holds none.
  static func tellMissing(_ path: String, _ context: CommandContext) -> ExitStatus? {
    let folder = PlanFolder(path, context.environment)
    guard let plan = folder.plan() else { return nil }
    let (missing, damaged) = folder.state(plan)
    let all = PartTexts.variants(plan.variants)
    let done = plan.variants - missing.count(where: { $0 > 0 }) - damaged.count(where: { $0 > 0 })
    var lines = [
      Bilingual(
        nl: "\(plan.study): \(PartTexts.dutch(done)) van \(all.dutch)",
        en: "\(plan.study): \(PartTexts.english(done)) of \(all.english)")
    ]
    lines += damaged.map { folder.damaged($0) } + again((missing + damaged).sorted(), plan)
    if lines.count == 1 { lines.append(Bilingual(nl: "Er ontbreekt niets.", en: "Nothing is missing.")) }
    let printed = context.print(lines.map { $0(context.language) }.joined(separator: "\n") + "\n")
    return printed == .success && !(missing.isEmpty && damaged.isEmpty) ? .invalidStudy : printed
  }

  /// What computes the variants of these numbers; 0 comes with any other.
  private static func again(_ numbers: [Int], _ plan: SweepPlan) -> [Bilingual] {
    if numbers.isEmpty { return [] }
    let wanted = numbers.filter { $0 > 0 }
    guard !wanted.isEmpty else {
      return [
        Bilingual(
          nl: "de studie zelf ontbreekt; te rekenen met: --part 1/\(plan.variants)",
          en: "the study itself is missing; to be computed with: --part 1/\(plan.variants)")
      ]
    }
    let list = PartsCommand.list(wanted)
    return [
      Bilingual(
        nl: "er ontbreken \(PartTexts.dutch(wanted.count)) varianten; te rekenen met: --part \(list)/\(plan.variants)",
        en:
          "\(PartTexts.english(wanted.count)) variants are missing; to be computed with: --part \(list)/\(plan.variants)"
      ),
      Bilingual(
        nl: "met Slurm, genummerd vanaf 1: --array=\(list) (en --part auto --parts \(plan.variants))",
        en: "with Slurm, numbered from 1: --array=\(list) (and --part auto --parts \(plan.variants))"),
    ]
  }
}
