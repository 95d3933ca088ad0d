import Testing

@testable import WaterlijnCommands

/// A horizon that ends before the phase-in does: told by `check`, and beside the end state wherever that is shown.
/// ``LinearStudy`` runs from 2027 to 2032.
@Suite struct HorizonTests {
  private let world: World

  init() throws {
    world = World()
    try LinearStudy.write(to: world)
  }

  private func write(until: String, delay: String) throws {
    try world.write(
      "scenario,name,level,phase_in,from,until,delay_years\nS,Recht,norm,linear,2027,\(until),\(delay)\n",
      to: "studie/scenarios.csv")
    try world.write("scenario,region,bandwidth\n", to: "studie/scenario-regions.csv")
  }

  private func output(_ arguments: String...) -> String {
    let outcome = world.run(arguments)
    #expect(outcome.status == .success, "\(outcome.error)")
    return outcome.output.split { $0.isWhitespace }.joined(separator: " ")
  }

  @Test func certainPhaseIns() throws {
    try write(until: "2035", delay: "0.5")
    #expect(
      output("check", "studie").contains(
        "Scenario \"S\" is in 2032, het laatste jaar van de studie, nog niet helemaal ingevoerd: dat is het pas in 2036."
      ))
    let run = output("run", "studie", "--draws", "400")
    #expect(
      run.contains(
        "In 2032 is dit scenario nog niet helemaal ingevoerd: dat is het pas in 2036. Wat later komt, staat niet in de "
          + "totalen, maar wel in het eindbeeld."))
    #expect(
      output("run", "studie", "--draws", "400", "--language", "en").contains(
        "In 2032 this scenario is not completely in place yet: that is only so in 2036."))
    _ = output("report", "studie", "--draws", "400", "--out", "verslag.html")
    #expect(world.text("verslag.html").contains("In 2032 is dit scenario nog niet helemaal ingevoerd"))
  }

  /// P(2031 + d <= 2032) of a delay between 0 and 4 is a quarter.
  @Test func anUncertainDelay() throws {
    try write(until: "2031", delay: "0..4")
    #expect(output("check", "studie").contains("helemaal is ingevoerd, is 25%."))
    let run = output("run", "studie", "--draws", "400")
    #expect(run.contains("De kans dat dit scenario in 2032 helemaal is ingevoerd, is 25 %."))
  }

  @Test func nothingToTell() throws {
    #expect(!output("check", "studie").contains("laatste jaar van de studie"))
    #expect(!output("run", "studie", "--draws", "400").contains("helemaal ingevoerd"))
  }
}
