/// A measure by which `waterlijn benchmark` compares the regions.
public enum BenchmarkMeasure: Sendable, CaseIterable {
  /// People in the pool per 100,000 inhabitants.
  case personsPer100k
  /// Hours per person per year; for all functions together, the mean over their people.
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
  /// EUR per inhabitant in the first year, if everything stays as it is today.
  case costPerInhabitant

  /// Its name in benchmark.csv and in reports; a measure that is a figure of a column has the column's name in files.
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
        in: Unit(.hoursAYear, per: .person), meaning: Column.training(.annualHours).name.meaning)
    case .initialHours:
      return Name(
        FileWord.initialHours.id, nl: "uren per nieuwkomer", en: "hours a newcomer", in: Unit(.hours, per: .newcomer),
        meaning: Column.training(.initialHours).name.meaning)
    case .certified:
      return Name(
        FileWord.certified.id, nl: "gecertificeerd", en: "certified", in: Unit(.share),
        meaning: Column.staffing(.certified).name.meaning)
    case .turnover:
      return Name(
        Column.staffing(.turnover).name.id, nl: "verloop per jaar", en: "turnover a year", in: Unit(.shareAYear),
        meaning: Column.staffing(.turnover).name.meaning)
    case .standbyPositions:
      return Name(
        Column.staffing(.standbyPositions).name.id, nl: "piketposities", en: "standby positions",
        in: Unit(.positions, per: .region), meaning: Column.staffing(.standbyPositions).name.meaning)
    case .quantity:
      return Name(
        FileWord.quantity.id, nl: "aantal", en: "quantity", in: Unit(.pieces, per: .unit),
        meaning: Column.provisionCurrent(.quantity).name.meaning)
    case .costPerInhabitant:
      return Name(
        "cost_per_inhabitant", nl: "EUR per inwoner, per jaar", en: "EUR an inhabitant, a year",
        in: Unit(.euroAYear, per: .inhabitant), "Wat de huidige situatie in het eerste jaar per inwoner kost.",
        "What today's situation costs an inhabitant in the first year.")
    }
  }
}
