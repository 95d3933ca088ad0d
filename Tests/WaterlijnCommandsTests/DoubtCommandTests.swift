import Testing

@testable import WaterlijnCommands

/// How commands tell of figures that are probably not what was meant.
@Suite struct DoubtCommandTests {
  private static let files = [
    "settings.csv": "setting,value\nfirst_year,2027\nyears,2\nreference_level,A\ndraws,400\n",
    "regions.csv": "region,name,population,municipalities\nR,Regio,200000,4\nQ,Andere,200000,9\n",
    "functions.csv": "function,name,per,hourly_cost\nF,Functie,region,40\n",
    "norms.csv": "level,function,positions,persons_per_position,initial_hours,annual_hours\nA,F,2,5,40,20\n",
    "staffing.csv": "region,function,persons,turnover,note\nR,F,1400,10%,NOTE\n*,F,8..12,5%..9%,\n",
    "training.csv": "region,function,initial_hours,annual_hours\n*,*,10..30,8\n",
    "scenarios.csv": "scenario,name,level,phase_in,from,until\nS,Ineens,A,step,2027,\n",
  ]

  private static func world(note: String) throws -> World {
    let world = World()
    for (name, text) in files { try world.write(text.replacing("NOTE", with: note), to: "study/" + name) }
    return world
  }

  @Test func checkTellsThemApart() throws {
    let world = try Self.world(note: "")
    let outcome = world.run(["check", "study"])
    #expect(outcome.status == .success)
    #expect(
      outcome.output.hasSuffix(
        """
        Twijfels (klopt dit wel?)
        -------------------------
        De berekening gaat door met deze getallen. Klopt een getal toch? Leg het dan uit in de toelichting
        van de rij, bijvoorbeeld "klopt: ..."; de twijfel is dan verklaard.

        staffing.csv, rij 2, kolom persons (personen)
          "1400" is ongeveer 140 keer wat hier te verwachten is: ongeveer 10 (naar de norm).
          Voorstel: Waarschijnlijk een factor 100 te veel: schrijf 14.

        Geen problemen, geen meldingen, 1 open twijfel: de studie kan worden doorgerekend.

        """), "\(outcome.output)")
  }

  @Test func strictRefusesWhatIsOpen() throws {
    let open = try Self.world(note: "").run(["check", "study", "--strict", "--language", "en"])
    #expect(open.status == .invalidStudy)
    #expect(
      open.output.contains("No problems, no notices, 1 open doubt: the study can be computed. With --strict an open"))
    let explained = try Self.world(note: "klopt: 1400 vrijwilligers").run(["check", "study", "--strict"])
    #expect(explained.status == .success)
    #expect(
      explained.output.hasSuffix(
        """
        Twijfels die een toelichting verklaart
        --------------------------------------
        staffing.csv, rij 2, kolom persons (personen)
          "1400" is ongeveer 140 keer wat hier te verwachten is: ongeveer 10 (naar de norm).
          Toelichting: klopt: 1400 vrijwilligers

        Geen problemen, geen meldingen, geen open twijfels: de studie kan worden doorgerekend.

        """), "\(explained.output)")
  }

  @Test func runCountsTheOpenOnes() throws {
    let open = try Self.world(note: "").run(["run", "study"])
    #expect(open.status == .success && open.output.contains("1 open: getallen die waarschijnlijk niet zo bedoeld zijn"))
    let explained = try Self.world(note: "klopt").run(["run", "study"])
    #expect(explained.status == .success && !explained.output.contains("Twijfels"))
  }

  @Test func theReportListsThem() throws {
    for (note, standing) in [("", "<td>open</td>"), ("klopt: alle leden", "<td>verklaard</td>")] {
      let world = try Self.world(note: note)
      let outcome = world.run(["report", "study", "--out", "r.html"])
      #expect(outcome.status == .success, "\(outcome.error)")
      let page = world.text("r.html")
      #expect(page.contains("Twijfels over de invoer") && page.contains(standing), "\(note)")
      #expect(page.contains("staffing.csv, rij 2, persons"))
    }
    let clean = World()
    for (name, text) in Self.files {
      try clean.write(text.replacing("1400", with: "14").replacing("NOTE", with: ""), to: "study/" + name)
    }
    #expect(clean.run(["report", "study", "--out", "r.html"]).status == .success)
    #expect(!clean.text("r.html").contains("Twijfels"))
  }
}
