extension Glossary {
  /// A statistic or a word of the table, in the order of the table.
  public enum Term: Sendable, CaseIterable {
    case mean, standardError, standardDeviation, p05, p10, p25, p50, p70, p75, p80, p85, p90, p95, p99, cvar95,
      sharePositive
    case shareCheaper, difference
    case scenario, region, country, year, total, endState, quantity, line, item
    case function, provision, oneOff, measure, fund, level
    case phaseIn, delay, bandwidth, release, adoption, turnover, population, priceYear
    case draws, seed, sampler, uncertain, reported, assumed, example, notice, problem
  }
}

extension Glossary.Term {
  public var name: Name {
    switch self {
    case .mean:
      return Name(
        "mean", nl: "gemiddeld", en: "mean", "Het gemiddelde van alle trekkingen: de verwachte waarde.",
        "The mean of all draws: the expected value.")
    case .standardError:
      return Name(
        "se", nl: "standaardfout", en: "standard error",
        "Hoe ver het gemiddelde door toeval in de trekkingen kan afwijken.",
        "How far the mean may be off by chance in the draws.")
    case .standardDeviation:
      return Name(
        "sd", nl: "standaardafwijking", en: "standard deviation", "Hoe ver de trekkingen uit elkaar liggen.",
        "How far the draws lie apart.")
    case .p05:
      return Name(
        "p05", nl: "P5", en: "P5", "In 5 % van de trekkingen is het bedrag zo laag of lager.",
        "In 5% of the draws the amount is this low or lower.")
    case .p10:
      return Name(
        "p10", nl: "P10", en: "P10", "In 10 % van de trekkingen is het bedrag zo laag of lager.",
        "In 10% of the draws the amount is this low or lower.")
    case .p25:
      return Name(
        "p25", nl: "P25", en: "P25", "In 25 % van de trekkingen is het bedrag zo laag of lager.",
        "In 25% of the draws the amount is this low or lower.")
    case .p50:
      return Name(
        "p50", nl: "P50 (mediaan)", en: "P50 (median)", "De helft van de trekkingen ligt eronder, de helft erboven.",
        "Half of the draws lie below it, half above.")
    case .p70:
      return Name(
        "p70", nl: "P70", en: "P70", "In 70 % van de trekkingen is het bedrag zo hoog of lager.",
        "In 70% of the draws the amount is this high or lower.")
    case .p75:
      return Name(
        "p75", nl: "P75", en: "P75", "In 75 % van de trekkingen is het bedrag zo hoog of lager.",
        "In 75% of the draws the amount is this high or lower.")
    case .p80:
      return Name(
        "p80", nl: "P80", en: "P80", "In 80 % van de trekkingen is het bedrag zo hoog of lager.",
        "In 80% of the draws the amount is this high or lower.")
    case .p85:
      return Name(
        "p85", nl: "P85", en: "P85", "In 85 % van de trekkingen is het bedrag zo hoog of lager.",
        "In 85% of the draws the amount is this high or lower.")
    case .p90:
      return Name(
        "p90", nl: "P90", en: "P90", "In 90 % van de trekkingen is het bedrag zo hoog of lager.",
        "In 90% of the draws the amount is this high or lower.")
    case .p95:
      return Name(
        "p95", nl: "P95", en: "P95", "In 95 % van de trekkingen is het bedrag zo hoog of lager.",
        "In 95% of the draws the amount is this high or lower.")
    case .p99:
      return Name(
        "p99", nl: "P99", en: "P99", "In 99 % van de trekkingen is het bedrag zo hoog of lager.",
        "In 99% of the draws the amount is this high or lower.")
    case .cvar95:
      return Name(
        "cvar95", nl: "gemiddelde van de duurste 5 %", en: "mean of the costliest 5%",
        "Het gemiddelde van de 5 % hoogste trekkingen: hoe erg een tegenvaller is.",
        "The mean of the highest 5% of the draws: how bad a setback is.")
    case .sharePositive:
      return Name(
        "share_positive", nl: "kans op meerkosten", en: "chance of extra cost",
        "Het deel van de trekkingen waarin het bedrag boven nul ligt.",
        "The share of the draws in which the amount is above zero.")
    case .shareCheaper:
      return Name(
        "share_a_cheaper", nl: "kans dat het eerste goedkoper is", en: "chance that the first is cheaper",
        "Het deel van de trekkingen waarin het eerste scenario minder kost dan het tweede.",
        "The share of the draws in which the first scenario costs less than the second.")
    case .difference:
      return Name(
        "difference", nl: "verschil", en: "difference",
        "Meerkosten van het eerste scenario min die van het tweede, trekking voor trekking.",
        "Extra cost of the first scenario less that of the second, draw by draw.")
    case .scenario:
      return Name(
        "scenario", nl: "scenario", en: "scenario", "Een manier om naar het kwaliteitsniveau toe te groeien.",
        "A way to grow to the quality level.")
    case .region:
      return Name(
        "region", nl: "regio", en: "region", "Een veiligheidsregio.", "A safety region (veiligheidsregio).")
    case .country:
      return Name(
        "national", nl: "Nederland", en: "Netherlands", "Alle regio's samen, met de landelijke eenmalige posten.",
        "All regions together, with the national one-offs.")
    case .year:
      return Name(
        "year", nl: "jaar", en: "year", "Een kalenderjaar.", "A calendar year.")
    case .total:
      return Name(
        "total", nl: "totaal", en: "total", "De som van alle jaren.", "The sum of all years.")
    case .endState:
      return Name(
        "end", nl: "eindbeeld", en: "end state",
        "Wat er elk jaar structureel bij komt zodra alles op orde is, ook als dat pas na de looptijd is.",
        "What is added every year once everything is in place, even if that is after the horizon.")
    case .quantity:
      return Name(
        "quantity", nl: "grootheid", en: "quantity", "Wat een bedrag weergeeft: meerkosten, dekking en zo verder.",
        "What an amount stands for: extra cost, funding and so on.")
    case .line:
      return Name(
        "line", nl: "kostenregel", en: "cost line", "Een van de regels waaruit de meerkosten bestaan.",
        "One of the lines that make up the extra cost.")
    case .item:
      return Name(
        "item", nl: "onderdeel", en: "item",
        "Een functie, voorziening, eenmalige post of maatregel: samen zijn zij de meerkosten.",
        "A function, provision, one-off or measure: together they are the extra cost.")
    case .function:
      return Name(
        "function", nl: "functie", en: "function", "Een crisisrol met een pool van mensen, zoals officier van dienst.",
        "A crisis role with a pool of people, such as officer on duty.")
    case .provision:
      return Name(
        "provision", nl: "voorziening", en: "provision", "Iets dat per stuk wordt ingekocht.",
        "Anything bought by quantity.")
    case .oneOff:
      return Name(
        "one_off", nl: "eenmalige post", en: "one-off", "Programmakosten in bepaalde jaren.",
        "A programme cost of given years.")
    case .measure:
      return Name(
        "measure", nl: "maatregel", en: "measure", "Een goed voorbeeld (best practice) dat de kosten verandert.",
        "A best practice that changes the cost.")
    case .fund:
      return Name(
        "fund", nl: "fonds", en: "fund", "Een bron van middelen, met een verdeelsleutel over de regio's.",
        "A source of money, with a key that divides it over the regions.")
    case .level:
      return Name(
        "level", nl: "niveau", en: "level", "Een kwaliteitsniveau: de normen voor functies en voorzieningen.",
        "A quality level: the norms of functions and provisions.")
    case .phaseIn:
      return Name(
        "phase_in", nl: "ingroei", en: "phase-in", "Welk deel van de afstand tot de norm in elk jaar is overbrugd.",
        "The share of the gap to the norm that is closed in each year.")
    case .delay:
      return Name(
        "delay_years", nl: "vertraging", en: "delay", "Het aantal jaren dat de ingroei later op gang komt.",
        "The number of years by which the phase-in comes later.")
    case .bandwidth: return Column.scenarios(.bandwidth).name
    case .release: return Column.scenarios(.release).name
    case .adoption:
      return Name(
        "adoption", nl: "deelname", en: "adoption", "De kans dat een regio aan een maatregel meedoet.",
        "The probability that a region takes part in a measure.")
    case .turnover:
      return Name(
        "turnover", nl: "verloop", en: "turnover", "Het deel van de pool dat in een jaar vertrekt.",
        "The share of the pool that leaves in a year.")
    case .population:
      return Name(
        "population", nl: "inwoners", en: "inhabitants", "Het aantal inwoners van de regio.",
        "The number of inhabitants of the region.")
    case .priceYear: return Setting.priceYear.name
    case .draws:
      return Name(
        "draws", nl: "trekkingen", en: "draws",
        "Het aantal keren dat alle onzekere invoer is getrokken en doorgerekend.",
        "How many times all uncertain inputs were drawn and worked out.")
    case .seed: return Setting.seed.name
    case .sampler:
      return Name(
        "sampler", nl: "steekproef", en: "sampler",
        "Hoe er is getrokken: gespreid (Latin hypercube), in samenhang (Sobol) of onafhankelijk.",
        "How draws are made: spread evenly (Latin hypercube), evenly together (Sobol) or independently.")
    case .uncertain:
      return Name(
        "uncertain", nl: "onzekere invoer", en: "uncertain input",
        "Invoer die als verdeling is gegeven, niet als één getal.",
        "Input that is given as a distribution, not as one number.")
    case .reported:
      return Name(
        "reported", nl: "opgegeven", en: "reported", "Door de regio zelf aangeleverd (een rij met haar eigen code).",
        "Supplied by the region itself (a row with its own code).")
    case .assumed:
      return Name(
        "assumed", nl: "aangenomen", en: "assumed", "Voor de regio aangenomen (een rij met * als regio).",
        "Assumed for the region (a row with * as its region).")
    case .example:
      return Name(
        "example", nl: "verzonnen", en: "invented",
        "Verzonnen om iets te laten zien (bron: voorbeeld): geen echt cijfer.",
        "Invented to show something (source: example): no real figure.")
    case .notice:
      return Name(
        "notice", nl: "melding", en: "notice", "Iets om naar te kijken; de berekening gaat door.",
        "Something to look at; the calculation goes on.")
    case .problem:
      return Name(
        "problem", nl: "probleem", en: "problem", "Iets dat eerst hersteld moet worden.",
        "Something that must be mended first.")
    }
  }
}
