import CostEngine
import TestSupport

// Evaluates the same replicate so many times, after the first rounds, in which statistics find their size: what a round
// more costs is what a steady simulation costs. Run under valgrind by the tests.
// With the argument `payers` the study asks who pays; with `parts` a round writes the statistics as bytes and merges them.
guard CommandLine.arguments.count >= 2, let rounds = Int(CommandLine.arguments[1]), rounds > 0 else {
  fatalError("the number of rounds is missing")
}
let more = CommandLine.arguments.dropFirst(2)
var study = RandomStudy.make(seed: 11, uncertain: true)
study.municipalKey = more.contains("payers") ? .pooled(name: nil, study.regions.map(\.population)) : nil
let plan = Plan(
  study, selection: Selection(study),
  settings: SimulationSettings(draws: RandomStream.drawsPerReplicate, seed: 1, sampler: .latinHypercube))
let evaluator = Evaluator(plan)
var statistics = Accumulator(plan)
if more.contains("parts") {
  evaluator.evaluate(replicates: 0..<1, into: &statistics)
  var merged = Accumulator(plan)
  for _ in 0..<(2 + rounds) {
    var writer = StateWriter()
    statistics.write(to: &writer)
    var reader = StateReader(writer.bytes)
    try merged.merge(&reader)
  }
} else {
  for _ in 0..<(2 + rounds) { evaluator.evaluate(replicates: 0..<1, into: &statistics) }
}
