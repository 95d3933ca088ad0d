/// The most memory that a run has at a time, by number of draws: it should hardly grow.
enum Memory {
  static func measure(_ harness: Harness) {
    harness.begin("memory")
    for (name, folder) in StudyFolders.all {
      var first: Double?
      for draws in harness.options.isLong ? [10_000, 100_000, 1_000_000] : [10_000, 100_000] {
        let figure = "run of \(name), \(draws) draws"
        guard harness.isWanted(figure) else { continue }
        let usage = ChildProcess.usage(run: folder, ["--draws", String(draws)])
        harness.report(figure, usage.peakMemory * 1e-6, "MB")
        if let first { harness.report(figure + ", to the first", usage.peakMemory / first, "times") }
        first = first ?? usage.peakMemory
      }
    }
  }
}
