import Terms

/// Which parts of a run a process does: `3/16`, `3,17-19/64`, or `auto`.
enum PartChoice: Sendable, Equatable {
  /// Numbers from 1, ascending.
  case listed([Int], of: Int)
  /// What the scheduler that started this process says.
  case automatic

  /// More parts than this are refused: their numbers would not be read by anyone.
  static let most = 1_000_000

  static func parse(_ text: String, _ option: CommandOption) throws(UsageError) -> PartChoice {
    if text == "auto" { return .automatic }
    let pieces = text.split(separator: "/", omittingEmptySubsequences: false)
    guard pieces.count == 2, let count = whole(pieces[1]), (1...most).contains(count) else {
      throw .invalidValue(option, text, expected: expected)
    }
    var numbers: Set<Int> = []
    for piece in pieces[0].split(separator: ",", omittingEmptySubsequences: false) {
      let ends = piece.split(separator: "-", omittingEmptySubsequences: false)
      guard (1...2).contains(ends.count), let first = whole(ends[0]), let last = whole(ends[ends.count - 1]) else {
        throw .invalidValue(option, text, expected: expected)
      }
      guard first >= 1, first <= last, last <= count else {
        throw .invalid(
          option,
          Bilingual(
            nl: "\(option.flag) \(text): de delen zijn genummerd van 1 tot en met \(count).",
            en: "\(option.flag) \(text): the parts are numbered from 1 to \(count)."))
      }
      numbers.formUnion(first...last)
    }
    return .listed(numbers.sorted(), of: count)
  }

  /// The numbers of the parts that are asked for, and how many there are.
  ///
  /// - Precondition: some are.
  static func asked(
    _ arguments: ResolvedArguments, _ environment: CommandEnvironment
  ) throws(UsageError) -> (numbers: [Int], count: Int) {
    var choice = arguments.part!
    if choice == .automatic {
      guard let tasks = TaskArray(environment.variable) else {
        throw .invalid(
          .part,
          Bilingual(
            nl: """
              --part auto: dit is geen taak van een rekencluster dat Waterlijn kent (Slurm, SGE, PBS, AWS Batch, Kubernetes).
              Noem het deel zelf, zoals --part 3/16.
              """,
            en: """
              --part auto: this is no task of a cluster that Waterlijn knows (Slurm, SGE, PBS, AWS Batch, Kubernetes).
              Name the part yourself, such as --part 3/16.
              """))
      }
      choice = try tasks.parts(of: arguments.parts, (.part, .parts))
    }
    guard case .listed(let numbers, let count) = choice else { preconditionFailure() }
    return (numbers, count)
  }

  private static func whole(_ text: Substring) -> Int? {
    text.utf8.allSatisfy { (0x30...0x39).contains($0) } ? Int(text) : nil
  }

  private static let expected = Bilingual(
    nl: "deel van een berekening; schrijf 3/16 (deel 3 van 16), 3,17-19/64 of auto",
    en: "a part of a run; write 3/16 (part 3 of 16), 3,17-19/64 or auto")
}

/// What a scheduler tells a process about the array of tasks that it belongs to.
struct TaskArray: Equatable {
  /// The process's own, from 0.
  var index: Int
  /// Number of tasks; nil if the scheduler does not tell.
  var count: Int?
  /// The task's number as the user gave it, where that need not begin at 0 or 1: only some tasks were started again.
  var number: Int?

  /// The variables of Slurm, SGE, PBS Professional, Torque, AWS Batch and Kubernetes.
  ///
  /// - Returns: nil if no scheduler has started this process as a task of an array, or what it says is no number.
  init?(_ variable: (String) -> String?) {
    func number(_ name: String) -> Int? { variable(name).flatMap { Int($0) } }
    if let id = number("SLURM_ARRAY_TASK_ID") {
      self.init(
        id: id, first: number("SLURM_ARRAY_TASK_MIN"), last: number("SLURM_ARRAY_TASK_MAX"),
        count: number("SLURM_ARRAY_TASK_COUNT"), step: number("SLURM_ARRAY_TASK_STEP") ?? 1)
    } else if let id = number("SGE_TASK_ID") {
      let (first, last, step) = (number("SGE_TASK_FIRST"), number("SGE_TASK_LAST"), number("SGE_TASK_STEPSIZE") ?? 1)
      let count = first.flatMap { first in last.map { ($0 - first) / max(1, step) + 1 } }
      self.init(id: id, first: first, last: last, count: count, step: step)
    } else if let id = number("PBS_ARRAY_INDEX") ?? number("PBS_ARRAYID") {
      self.init(id: id, first: nil, last: nil, count: nil, step: 1)
    } else if let index = number("AWS_BATCH_JOB_ARRAY_INDEX") {
      self.init(index: index, count: number("AWS_BATCH_JOB_ARRAY_SIZE"), number: nil)
    } else if let index = number("JOB_COMPLETION_INDEX") {
      self.init(index: index, count: nil, number: nil)
    } else {
      return nil
    }
  }

  private init(index: Int, count: Int?, number: Int?) {
    self.index = index
    self.count = count
    self.number = number
  }

  /// - Parameters:
  ///   - id: the task's number, in an array that begins at 0 or 1 as people please.
  ///   - first: the smallest of those that were started; nil if it is not told, as is `last`.
  private init(id: Int, first: Int?, last: Int?, count: Int?, step: Int) {
    if let first, (0...1).contains(first), step == 1, count == nil || last == nil || last! - first + 1 == count {
      self.init(index: id - first, count: count, number: nil)
    } else {
      // Only some tasks of an array: they are numbered from 1, as in the list of what is missing.
      self.init(index: id - 1, count: nil, number: id)
    }
  }

  /// The numbers of the parts that this task does.
  ///
  /// - Parameters:
  ///   - parts: number of parts, if it was asked for.
  ///   - flags: the options that ask for parts and for their number.
  func parts(of parts: Int?, _ flags: (part: CommandOption, parts: CommandOption)) throws(UsageError) -> PartChoice {
    guard let all = parts ?? count else {
      throw .invalid(
        flags.part,
        Bilingual(
          nl: """
            \(flags.part.flag) auto: hoeveel delen er zijn, is niet bekend. Noem het met \(flags.parts.flag) N, bij elke taak \
            hetzelfde.
            """,
          en: """
            \(flags.part.flag) auto: how many parts there are is not known. Name it with \(flags.parts.flag) N, the same for \
            every task.
            """))
    }
    let tasks = number == nil ? min(count ?? all, all) : all
    guard index >= 0, index < (count ?? all), number == nil || index < all else {
      let shown = number ?? index
      throw .invalid(
        flags.part,
        Bilingual(
          nl: "\(flags.part.flag) auto: taak \(shown) bestaat niet bij \(count ?? all) taken of delen.",
          en: "\(flags.part.flag) auto: there is no task \(shown) among \(count ?? all) tasks or parts."))
    }
    // A task beyond the number of parts has nothing to do.
    guard index < tasks else { return .listed([], of: all) }
    return .listed(Array(stride(from: index + 1, through: all, by: tasks)), of: all)
  }
}
