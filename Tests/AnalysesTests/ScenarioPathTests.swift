import CostEngine
import TestSupport
import Testing

@testable import Analyses

/// The way from one scenario of a study to another.
@Suite struct ScenarioPathTests {
  /// A term without a step of its own would be a difference that nothing explains.
  @Test(arguments: 1...200 as ClosedRange<UInt64>)
  func theWayEndsAtTheOtherScenario(seed: UInt64) {
    let study = RandomStudy.make(seed: seed, uncertain: seed % 2 == 0)
    for a in study.scenarios.indices {
      for b in study.scenarios.indices {
        let path = ScenarioPath(study, from: a, to: b)
        let steps = path.steps.count
        let stages = path.stages
        // In the order of the steps, then back to front.
        for (stage, end) in [(0, a), (steps, b), (steps + 1, a), (2 * steps + 1, b)] {
          #expect(stages.scenarios[stage].terms == study.scenarios[end].terms)
          for (changed, own) in zip(stages.oneOffs, study.oneOffs) {
            #expect(changed.scenarios.contains(stage) == own.scenarios.contains(end))
          }
        }
        #expect(stages.scenarios.count == 2 * (steps + 1))
        #expect(a != b || steps == 0)
      }
    }
  }
}
