/// What `waterlijn benchmark` compares the regions by.
public enum BenchmarkMeasure: Sendable, CaseIterable {
  /// People in the pool per 100,000 inhabitants.
  case personsPer100k
  /// Hours per person per year; for all functions together the mean over their people.
  case annualHours
  /// Hours per newcomer.
  case initialHours
  /// Share of the pool that holds a certificate, 0...1.
  case certified
  /// Share of the pool that leaves in a year, 0...1.
  case turnover
  /// Positions on paid standby.
  case standbyPositions
  /// Pieces per unit (region, municipality or 100,000 inhabitants).
  case quantity
  /// EUR per inhabitant in the first year, continuing as today.
  case costPerInhabitant

  /// What benchmark.csv and people call it; where it is a column's figure, it has the column's name in files.
  public var name: Name {
    switch self {
    case .personsPer100k:
      return Name(
        "persons_per_100k", nl: "personen per 100.000 inw.", en: "people per 100,000 inh.",
        in: Unit(.people, per: .hundredThousandInhabitants), "Hoeveel mensen er per 100.000 inwoners in de pool zijn.",
        "How many people there are in the pool per 100,000 inhabitants.")
    case .annualHours:
      return Name(
        FileWord.annualHours.id, nl: "uren per persoon, per jaar", en: "hours a person, a year",
        in: Unit(.hoursAYear, per: .person), "Hoeveel uur bijscholing iedereen vandaag elk jaar krijgt.",
        "How many hours of training everyone gets each year today.")
    case .initialHours:
      return Name(
        FileWord.initialHours.id, nl: "uren per nieuwkomer", en: "hours a newcomer", in: Unit(.hours, per: .newcomer),
        "Hoeveel uur opleiding een nieuwkomer vandaag krijgt.", "How many hours of training a newcomer gets today.")
    case .certified:
      return Name(
        FileWord.certified.id, nl: "gecertificeerd", en: "certified", in: Unit(.share),
        "Welk deel van de pool vandaag een certificaat heeft.",
        "The share of the pool that holds a certificate today.")
    case .turnover:
      return Name(
        Column.staffing(.turnover).name.id, nl: "verloop per jaar", en: "turnover a year", in: Unit(.shareAYear),
        "Welk deel van de pool in een jaar vertrekt.", "The share of the pool that leaves in a year.")
    case .standbyPositions:
      return Name(
        Column.staffing(.standbyPositions).name.id, nl: "piketposities", en: "standby positions",
        in: Unit(.positions, per: .region), "Hoeveel posities de hele regio vandaag op betaald piket heeft.",
        "How many positions the whole region has on paid standby today.")
    case .quantity:
      return Name(
        FileWord.quantity.id, nl: "aantal", en: "quantity", in: Unit(.pieces, per: .unit),
        "Hoeveel stuks per eenheid de regio vandaag heeft.", "How many pieces a unit the region has today.")
    case .costPerInhabitant:
      return Name(
        "cost_per_inhabitant", nl: "EUR per inwoner, per jaar", en: "EUR an inhabitant, a year",
        in: Unit(.euroAYear, per: .inhabitant), "Wat de huidige situatie in het eerste jaar per inwoner kost.",
        "What today's situation costs an inhabitant in the first year.")
    }
  }
}
