import CostEngine

extension ReportedQuantity {
  /// Its name in summary.csv and in reports; its further words are accepted on the command line.
  public var name: Name {
    switch self {
    case .baseline:
      return Name(
        id, nl: "kosten nu", en: "cost today", words: ["kosten_nu", "nulsituatie"], in: .euro,
        "Wat de regio kwijt is als alles blijft zoals het nu is (de nulsituatie).",
        "What the region spends if everything stays as it is today (the baseline).")
    case .cost:
      return Name(
        id, nl: "kosten in het scenario", en: "cost in the scenario", words: ["kosten"], in: .euro,
        "Wat de regio kwijt is als het scenario wordt uitgevoerd.",
        "What the region spends if the scenario is carried out.")
    case .delta:
      return Name(
        id, nl: "meerkosten", en: "extra cost", words: ["meerkosten"], in: .euro,
        "Kosten in het scenario min kosten nu; een negatief bedrag is een besparing.",
        "Cost in the scenario less cost today; a negative amount is a saving.")
    case .structural:
      return Name(
        id, nl: "structureel", en: "structural", words: ["structureel"], in: .euro,
        "Het deel van de meerkosten dat elk jaar terugkomt.",
        "The part of the extra cost that recurs every year.")
    case .incidental:
      return Name(
        id, nl: "incidenteel", en: "incidental", words: ["incidenteel"], in: .euro,
        "Het deel van de meerkosten dat eindigt: inhalen, invoeren, eenmalige posten.",
        "The part of the extra cost that ends: catching up, introduction, one-offs.")
    case .staffTime:
      return Name(
        id, nl: "personele inzet in natura (eigen uren)", en: "own staff time (in kind)", words: ["eigen_uren"],
        in: .euro,
        "Het deel van de meerkosten dat uit uren van eigen mensen bestaat; er gaat geen geld naar buiten.",
        "The part of the extra cost that is hours of own staff; no money leaves the organisation.")
    case .outOfPocket:
      return Name(
        id, nl: "uitgaven (out of pocket)", en: "out-of-pocket spending", words: ["uitgaven"], in: .euro,
        "Het deel van de meerkosten dat betaald moet worden: meerkosten min eigen uren.",
        "The part of the extra cost that must be paid: extra cost less own staff time.")
    case .funding:
      return Name(
        id, nl: "dekking (middelen)", en: "funding", words: ["dekking"], in: .euro,
        "De middelen die voor bevolkingszorg beschikbaar zijn, volgens de verdeelsleutel van elk fonds.",
        "The means available for population care, by the distribution key of each fund.")
    case .net:
      return Name(
        id, nl: "netto na dekking", en: "net of funding", words: ["netto"], in: .euro,
        "Meerkosten min dekking; bij een negatief bedrag is er meer dekking dan nodig.",
        "Extra cost less funding; where it is negative there is more funding than needed.")
    case .npv:
      return Name(
        id, nl: "contante waarde van de meerkosten", en: "present value of the extra cost", words: ["contante_waarde"],
        in: .euro,
        "De meerkosten van alle jaren, met de discontovoet teruggerekend naar het prijspeiljaar.",
        "The extra cost of all years, discounted to the year of the price level.")
    }
  }
}

extension Payer {
  /// The name of the amount that it pays, which is called after the payer.
  public var name: Name {
    switch self {
    case .state:
      return Name(
        quantityID, nl: "Rijk", en: "State", in: .euro,
        "Wat het Rijk van de meerkosten betaalt, met zijn fondsen.",
        "What the State pays of the extra cost, by its funds.")
    case .region:
      return Name(
        quantityID, nl: "veiligheidsregio", en: "safety region", in: .euro,
        "Wat de veiligheidsregio zelf van de meerkosten betaalt, met eigen middelen.",
        "What the safety region itself pays of the extra cost, by its own means.")
    case .municipalities:
      return Name(
        quantityID, nl: "gemeenten", en: "municipalities", in: .euro,
        "Wat de gemeenten betalen: alles wat geen fonds van een ander dekt, ook in eigen uren.",
        "What the municipalities pay: all that no fund of others covers, own staff time included.")
    }
  }

  /// The payer's word in funding.csv.
  public var word: FileWord {
    switch self {
    case .state: return FileWord(id, "rijk")
    case .region: return FileWord(id, "regio")
    case .municipalities: return FileWord(id, "gemeenten")
    }
  }
}

extension CostLine {
  /// Its name in lines.csv and in reports.
  public var name: Name {
    switch self {
    case .recruitTraining:
      return Name(
        id, nl: "opleiding nieuwe instroom", en: "training of recruits", in: .euro,
        "Opleiding en examen van mensen die erbij komen omdat de pool groeit.",
        "Course and exam of people who join because the pool grows.")
    case .catchUp:
      return Name(
        id, nl: "inhaalopleiding", en: "catch-up training", in: .euro,
        "Bijspijkeren van wie er al is, als de opleidingsnorm of de certificering omhoog gaat.",
        "Bringing those already there up to a higher norm of training or certification.")
    case .replacementTraining:
      return Name(
        id, nl: "opleiding vervangers", en: "training of replacements", in: .euro,
        "Opleiding en examen van mensen die komen voor wie vertrekt (verloop).",
        "Course and exam of people who replace those who leave (turnover).")
    case .annualTraining:
      return Name(
        id, nl: "jaarlijkse bijscholing en oefening", en: "annual training", in: .euro,
        "De uren die iedereen in de pool elk jaar aan bijscholing en oefenen besteedt.",
        "The hours that everyone in the pool spends on training and exercises each year.")
    case .recertification:
      return Name(
        id, nl: "hercertificering", en: "recertification", in: .euro,
        "Nieuwe examens van wie al een certificaat heeft.",
        "Renewed exams of those who hold a certificate.")
    case .standby:
      return Name(
        id, nl: "piket", en: "standby", in: .euro,
        "Vergoeding voor posities die altijd bereikbaar en beschikbaar zijn.",
        "Fees for positions that can be called on at any time.")
    case .provisions:
      return Name(
        id, nl: "voorzieningen", en: "provisions", in: .euro,
        "Wat per stuk wordt ingekocht: coördinatie, oefeningen, monitoring, licenties.",
        "What is bought by quantity: coordination, exercises, monitoring, licences.")
    case .oneOffs:
      return Name(
        id, nl: "eenmalige posten", en: "one-offs", in: .euro,
        "Programmakosten in bepaalde jaren: projectleiding, plannen, hulpmiddelen.",
        "Programme costs of given years: project lead, plans, tooling.")
    case .measureOneOff:
      return Name(
        id, nl: "maatregelen: invoering", en: "measures: introduction", in: .euro,
        "Wat het eenmalig kost om een maatregel in te voeren.",
        "What introducing a measure costs once.")
    case .measureAnnual:
      return Name(
        id, nl: "maatregelen: jaarlijks", en: "measures: annual", in: .euro,
        "Wat een maatregel elk jaar kost, los van wat zij bespaart.",
        "What a measure costs every year, apart from what it saves.")
    }
  }
}

extension Unit {
  fileprivate static let euro = Unit(.euro)
}
