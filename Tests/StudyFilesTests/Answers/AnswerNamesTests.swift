import CostEngine
import Terms
import Testing

@testable import StudyFiles

/// Regions and functions, however people write them.
@Suite struct AnswerNamesTests {
  private static let names: AnswerNames = {
    let tables = [
      "settings.csv": "instelling;waarde\neerste_jaar;2027\njaren;2\nreferentieniveau;A\n",
      "regions.csv": "regio;naam;inwoners;gemeenten\nVR08;Gelderland-Zuid;1;1\nVR17;Rotterdam-Rijnmond;1;1\n"
        + "VR02;Fryslân;1;1\nVR10;Noord-Holland Noord;1;1\n",
      "functions.csv": "functie;naam;per;uurtarief\nOvD-BZ;Officier van dienst;regio;40\n",
      "norms.csv": "niveau;functie;posities;personen_per_positie;opleidingsuren;bijscholingsuren\nA;OvD-BZ;1;3;40;20\n",
      "staffing.csv": "regio;functie;personen;verloop\n*;*;3;5%\n",
      "training.csv": "regio;functie;opleidingsuren;bijscholingsuren\n*;*;20;8\n",
      "scenarios.csv": "scenario;naam;niveau;ingroei;van;tot\nS;Ineens;A;ineens;2027;\n",
    ]
    let reading = StudyReader.read(files: tables.mapValues { Array($0.utf8) }, folderName: "s")
    return AnswerNames(reading.study!)
  }()

  @Test(arguments: [
    ("VR17", "VR17"), ("vr 17", "VR17"), ("Rotterdam-Rijnmond", "VR17"), ("rotterdam rijnmond", "VR17"),
    ("Veiligheidsregio Rotterdam-Rijnmond", "VR17"), ("fryslan", "VR02"), ("FRYSLÂN", "VR02"),
    ("Noord-Holland-Noord", "VR10"),
  ]) func aRegionIsKnownHoweverItIsWritten(text: String, code: String) {
    #expect(Self.names.region(text) == code)
  }

  @Test(arguments: ["Rotterdam", "VR99", "", "Holland", "VR1"]) func whatIsNoneIsNone(text: String) {
    #expect(Self.names.region(text) == nil)
  }

  @Test(
    arguments: [
      ("Opgave Veiligheidsregio Fryslân, oktober 2026", "VR02"), ("opgave-VR17 (ingevuld)", "VR17"),
      ("Regio: Gelderland Zuid", "VR08"), ("Noord-Holland Noord en Fryslân", nil), ("opgave", nil),
    ] as [(String, String?)]) func aRegionIsFoundInATitle(text: String, code: String?)
  {
    #expect(Self.names.region(within: text) == code)
  }

  @Test func functionsAreKnownByCodeAndName() {
    for text in ["OvD-BZ", "ovdbz", "OVD BZ", "officier van dienst"] { #expect(Self.names.function(text) == "OvD-BZ") }
    #expect(Self.names.function("officier") == nil && Self.names.provision("OvD-BZ") == nil)
  }
}
