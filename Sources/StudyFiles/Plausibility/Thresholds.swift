import Terms

/// Every threshold beyond which a figure is doubted: the same table as in docs/study-format.md, which says why.
///
/// They are wide: a study whose figures are as they should be stays quiet, and what is a factor 10 wrong does not.
enum Thresholds {
  // MARK: Against the norm, the other regions and the row for all regions

  /// How often the expected value a figure may be; a figure must be beyond this of everything that it can be held to.
  static let most = 3.0
  /// What part of the expected value a figure may be.
  static let least = 1.0 / 5
  /// The same of a whole number of people: a region can have one person where the norm asks six.
  static let leastPeople = 1.0 / 7
  /// How often the highest expected value a figure for each municipality or 100,000 inhabitants may be, where divided
  /// by their number it would be as expected.
  static let mostOfTotal = 2.0
  /// How much wider these are where the size of a region is doubted itself.
  static let slack = 3.0
  /// The other regions count if there are so many, beside the region itself.
  static let fewestOthers = 3

  /// How near to the norm both hours of a row must be when swapped, and how much nearer than as they stand.
  static let fit = 1.9
  static let betterFit = 1.6

  /// How much likelier than a power of ten a mistake is that has a name: days, a total, two columns swapped.
  static let likelier = 1.5

  // MARK: What regions gave

  /// How many times what is most likely the most may be, or the least may go into it.
  static let endOfRange = 8.0
  /// Answers of two regions are compared if both gave so many, and are copies if such a share of them is the same.
  static let fewestCopied = 8
  static let copied = 0.8

  // MARK: What a year, a person or a place can hold

  /// Hours in a year: 365.25 days.
  static let hoursOfYear = 8_766.0
  /// Working hours of one person in a year (Handleiding Overheidstarieven).
  static let workingHours = 1_363.0
  /// Hours in a working day.
  static let hoursOfDay = 8.0
  /// Inhabitants of a municipality, on average over a region.
  static let inhabitants = 12_000.0...400_000.0
  /// The same where every region is one municipality: from the smallest island to Amsterdam (CBS, 2022), with some room.
  static let inhabitantsOfMunicipality = 500.0...1_200_000.0
  /// So many regions of one municipality each, and no others, are municipalities.
  static let fewestMunicipalities = 4
  /// Against the median of the other regions.
  static let placesAgainstOthers = 1.0 / 5...4.0
  /// People of one function, as a share of a region's inhabitants.
  static let peopleAmongInhabitants = 0.02
  /// Whole numbers that are dates in a spreadsheet: 1 January 2000 to the end of 2049.
  static let dates = 36_526.0...54_788.0

  // MARK: By column

  /// The lowest value above 0, and the highest; nil where there is none.
  typealias Limits = (low: Double?, high: Double?)

  static func limits(_ column: Column) -> Limits? {
    switch column {
    case .staffing(.personsShare): return (0.02, 3)
    case .staffing(.turnover): return (0.01, 0.4)
    case .staffing(.certified): return (0.02, nil)
    case .training(.initialHours), .training(.annualHours), .norms(.initialHours), .norms(.annualHours):
      return (nil, workingHours)
    case .norms(.personsPerPosition): return (nil, 50)
    case .norms(.recertifyYears), .scenarios(.delayYears), .scenarioRegions(.delayYears), .measures(.rampYears):
      return (nil, 20)
    case .functions(.hourlyCost): return (10, 500)
    case .functions(.coursePrice): return (nil, 1_000)
    case .functions(.examPrice): return (nil, 10_000)
    case .functions(.standbyFee): return (nil, 5_000)
    case .measureEffects(.factor): return (0.05, 3)
    default: return nil
    }
  }

  /// A growth or discount rate a year: the highest with a percent sign, and without it.
  static let rate = 0.5
  static let rateWithoutSign = 0.2
  /// The lowest above 0.
  static let smallestRate = 0.0005

  // MARK: Ways of writing

  /// How many times further than the other numbers of its column a number with a mark before three digits must be, and how
  /// near to these as the other kind of file reads it.
  static let beyondOthers = 20.0
  static let nearOthers = 5.0
  /// Decimals of a number with an exponent from which on all its digits may be there.
  static let decimalsOfExponent = 4
  /// The share of the rows of a table with a source, from which on a row without one is doubted.
  static let rowsWithSource = 0.75
  /// A validity that can be so short, in years, touches 0, which means for ever.
  static let shortestValidity = 0.25
  /// Rows beside the total itself.
  static let fewestSummed = 2
  /// Relative, against rounding in a sum.
  static let equalSum = 1e-9
}
