import Analyses
import CostEngine
import WaterlijnProcess

/// Runs a plan as the command does.
enum Simulation {
  static func results(of plan: Plan, threads: Int) -> Results {
    do {
      return try ConcurrentSimulation(plan, workers: Workers(SystemThreads(), count: threads) { false }).results { _ in
      }
    } catch {
      fatalError("the measured study cannot be simulated: \(error)")
    }
  }
}
