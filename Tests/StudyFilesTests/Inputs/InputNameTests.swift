import CostEngine
import FoundationEssentials
import StudyFiles
import Terms
import TestSupport
import Testing
import WaterlijnProcess

/// Names of inputs, taken apart and put together.
@Suite struct InputNameTests {
  @Test(arguments: [
    ("staffing.persons[VR17/OvD-BZ]", "VR17", "OvD-BZ", "staffing.persons[*/OvD-BZ]", "personen, OvD-BZ, VR17"),
    (
      "training.annual_hours[VR17/OvD-BZ]", "VR17", "OvD-BZ", "training.annual_hours[*/OvD-BZ]",
      "bijscholingsuren, OvD-BZ, VR17"
    ),
    (
      "provision-current.quantity[VR01/fte]", "VR01", "fte", "provision-current.quantity[*/fte]",
      "huidig aantal, fte, VR01"
    ),
    (
      "provision-norms.quantity[uniform/fte]", nil, "fte", "provision-norms.quantity[uniform/fte]",
      "norm aantal, uniform, fte"
    ),
    ("measures.in_force[pool/VR17]", "VR17", nil, "measures.in_force[pool/*]", "meedoen, pool, VR17"),
    (
      "measure-effects.factor[pool/OvD-BZ/persons]", nil, "OvD-BZ", "measure-effects.factor[pool/OvD-BZ/persons]",
      "effect: factor, pool, OvD-BZ, personen"
    ),
    ("settings.value[wage_growth]", nil, nil, "settings.value[wage_growth]", "loongroei"),
    ("indices.price_growth[2028]", nil, nil, "indices.price_growth[2028]", "prijsgroei, 2028"),
    ("variables.value[uurloon]", nil, nil, "variables.value[uurloon]", "uurloon"),
    ("regions.population[VR17]", "VR17", nil, "regions.population[*]", "inwoners, VR17"),
    ("regions.eigen sleutel[VR17]", "VR17", nil, "regions.eigen sleutel[*]", "eigen sleutel, VR17"),
    ("scenario-regions.until[S/VR17]", "VR17", nil, "scenario-regions.until[S/*]", "tot, S, VR17"),
  ])
  func parts(text: String, region: String?, item: String?, everywhere: String, label: String) throws {
    let name = try #require(InputName(text))
    #expect(name.text == text)
    #expect(name.region == region)
    #expect(name.item == item)
    #expect(name.inAllRegions.text == everywhere)
    #expect(name.label.dutch == label)
  }

  @Test(arguments: [
    "", "persons", "staffing.persons", "staffing.persons[VR17", "stafing.persons[VR17/A]", "staffing.[A]",
  ])
  func otherTexts(text: String) { #expect(InputName(text) == nil) }

  /// Every variable of a study with all tables has such a name.
  @Test func variablesHaveThem() throws {
    let study = try #require(
      StudyReader.read(folder: Shell.package.path + "/scenarios/nederland", in: SystemFiles()).study)
    #expect(study.variables.count > 2000)
    for variable in study.variables {
      let name = try #require(InputName(variable.name), "\(variable.name)")
      #expect(name.text == variable.name)
    }
  }
}
