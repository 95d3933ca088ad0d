import StudyFiles
import Testing

/// Each changes the study in one way and gets exactly one message.
@Suite struct CellProblemTests {
  @Test(arguments: [
    Expectation(
      .replace("OVD,Officier van dienst,region", with: "OVD,Officier van dienst,regoi", in: "functions.csv"),
      file: "functions.csv", row: 2, column: "per",
      dutch: "\"regoi\" is hier geen bekend woord. Bedoelt u \"regio\"?"),
    Expectation(
      .replace("LEAD,Programmaleiding,national", with: "LEAD,Programmaleiding,", in: "one-offs.csv"),
      file: "one-offs.csv", row: 2, column: "per",
      dutch: "Er is geen \"per\" voor post LEAD. Vul de cel in."),
    Expectation(
      .replace("100k,1000,price", with: "100k,1000,goud", in: "provisions.csv"),
      file: "provisions.csv", row: 2, column: "index",
      dutch: "\"goud\" is hier geen bekend woord. Kies uit loon of prijs."),
    Expectation(
      .replace("OVD,Officier van dienst,region", with: "OVD,Officier van dienst,national", in: "functions.csv"),
      file: "functions.csv", row: 2, column: "per",
      dutch: "\"national\" is hier geen bekend woord. Kies uit regio, gemeente of 100k."),
    Expectation(
      .replace("first_year,2027", with: "first_year,2027.5", in: "settings.csv"),
      file: "settings.csv", row: 2, column: "value",
      dutch: "\"2027.5\" kan hier niet. Vul een jaartal in: van 1900 tot en met 2200."),
    Expectation(
      .replace("first_year,2027", with: "first_year,2026..2028", in: "settings.csv"),
      file: "settings.csv", row: 2, column: "value",
      dutch: "Hier kan geen onzekere waarde staan, zoals \"2026..2028\". Vul één gewoon getal in."),
    Expectation(
      .replace("years,4", with: "years,51", in: "settings.csv"),
      file: "settings.csv", row: 3, column: "value",
      dutch: "\"51\" kan hier niet. Vul een geheel getal in: van 1 tot en met 50."),
    Expectation(
      .replace("years,4", with: "years,", in: "settings.csv"),
      file: "settings.csv", row: 3, column: "value",
      dutch: "De instelling \"jaren\" heeft geen waarde. Vul de waarde in."),
    Expectation(
      .replace("first_year,2027\n", with: "", in: "settings.csv"),
      file: "settings.csv",
      dutch: "De instelling \"eerste_jaar\" (of \"first_year\") ontbreekt. Voeg een rij toe met eerste_jaar en "
        + "de waarde."),
    Expectation(
      .replace("reference_level,basis", with: "draws,5", in: "settings.csv"),
      file: "settings.csv",
      dutch: "De instelling \"referentieniveau\" (of \"reference_level\") ontbreekt. Voeg een rij toe met "
        + "referentieniveau en de waarde."),
    Expectation(
      .append("seed,-1", to: "settings.csv"),
      file: "settings.csv", row: 9, column: "value",
      dutch: "\"-1\" kan hier niet. Vul een geheel getal in: 0 of meer."),
    Expectation(
      .append("seed,1e20", to: "settings.csv"),
      file: "settings.csv", row: 9, column: "value",
      dutch: "\"1e20\" is groter dan enig bedrag of aantal dat kan voorkomen (meer dan 1e15). Kijk of er "
        + "cijfers of nullen te veel staan; een miljoen is 1000000 of 1e6."),
    Expectation(
      .append("seed,1.5", to: "settings.csv"),
      file: "settings.csv", row: 9, column: "value",
      dutch: "\"1.5\" kan hier niet. Vul een geheel getal in: 0 of meer."),
    Expectation(
      .append("draws,0", to: "settings.csv"),
      file: "settings.csv", row: 9, column: "value",
      dutch: "\"0\" kan hier niet. Vul een geheel getal in: van 1 tot en met 1000000000."),
    Expectation(
      .append("sampler,halton", to: "settings.csv"),
      file: "settings.csv", row: 9, column: "value",
      dutch: "\"halton\" is hier geen bekend woord. Kies uit random, lhs of sobol."),
    Expectation(
      .append("discount_rate,-100%", to: "settings.csv"),
      file: "settings.csv", row: 9, column: "value"),
    Expectation(
      .replace("10%,50%", with: "110%,50%", in: "staffing.csv"),
      file: "staffing.csv", row: 2, column: "turnover"),
    Expectation(
      .replace("VR01,Noord,200000", with: "VR01,Noord,-1", in: "regions.csv"),
      file: "regions.csv", row: 2, column: "population",
      dutch: "\"-1\" is te laag: hier hoort 0 of meer. Haal het minteken weg als dat er niet hoort, of "
        + "schrijf een andere waarde, zoals 5."),
    Expectation(
      .replace("2028,2,municipality", with: "2028,0.5,municipality", in: "measures.csv"),
      file: "measures.csv", row: 2, column: "ramp_years"),
    Expectation(
      .replace("2028,2,municipality", with: "2028.5,2,municipality", in: "measures.csv"),
      file: "measures.csv", row: 2, column: "from",
      dutch: "2028,5 is geen heel kalenderjaar. Vul een jaartal in, bijvoorbeeld 2028; een vertraging van "
        + "een deel van een jaar hoort in vertraging_jaren."),
    Expectation(
      .replace("step,2028,", with: "step,,", in: "scenarios.csv"),
      file: "scenarios.csv", row: 2, column: "from",
      dutch: "Er is geen \"from\" voor scenario SNEL. Vul de cel in."),
    Expectation(
      .replace("linear,2027,2029", with: "linear,2027,", in: "scenarios.csv"),
      .replace("RUIM,VR02,2030", with: "RUIM,VR02,", in: "scenario-regions.csv"),
      file: "scenarios.csv", row: 3, column: "until",
      dutch: "Er is geen \"until\" voor scenario RUIM. Vul de cel in."),
    Expectation(
      .replace("linear,2027,2029", with: "linear,2027,2026", in: "scenarios.csv"),
      file: "scenarios.csv", row: 3, column: "until",
      dutch: "Het laatste jaar (2026) ligt voor het eerste (2027): scenario RUIM. Kies jaren zo dat het "
        + "laatste jaar nooit voor het eerste ligt."),
    Expectation(
      .replace("RUIM,VR02,2030", with: "RUIM,VR02,2025", in: "scenario-regions.csv"),
      file: "scenario-regions.csv", row: 2, column: "until",
      dutch: "Het laatste jaar (2025) ligt voor het eerste (2027): scenario RUIM, regio VR02. Kies jaren "
        + "zo dat het laatste jaar nooit voor het eerste ligt."),
    Expectation(
      .replace("linear,2027,2029", with: "linear,2027..2030,2029", in: "scenarios.csv"),
      .replace("RUIM,VR02,2030", with: "RUIM,VR02,", in: "scenario-regions.csv"),
      file: "scenarios.csv", row: 3, column: "until",
      dutch: "Het laatste jaar (2029) kan eerder vallen dan het eerste (2027–2030): scenario RUIM. Kies "
        + "jaren zo dat het laatste jaar nooit voor het eerste ligt."),
    Expectation(
      .replace("1000,2027,2027", with: "1000,2027,2026", in: "one-offs.csv"),
      file: "one-offs.csv", row: 3, column: "until",
      dutch: "Het laatste jaar (2026) ligt voor het eerste (2027): post PLAN. Kies jaren zo dat het "
        + "laatste jaar nooit voor het eerste ligt."),
    Expectation(
      .replace("1000,2027,2027", with: "1000,2027.5,2028", in: "one-offs.csv"),
      file: "one-offs.csv", row: 3, column: "from",
      dutch: "2027,5 is geen heel kalenderjaar. Vul een jaartal in, bijvoorbeeld 2028; een vertraging van "
        + "een deel van een jaar hoort in vertraging_jaren."),
    Expectation(
      .write("region,name,population,municipalities,risk", to: "regions.csv"),
      .write("region,function,persons,turnover", to: "staffing.csv"),
      .write("region,function,initial_hours,annual_hours", to: "training.csv"),
      .remove("provision-current.csv"),
      .remove("scenario-regions.csv"),
      .remove("funding.csv"),
      .remove("correlations.csv"),
      file: "regions.csv",
      dutch: "Er staan geen regio's in. Voeg ten minste één regio toe."),
  ]) func cells(_ expectation: Expectation) throws {
    try expectation.check()
  }

  @Test(arguments: [
    Expectation(
      .replace("*,INF,,50%,,5%..20%,", with: "", in: "staffing.csv"),
      .remove("correlations.csv"),
      file: "staffing.csv",
      dutch: "Er is geen \"persons\" of \"persons_share\" en geen \"turnover\" voor functie INF bij 2 regio's "
        + "(VR01 en VR02). Zet de waarden in een rij VR01/INF, VR01/*, */INF of */* (* geldt voor "
        + "alle)."),
    Expectation(
      .replace("VR02,OVD,8,,2,25%", with: "VR02,OVD,,,2,25%", in: "staffing.csv"),
      file: "staffing.csv", row: 3, column: "persons",
      dutch: "Er is geen \"persons\" of \"persons_share\" voor regio VR02, functie OVD. Vul de cel in."),
    Expectation(
      .replace("VR02,OVD,8,,2,25%", with: "VR02,OVD,8,,2,", in: "staffing.csv"),
      file: "staffing.csv", row: 3, column: "turnover",
      dutch: "Er is geen \"turnover\" voor regio VR02, functie OVD. Vul de cel in."),
    Expectation(
      .replace("*,OVD,30..50,30", with: "*,OVD,,30", in: "training.csv"),
      file: "training.csv", row: 3, column: "initial_hours",
      dutch: "Er is geen \"initial_hours\" voor regio VR02, functie OVD. Zet de waarde in een rij VR02/OVD, "
        + "VR02/*, */OVD of */* (* geldt voor alle)."),
    Expectation(
      .replace("plus,*,3,4..6,50,25,,", with: "plus,OVD,3,4..6,50,25,,", in: "norms.csv"),
      file: "norms.csv",
      dutch: "Er is geen \"positions\", geen \"persons_per_position\", geen \"initial_hours\" en geen "
        + "\"annual_hours\" voor niveau plus, functie INF. Zet de waarden in een rij plus/INF of plus/* "
        + "(* geldt voor alle)."),
    Expectation(
      .replace("plus,EX,4", with: "", in: "provision-norms.csv"),
      file: "provision-norms.csv", column: "quantity",
      dutch: "Er is geen \"quantity\" voor niveau plus, voorziening EX. Zet de waarde in een rij plus/EX."),
    Expectation(
      .replace("ELEARN,EX,unit_cost,0.5..0.9", with: "ELEARN,EX,unit_cost,", in: "measure-effects.csv"),
      file: "measure-effects.csv", row: 5, column: "factor",
      dutch: "Er is geen \"factor\" voor maatregel ELEARN, onderdeel EX, factor_op unit_cost. Vul de cel "
        + "in."),
    Expectation(
      .replace("POOL,OVD,persons,0.8", with: "POOL,OVD,persons,1\nPOOL,*,positions,", in: "measure-effects.csv"),
      file: "measure-effects.csv", row: 3, column: "factor",
      dutch: "Er is geen \"factor\" voor maatregel POOL, factor_op positions bij 2 onderdelen (OVD en INF). "
        + "Zet de waarde in een rij POOL/OVD/positions of POOL/*/positions (* geldt voor alle)."),
    Expectation(
      .replace("VR01,Noord,200000", with: "VR01,Noord,", in: "regions.csv"),
      file: "regions.csv", row: 2, column: "population",
      dutch: "Er is geen \"population\" voor regio VR01. Vul de cel in."),
    Expectation(
      .replace("uurtarief,45..60", with: "uurtarief,", in: "variables.csv"),
      file: "variables.csv", row: 2, column: "value",
      dutch: "Er is geen \"value\" voor grootheid \"uurtarief\". Vul de cel in."),
    Expectation(
      .replace("OVD,Officier van dienst,region,50", with: "OVD,Officier van dienst,region,", in: "functions.csv"),
      file: "functions.csv", row: 2, column: "hourly_cost",
      dutch: "Er is geen \"hourly_cost\" voor functie OVD. Vul de cel in."),
    Expectation(
      .replace("5000,2027,2028", with: "5000,,2028", in: "one-offs.csv"),
      file: "one-offs.csv", row: 2, column: "from",
      dutch: "Er is geen \"from\" voor post LEAD. Vul de cel in."),
  ]) func missingCells(_ expectation: Expectation) throws {
    try expectation.check()
  }

  @Test(arguments: [
    Expectation(
      .replace("var(uurtarief)", with: "var(uurtarif)", in: "functions.csv"),
      .replace("prijs,variables,value,uurtarief,0.6", with: "", in: "correlations.csv"),
      .remove("variables.csv"),
      file: "functions.csv", row: 3, column: "hourly_cost",
      dutch: "Onbekende grootheid \"uurtarif\" in var(...). Maak variables.csv met de kolommen variabele en "
        + "waarde, en zet de grootheid daarin."),
    Expectation(
      .append("tarief,var(uurtarif)", to: "variables.csv"),
      file: "variables.csv", row: 3, column: "value",
      dutch: "Onbekende grootheid \"uurtarif\" in var(...). Bedoelt u var(uurtarief)?"),
    Expectation(
      .replace("var(uurtarief)", with: "55", in: "functions.csv"),
      .replace("uurtarief,45..60", with: "uurtarief,45..60\na,var(b)\nb,var(c)\nc,var(a)", in: "variables.csv"),
      .replace(
        "standby_fee\nOVD,Officier van dienst,region,50",
        with: "standby_fee\nOVD,Officier van dienst,region,var(uurtarief)", in: "functions.csv"),
      file: "variables.csv", row: 3, column: "value",
      dutch: "Deze grootheden verwijzen in een kring naar elkaar: a -> b -> c -> a. Geef één ervan een "
        + "eigen waarde."),
    Expectation(
      .replace("uurtarief,45..60", with: "uurtarief,var(uurtarief)", in: "variables.csv"),
      file: "variables.csv", row: 2, column: "value",
      dutch: "Deze grootheden verwijzen in een kring naar elkaar: uurtarief -> uurtarief. Geef één ervan "
        + "een eigen waarde."),
    Expectation(
      .replace("uurtarief,45..60", with: "uurtarief,-5..60", in: "variables.csv"),
      file: "functions.csv", row: 3, column: "hourly_cost",
      dutch: "var(uurtarief) loopt van -5 tot 60; hier moet de waarde 0 of meer zijn. Begrens de "
        + "grootheid in variables.csv, bijvoorbeeld met normal(m; sd; lo; hi)."),
    Expectation(
      .replace("uurtarief,45..60", with: "uurtarief,-5", in: "variables.csv"),
      file: "functions.csv", row: 3, column: "hourly_cost",
      dutch: "var(uurtarief) is -5; hier moet de waarde 0 of meer zijn. Pas de waarde in variables.csv "
        + "aan, of gebruik hier een andere grootheid."),
    Expectation(
      .replace("uurtarief,45..60", with: "uurtarief,normal(50; 5)", in: "variables.csv"),
      file: "functions.csv", row: 3, column: "hourly_cost",
      dutch: "var(uurtarief) heeft geen ondergrens; hier moet de waarde 0 of meer zijn. Begrens de "
        + "grootheid in variables.csv, bijvoorbeeld met normal(m; sd; lo; hi)."),
    Expectation(
      .replace("step,2028,", with: "step,var(start),", in: "scenarios.csv"),
      .append("start,2028.5", to: "variables.csv"),
      file: "scenarios.csv", row: 2, column: "from",
      dutch: "2028,5 is geen heel kalenderjaar. Vul een jaartal in, bijvoorbeeld 2028; een vertraging van "
        + "een deel van een jaar hoort in vertraging_jaren."),
  ]) func sharedVariables(_ expectation: Expectation) throws {
    try expectation.check()
  }
}
