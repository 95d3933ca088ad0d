import CostEngine
import WaterlijnCommands

/// Runs a plan as the command does.
enum Simulation {
  static func results(of plan: Plan, threads: Int) -> Results {
    do {
      return try ConcurrentSimulation(plan, threads: threads, interruption: Interruption()).results { _ in }
    } catch {
      fatalError("the measured study cannot be simulated: \(error)")
    }
  }
}
