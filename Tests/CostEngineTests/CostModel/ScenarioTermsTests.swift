import CostEngine
import TestSupport
import Testing

/// The terms of scenarios, one by one.
@Suite struct ScenarioTermsTests {
  /// Equal once each of them has been taken: none is left out of the list.
  @Test(arguments: 1...100 as ClosedRange<UInt64>)
  func allTermsAreListed(seed: UInt64) {
    let study = RandomStudy.make(seed: seed, uncertain: true)
    let all = study.scenarios.flatMap(\.terms)
    for old in all {
      for new in all {
        var terms = old
        for term in ScenarioTerms.Term.allCases {
          terms.take(term, from: new)
          #expect(!terms.differs(from: new, in: term))
        }
        #expect(terms == new)
        #expect((old == new) == ScenarioTerms.Term.allCases.allSatisfy { !old.differs(from: new, in: $0) })
      }
    }
  }
}
