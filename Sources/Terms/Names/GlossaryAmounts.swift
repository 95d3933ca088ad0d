extension Glossary {
  /// In the order of ``ReportedQuantity``.
  static let quantities = [
    Entry(
      "baseline", nl: "kosten nu", en: "cost today",
      "Wat de regio kwijt is als alles blijft zoals het nu is (de nulsituatie).",
      "What the region spends if everything stays as it is today (the baseline)."),
    Entry(
      "cost", nl: "kosten in het scenario", en: "cost in the scenario",
      "Wat de regio kwijt is als het scenario wordt uitgevoerd.",
      "What the region spends if the scenario is carried out."),
    Entry(
      "delta", nl: "meerkosten", en: "extra cost",
      "Kosten in het scenario min kosten nu; een negatief bedrag is een besparing.",
      "Cost in the scenario less cost today; a negative amount is a saving."),
    Entry(
      "structural", nl: "structureel", en: "structural",
      "Het deel van de meerkosten dat elk jaar terugkomt.",
      "The part of the extra cost that recurs every year."),
    Entry(
      "incidental", nl: "incidenteel", en: "incidental",
      "Het deel van de meerkosten dat eindigt: inhalen, invoeren, eenmalige posten.",
      "The part of the extra cost that ends: catching up, introduction, one-offs."),
    Entry(
      "staff_time", nl: "personele inzet in natura (eigen uren)", en: "own staff time (in kind)",
      "Het deel van de meerkosten dat uit uren van eigen mensen bestaat; er gaat geen geld naar buiten.",
      "The part of the extra cost that is hours of own staff; no money leaves the organisation."),
    Entry(
      "out_of_pocket", nl: "uitgaven (out of pocket)", en: "out-of-pocket spending",
      "Het deel van de meerkosten dat betaald moet worden: meerkosten min eigen uren.",
      "The part of the extra cost that must be paid: extra cost less own staff time."),
    Entry(
      "funding", nl: "dekking (middelen)", en: "funding",
      "De middelen die voor bevolkingszorg beschikbaar zijn, volgens de verdeelsleutel van elk fonds.",
      "The means available for population care, by the distribution key of each fund."),
    Entry(
      "net", nl: "netto na dekking", en: "net of funding",
      "Meerkosten min dekking; bij een negatief bedrag is er meer dekking dan nodig.",
      "Extra cost less funding; where it is negative there is more funding than needed."),
    Entry(
      "npv", nl: "contante waarde van de meerkosten", en: "present value of the extra cost",
      "De meerkosten van alle jaren, met de discontovoet teruggerekend naar het prijspeiljaar.",
      "The extra cost of all years, discounted to the year of the price level."),
  ]

  /// In the order of ``Payer``.
  static let payments = [
    Entry(
      "paid_state", nl: "Rijk", en: "State", "Wat het Rijk van de meerkosten betaalt, met zijn fondsen.",
      "What the State pays of the extra cost, by its funds."),
    Entry(
      "paid_region", nl: "veiligheidsregio", en: "safety region",
      "Wat de veiligheidsregio zelf van de meerkosten betaalt, met eigen middelen.",
      "What the safety region itself pays of the extra cost, by its own means."),
    Entry(
      "paid_municipalities", nl: "gemeenten", en: "municipalities",
      "Wat de gemeenten betalen: alles wat geen fonds van een ander dekt, ook in eigen uren.",
      "What the municipalities pay: all that no fund of others covers, own staff time included."),
  ]

  /// In the order of ``CostLine``.
  static let lines = [
    Entry(
      "recruit_training", nl: "opleiding nieuwe instroom", en: "training of recruits",
      "Opleiding en examen van mensen die erbij komen omdat de pool groeit.",
      "Course and exam of people who join because the pool grows."),
    Entry(
      "catch_up", nl: "inhaalopleiding", en: "catch-up training",
      "Bijspijkeren van wie er al is, als de opleidingsnorm of de certificering omhoog gaat.",
      "Bringing those already there up to a higher norm of training or certification."),
    Entry(
      "replacement_training", nl: "opleiding vervangers", en: "training of replacements",
      "Opleiding en examen van mensen die komen voor wie vertrekt (verloop).",
      "Course and exam of people who replace those who leave (turnover)."),
    Entry(
      "annual_training", nl: "jaarlijkse bijscholing en oefening", en: "annual training",
      "De uren die iedereen in de pool elk jaar aan bijscholing en oefenen besteedt.",
      "The hours that everyone in the pool spends on training and exercises each year."),
    Entry(
      "recertification", nl: "hercertificering", en: "recertification",
      "Nieuwe examens van wie al een certificaat heeft.",
      "Renewed exams of those who hold a certificate."),
    Entry(
      "standby", nl: "piket", en: "standby",
      "Vergoeding voor posities die altijd bereikbaar en beschikbaar zijn.",
      "Fees for positions that can be called on at any time."),
    Entry(
      "provisions", nl: "voorzieningen", en: "provisions",
      "Wat per stuk wordt ingekocht: coördinatie, oefeningen, monitoring, licenties.",
      "What is bought by quantity: coordination, exercises, monitoring, licences."),
    Entry(
      "one_offs", nl: "eenmalige posten", en: "one-offs",
      "Programmakosten in bepaalde jaren: projectleiding, plannen, hulpmiddelen.",
      "Programme costs of given years: project lead, plans, tooling."),
    Entry(
      "measure_one_off", nl: "maatregelen: invoering", en: "measures: introduction",
      "Wat het eenmalig kost om een maatregel in te voeren.",
      "What introducing a measure costs once."),
    Entry(
      "measure_annual", nl: "maatregelen: jaarlijks", en: "measures: annual",
      "Wat een maatregel elk jaar kost, los van wat zij bespaart.",
      "What a measure costs every year, apart from what it saves."),
  ]
}
