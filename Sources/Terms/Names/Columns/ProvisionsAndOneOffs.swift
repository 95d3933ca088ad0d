extension Column {
  public enum Provisions: Int, Sendable, CaseIterable { case provision, name, per, unitCost, index }
  public enum ProvisionNorms: Int, Sendable, CaseIterable { case level, provision, quantity }
  public enum OneOffs: Int, Sendable, CaseIterable {
    case item, name, per, amount, from, until, index, scenarios, measure
  }
}

extension Column.Provisions {
  public var name: Name {
    switch self {
    case .provision: return .ofProvision
    case .name: return .inReports
    case .per: return .per
    case .unitCost:
      return Name(
        FileWord("unit_cost", "prijs"), nl: "prijs", en: "unit cost", in: Unit(.euroAYear),
        "Wat één stuk per jaar kost.",
        "What one piece costs a year.")
    case .index: return .index
    }
  }
}

extension Column.ProvisionNorms {
  public var name: Name {
    switch self {
    case .level: return .ofLevel
    case .provision: return .ofProvision
    case .quantity:
      return Name(
        .quantity, nl: "norm voor aantal", en: "norm for quantity", in: Unit(.pieces, per: .unit),
        "Hoeveel stuks per eenheid het niveau vraagt.", "How many pieces a unit the level asks.")
    }
  }
}

extension Column.OneOffs {
  public var name: Name {
    switch self {
    case .item:
      return Name(
        FileWord("item", "post"), nl: "post", en: "item", "De code van de eenmalige post.", "The code of the one-off.")
    case .name: return .inReports
    case .per: return .per
    case .amount:
      return Name(
        .amount, nl: "bedrag", en: "amount", in: Unit(.euroAYear, per: .unit),
        "Wat de post in elk van zijn jaren per eenheid kost.", "What the item costs a unit in each of its years.")
    case .from:
      return Name(
        .from, nl: "van", en: "from", in: Unit(.calendarYear), "Het eerste jaar van de kosten.",
        "The first year of the cost.")
    case .until:
      return Name(
        .until, nl: "tot", en: "until", in: Unit(.calendarYear), "Het laatste jaar van de kosten.",
        "The last year of the cost.")
    case .index: return .index
    case .scenarios:
      return Name(
        FileWord("scenarios", "scenario's"), nl: "scenario's", en: "scenarios",
        "De scenario's die de post dragen; leeg is alle.", "The scenarios that bear the item; blank is all.")
    case .measure:
      return Name(
        .measure, nl: "maatregel", en: "measure",
        "De maatregel waar de post bij hoort: hij telt alleen mee waar die wordt gebruikt; leeg is geen.",
        "The measure that the item belongs to: it only counts where that is used; blank is none.")
    }
  }
}
