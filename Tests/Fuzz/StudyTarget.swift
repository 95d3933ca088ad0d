import Terms
import WaterlijnPage

/// The files of a study, see ``FileContainer``; its words are the command and its options.
enum StudyTarget {
  /// By command, what keeps it short.
  private static let commands: [(name: String, options: [String])] = [
    ("run", ["--draws", "200", "--out", "uit"]), ("check", []), ("explain", []), ("benchmark", []),
    ("report", ["--draws", "400", "--out", "uit.html"]), ("compare", ["--draws", "400"]),
    ("sensitivity", ["--draws", "400"]), ("priority", ["--draws", "400"]), ("sweep", ["--draws", "200"]),
    ("solve", ["--draws", "200"]),
  ]

  /// Most ways to change a study end in a message. Only a few of those are kept: others are sooner made of valid ones.
  static func run(_ bytes: [UInt8]) -> Bool {
    let input = FileContainer(bytes)
    let files = input.files.filter { !$0.name.isEmpty && !$0.name.contains("/") }.map {
      OutputFile(name: "S/" + $0.name, bytes: $0.bytes)
    }
    if files.isEmpty { return false }
    let checked = answer(["check", "S"], files)
    require(checked.status == 0 || checked.status == 3, "check ended with \(checked.status)")

    let command = commands.first { $0.name == input.words.first } ?? commands[0]
    let options = input.words.dropFirst().prefix(8).filter { word in
      !["draw", "tolerance", "threads"].contains { word.hasPrefix("--" + $0) }
    }
    let arguments = [command.name, "S"] + options + command.options
    let done = answer(arguments, files)
    if checked.status == 3 {
      require(done.status == 3 || done.status == 2, "an invalid study, and \(command.name) ended with \(done.status)")
    }
    if bytes.isChosen(oneIn: 8) {
      require(answer(["check", "S"], files) == checked, "check says something else")
      require(answer(arguments, files) == done, "\(command.name) says something else")
    }
    if done.status == 0, command.name == "run", options.isEmpty, bytes.isChosen(oneIn: 4) {
      let names = done.files.map { $0.name }
      require(names.contains("uit/summary.csv") && names.contains("uit/manifest.json"), "results without \(names)")
      let report = answer(
        ["report", "uit", "--study", "S", "--out", "uit.html"],
        files + done.files.map { OutputFile(name: $0.name, bytes: $0.bytes) })
      require(report.status == 0, "no report of results that were written: \(report.error.text)")
    }
    return checked.status == 0 || bytes.isChosen(oneIn: 16)
  }

  /// The answer, which says why where there is nothing else, and has nothing else where it says why.
  static func answer(_ arguments: [String], _ files: [OutputFile]) -> PageAnswer {
    let answer = PageRequest(arguments: arguments, files: files).answer()
    let line = arguments.joined(separator: " ")
    require((0...3).contains(answer.status), "\(line) ended with \(answer.status)")
    require(String(validating: answer.output, as: UTF8.self) != nil, "\(line) prints what is no text")
    require(String(validating: answer.error, as: UTF8.self) != nil, "\(line) says what is no text")
    if answer.status != 0 {
      require(answer.files.isEmpty, "\(line) failed, and wrote \(answer.files.map { $0.name })")
      require(!answer.error.isEmpty || !answer.output.isEmpty, "\(line) failed, and does not say why")
    }
    return answer
  }
}
