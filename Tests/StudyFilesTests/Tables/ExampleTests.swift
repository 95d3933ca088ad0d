import CostEngine
import StudyFiles
import Terms
import Testing

/// Rows whose source says that their figures were invented.
@Suite struct ExampleTests {
  private static let training = """
    region,function,initial_hours,annual_hours,source
    VR01,OVD,20,20,verzonnen voorbeeld
    VR02,OVD,20,20,opgave VR02
    *,OVD,30..50,30,aanname
    *,INF,10,3,voorbeeld
    """

  /// Who obeyed a wrong suggestion got the invented figures of another region as "59 % reported".
  @Test func theyAreNeitherReportedNorAssumed() throws {
    let without = try StudyFixture.read(
      .write(
        Self.training.replacing("verzonnen voorbeeld", with: "opgave").replacing("voorbeeld", with: "aanname"),
        to: "training.csv"))
    let with = try StudyFixture.read(.write(Self.training, to: "training.csv"))
    #expect(without.examples.invented == 0 && without.coverage.allSatisfy { $0.invented == 0 })
    #expect(with.examples == ExampleRows(invented: 2, all: without.examples.all))
    // Both hours of OVD in VR01, and of INF in both regions.
    #expect(with.coverage.map(\.invented) == [4, 2])
    #expect(zip(with.coverage, without.coverage).allSatisfy { $0.all == $1.all })
    #expect(with.coverage.map(\.reported) == [without.coverage[0].reported - 2, without.coverage[1].reported])
    #expect(with.study?.variables.map { $0.name } == without.study?.variables.map { $0.name })
  }
}
