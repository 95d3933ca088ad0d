import CostEngine
import StudyFiles
import Terms
import TestSupport
import Testing
import WaterlijnProcess

/// Studies that stand next to the repository.
@Suite struct SharedStudyTests {
  @Test(.enabled(if: Shared.folder("conformance/tiny") != nil, "../shared/conformance/tiny is absent"))
  func tiny() throws {
    let reading = StudyReader.read(folder: try #require(Shared.folder("conformance/tiny")), in: SystemFiles())
    #expect(!reading.diagnostics.contains { $0.severity == .error }, "\(reading.diagnostics)")
    let study = try #require(reading.study)
    #expect(study.variables.isEmpty)
    #expect(study.regions.map(\.population) == [.certain(200_000), .certain(100_000)])
    #expect(study.wageGrowth == [.certain(0.1), .certain(0.1), .certain(0.1)])
    #expect(study.current[0][1].persons == .share(.certain(0.5)))
    #expect(study.scenarios[1].terms[0].measures == [0])
    #expect(study.oneOffs.map(\.scenarios) == [[0, 1], [0]])
    // POOL: persons of OVD, the course price of both functions.
    #expect(study.measures[0].effects.map(\.factor) == [.certain(0.8), .certain(0.5), .certain(0.5)])
  }

  @Test(.enabled(if: Shared.folder("studies/national") != nil, "../shared/studies/national is absent"))
  func national() throws {
    let reading = StudyReader.read(folder: try #require(Shared.folder("studies/national")), in: SystemFiles())
    #expect(!reading.diagnostics.contains { $0.severity == .error }, "\(reading.diagnostics)")
    let study = try #require(reading.study)
    #expect(study.regions.count == 25 && study.functions.count + study.provisions.count == 16)
    #expect(study.years == 10 && study.scenarios.count == 4)
    // 1,563 uncertain cells, and for each of five measures that a region may not adopt a number in each region.
    let adoption = study.variables.count { $0.name.hasPrefix("measures.in_force[") }
    #expect(adoption == 125)
    #expect(study.variables.count - adoption == 1563)
    // VR17 reported training for all functions, VR09 the annual hours of OVD.
    #expect(study.current[16].allSatisfy { $0.initialHours == .certain(30) && $0.annualHours == .certain(16) })
    let names = Set(study.variables.map(\.name))
    #expect(names.contains("training.annual_hours[VR09/OVD]") && names.contains("training.initial_hours[VR09/OVD]"))
    #expect(names.contains("staffing.persons[VR01/HCC]") && !names.contains("staffing.persons_share[VR01/HCC]"))
    #expect(study.scenarios[1].terms[12].phaseIn == .scurve(from: .certain(2027), until: .certain(2030)))
    let wages = try #require(study.variables.first { $0.name == "settings.value[wage_growth]" })
    #expect(wages.loadings == [FactorLoading(factor: 0, loading: 0.6), FactorLoading(factor: 1, loading: 0.4)])
    // All but training of VR17 comes from `*` rows.
    #expect(reading.coverage[16].reported == 20 && reading.coverage[1].reported == 0)
  }
}
