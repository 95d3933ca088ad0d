import CostEngine
import StudyFiles
import Testing

/// Each changes the study in one way and gets exactly one message.
@Suite struct NameProblemTests {
  @Test(arguments: [
    // A region by its name used to be told to be added to regions.csv.
    Expectation(
      .replace("VR02,OVD,8,,2", with: "Zuid,OVD,8,,2", in: "staffing.csv"),
      file: "staffing.csv", row: 3, column: "region",
      dutch: "Onbekende regio \"Zuid\". Bedoelt u \"VR02\"?"),
    Expectation(
      .replace("VR01,OVD,20", with: "VR01,officier van dienst,20", in: "training.csv"),
      file: "training.csv", row: 2, column: "function",
      dutch: "Onbekende functie \"officier van dienst\". Bedoelt u \"OVD\"?"),
    // A code of another study used to be answered with a wrong region.
    Expectation(
      .replace("VR02,OVD,8,,2", with: "VR12,OVD,8,,2", in: "staffing.csv"),
      file: "staffing.csv", row: 3, column: "region",
      dutch: "Onbekende regio \"VR12\". Voeg deze regio toe aan regions.csv, of pas de naam aan."),
    Expectation(
      .replace("VR02,OVD,8,,2", with: "VR02\u{200B}X\u{202E},OVD,8,,2", in: "staffing.csv"),
      file: "staffing.csv", row: 3, column: "region",
      dutch: "De code \"VR02X\" bevat een teken dat niemand ziet, en is zo een andere dan dezelfde zonder dat teken. "
        + "Maak de cel leeg en typ VR02X."),
    Expectation(
      .replace("VR02,OVD,8,,2", with: "VR2,OVD,8,,2", in: "staffing.csv"),
      file: "staffing.csv", row: 3, column: "region",
      dutch: "Onbekende regio \"VR2\". Bedoelt u \"VR02\"?"),
    Expectation(
      .replace("VR01,OVD,20", with: "VR01,OVT,20", in: "training.csv"),
      file: "training.csv", row: 2, column: "function",
      dutch: "Onbekende functie \"OVT\". Bedoelt u \"OVD\"?"),
    Expectation(
      .append("Atlantis,OVD,1,,,10%,\nAtlantis,INF,1,,,10%,", to: "staffing.csv"),
      file: "staffing.csv", row: 5, column: "region",
      dutch: "Onbekende regio \"Atlantis\" (ook in rij 6). Voeg deze regio toe aan regions.csv, of pas de "
        + "naam aan."),
    Expectation(
      .replace("RUIM,Rustig aan,basis", with: "RUIM,Rustig aan,bassis", in: "scenarios.csv"),
      file: "scenarios.csv", row: 3, column: "level",
      dutch: "Onbekend niveau \"bassis\". Bedoelt u \"basis\"?"),
    Expectation(
      .replace("reference_level,basis", with: "reference_level,goud", in: "settings.csv"),
      file: "settings.csv", row: 8, column: "value",
      dutch: "Onbekend niveau \"goud\". Voeg dit niveau toe aan norms.csv, of pas de naam aan."),
    Expectation(
      .replace("POOL+ELEARN", with: "POOL+ELERN", in: "scenarios.csv"),
      file: "scenarios.csv", row: 2, column: "measures",
      dutch: "Onbekende maatregel \"ELERN\". Bedoelt u \"ELEARN\"?"),
    Expectation(
      .replace("POOL+ELEARN", with: "POOL+", in: "scenarios.csv"),
      file: "scenarios.csv", row: 2, column: "measures",
      dutch: "In \"POOL+\" staat een + te veel. Zet tussen twee codes één +, bijvoorbeeld A+B; een streepje "
        + "(-) is de lege lijst."),
    Expectation(
      .replace("SNEL+RUIM", with: "SNEL+RUIMM", in: "one-offs.csv"),
      file: "one-offs.csv", row: 3, column: "scenarios",
      dutch: "Onbekend scenario \"RUIMM\". Bedoelt u \"RUIM\"?"),
    Expectation(
      .replace("eigen,,,", with: "eigene,,,", in: "scenarios.csv"),
      file: "scenarios.csv", row: 4, column: "phase_in",
      dutch: "Onbekende ingroei \"eigene\". Bedoelt u \"eigen\"?"),
    Expectation(
      .replace("basis,linear", with: "basis,leniar", in: "scenarios.csv"),
      file: "scenarios.csv", row: 3, column: "phase_in",
      dutch: "Onbekende ingroei \"leniar\". Bedoelt u \"linear\"?"),
    Expectation(
      .replace("SNEL,VR02", with: "SNELL,VR02", in: "scenario-regions.csv"),
      file: "scenario-regions.csv", row: 3, column: "scenario",
      dutch: "Onbekend scenario \"SNELL\". Bedoelt u \"SNEL\"?"),
    Expectation(
      .replace("ELEARN,EX", with: "ELEARN,EXX", in: "measure-effects.csv"),
      file: "measure-effects.csv", row: 5, column: "item",
      dutch: "Onbekende voorziening \"EXX\". Bedoelt u \"EX\"?"),
    Expectation(
      .append("ELEARN,EX,persons,1", to: "measure-effects.csv"),
      file: "measure-effects.csv", row: 6, column: "item",
      dutch: "\"EX\" is een voorziening; \"personen\" hoort bij een functie. Kies aantal of prijs, of "
        + "een ander onderdeel."),
    Expectation(
      .append("ELEARN,OVD,aantal,1", to: "measure-effects.csv"),
      file: "measure-effects.csv", row: 6, column: "item",
      dutch: "\"OVD\" is een functie; \"aantal\" hoort bij een voorziening. Kies posities, personen, "
        + "opleidingsuren, bijscholingsuren, opleidingsprijs, examenprijs, piketvergoeding of verloop, of een "
        + "ander onderdeel."),
    Expectation(
      .append("POEL,OVD,turnover,1", to: "measure-effects.csv"),
      file: "measure-effects.csv", row: 6, column: "measure",
      dutch: "Onbekende maatregel \"POEL\". Bedoelt u \"POOL\"?"),
    Expectation(
      .append("brons,EX,3", to: "provision-norms.csv"),
      file: "provision-norms.csv", row: 4, column: "level",
      dutch: "Onbekend niveau \"brons\". Voeg dit niveau toe aan norms.csv, of pas de naam aan."),
    Expectation(
      .remove("measures.csv"),
      .remove("measure-effects.csv"),
      file: "scenarios.csv", row: 2, column: "measures",
      dutch: "Hier staat maatregel \"POOL\", maar measures.csv ontbreekt. Voeg measures.csv toe, of haal de "
        + "verwijzing weg."),
    Expectation(
      .remove("phase-in.csv"),
      file: "scenarios.csv", row: 4, column: "phase_in",
      dutch: "Onbekende ingroei \"eigen\". Kies lineair, s-curve of ineens, of een profiel uit "
        + "phase-in.csv."),
  ]) func names(_ expectation: Expectation) throws {
    try expectation.check()
  }

  /// A code is one whether composed or decomposed; draws used to differ, as their names did.
  @Test func aCodeIsOneWhetherComposedOrNot() throws {
    func variables(_ code: String) throws -> [[UInt8]] {
      let reading = try StudyFixture.read(
        .replace("VR02,Zuid", with: "\(code),Zuid", in: "regions.csv"),
        .replace("VR02,OVD,8,,2,25%", with: "\(code),OVD,8..9,,2,5%..25%", in: "staffing.csv"),
        .replace("SNEL,VR02", with: "SNEL,\(code)", in: "scenario-regions.csv"),
        .replace("RUIM,VR02", with: "RUIM,\(code)", in: "scenario-regions.csv"))
      let study = try #require(reading.study, "\(reading.diagnostics)")
      return study.variables.map { Array($0.name.utf8) } + study.regions.map { Array($0.code.utf8) }
    }
    #expect(try variables("FRYSL\u{C2}N") == variables("FRYSLA\u{302}N"))
  }
}
