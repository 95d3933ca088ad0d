extension Column {
  public enum Funding: Int, Sendable, CaseIterable { case fund, year, name, amount, share, key, payer }
  public enum Variables: Int, Sendable, CaseIterable { case variable, value }
  public enum Correlations: Int, Sendable, CaseIterable { case factor, table, column, item, loading, name }
  public enum Plausibility: Int, Sendable, CaseIterable { case table, column, item, low, high }
}

extension Column.Funding {
  public var name: Name {
    switch self {
    case .fund:
      return Name(
        FileWord("fund", "middelen"), nl: "middelen", en: "fund", "De code van het fonds.", "The code of the fund.")
    case .year: return .ofYear
    case .name: return .inReports
    case .amount:
      return Name(
        .amount, nl: "bedrag", en: "amount", in: Unit(.euroAYear, per: .country),
        "Wat er per jaar voor het hele land is, vanaf het jaar van de rij.",
        "What there is a year for the whole country, from the year of the row on.")
    case .share:
      return Name(
        .share, nl: "aandeel", en: "share", in: Unit(.share),
        "Welk deel van het bedrag voor bevolkingszorg is bedoeld.",
        "The share of the amount that is meant for population care.")
    case .key:
      return Name(
        FileWord("key", "verdeelsleutel"), nl: "verdeelsleutel", en: "key",
        "Waarnaar het over de regio's wordt verdeeld: gelijk, of een kolom van regions.csv.",
        "What it is divided over the regions by: equal, or a column of regions.csv.")
    case .payer:
      return Name(
        FileWord("payer", "betaler"), nl: "betaler", en: "payer",
        "Van wie het geld is: het Rijk, de regio of de gemeenten.",
        "Whose money it is: the State's, the region's or the municipalities'.")
    }
  }
}

extension Column.Variables {
  public var name: Name {
    switch self {
    case .variable:
      return Name(
        FileWord("variable", "variabele"), nl: "grootheid", en: "variable",
        "De code van een grootheid die cellen met elkaar delen.", "The code of a quantity that cells share.")
    case .value:
      return Name(
        .value, nl: "waarde", en: "value", "Wat de grootheid is, voor elke cel die haar noemt.",
        "What the quantity is, for each cell that names it.")
    }
  }
}

extension Column.Correlations {
  public var name: Name {
    switch self {
    case .factor:
      return Name(
        .factor, nl: "factor", en: "factor", "De code van wat de gegevens samen laat bewegen.",
        "The code of what makes the figures move together.")
    case .table:
      return Name(
        FileWord("table", "tabel"), nl: "tabel", en: "table", "De tabel van de cellen die bewegen.",
        "The table of the cells that move.")
    case .column:
      return Name(
        FileWord("column", "kolom"), nl: "kolom", en: "column", "De kolom van de cellen die bewegen.",
        "The column of the cells that move.")
    case .item:
      return Name(
        FileWord("item", "onderdeel"), nl: "onderdeel", en: "item",
        "De sleutel van de cellen die bewegen; * staat voor alle.",
        "The key of the cells that move; * stands for all.")
    case .loading:
      return Name(
        FileWord("loading", "lading"), nl: "lading", en: "loading",
        "Hoe sterk de cellen meebewegen, van -1 tot 1.", "How strongly the cells move with it, from -1 to 1.")
    case .name: return .inReports
    }
  }
}

extension Column.Plausibility {
  public var name: Name {
    switch self {
    case .table:
      return Name(
        FileWord("table", "tabel"), nl: "tabel", en: "table", "De tabel van de cellen waarvoor de grenzen gelden.",
        "The table of the cells that the bounds hold for.")
    case .column:
      return Name(
        FileWord("column", "kolom"), nl: "kolom", en: "column", "De kolom van de cellen waarvoor de grenzen gelden.",
        "The column of the cells that the bounds hold for.")
    case .item:
      return Name(
        FileWord("item", "onderdeel"), nl: "onderdeel", en: "item",
        "De sleutel van de cellen waarvoor de grenzen gelden; * staat voor alle.",
        "The key of the cells that the bounds hold for; * stands for all.")
    case .low:
      return Name(
        FileWord("low", "laag"), nl: "laag", en: "low", "Wat lager is, is twijfelachtig; leeg is geen grens.",
        "What is lower is doubtful; blank is no bound.")
    case .high:
      return Name(
        FileWord("high", "hoog"), nl: "hoog", en: "high", "Wat hoger is, is twijfelachtig; leeg is geen grens.",
        "What is higher is doubtful; blank is no bound.")
    }
  }
}
