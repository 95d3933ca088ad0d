import CostEngine
import TestSupport

// Evaluates the same replicate so many times, after the first rounds, in which statistics find their size: what a round
// more costs is what a steady simulation costs. Run under valgrind by the tests.
// With a second argument the study asks who pays.
guard CommandLine.arguments.count >= 2, let rounds = Int(CommandLine.arguments[1]), rounds > 0 else {
  fatalError("the number of rounds is missing")
}
var study = RandomStudy.make(seed: 11, uncertain: true)
study.municipalKey = CommandLine.arguments.count == 2 ? nil : .pooled(name: nil, study.regions.map(\.population))
let plan = Plan(
  study, selection: Selection(study),
  settings: SimulationSettings(draws: RandomStream.drawsPerReplicate, seed: 1, sampler: .latinHypercube))
let evaluator = Evaluator(plan)
var statistics = Accumulator(plan)
for _ in 0..<(2 + rounds) { evaluator.evaluate(replicates: 0..<1, into: &statistics) }
