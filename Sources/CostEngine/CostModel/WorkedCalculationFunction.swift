extension WorkedCalculation {
  /// What a region has for a function today, in one draw.
  public struct FunctionToday: Sendable {
    /// Index in ``Study/functions``.
    public var function: Int
    /// `u`, `units(per, r)`.
    public var units: Double
    /// `S0`, people in the pool.
    public var persons: Double
    /// `V0`, positions on paid standby.
    public var standbyPositions: Double
    /// `T0`, share of the pool that leaves in a year.
    public var turnover: Double
    /// `C0`, share of the pool that holds a certificate.
    public var certified: Double
    /// `H0`, hours per newcomer.
    public var initialHours: Double
    /// `A0`, hours per person per year.
    public var annualHours: Double

    init(_ function: Int, in draw: Draw) {
      let study = draw.study
      let current = study.current[draw.region][function]
      self.function = function
      units = draw.units(study.functions[function].per)
      switch current.persons {
      case .persons(let persons):
        self.persons = draw.value(persons)
      case .share(let share):
        let norm = study.norms[study.referenceLevel][function]
        persons = draw.value(share) * draw.value(norm.positions) * units * draw.value(norm.personsPerPosition)
      }
      standbyPositions = draw.value(current.standbyPositions)
      turnover = draw.value(current.turnover)
      certified = draw.value(current.certified)
      initialHours = draw.value(current.initialHours)
      annualHours = draw.value(current.annualHours)
    }
  }

  /// A function in one year.
  public struct FunctionYear: Sendable {
    public var baseline: FunctionSide
    public var scenario: FunctionSide
  }

  /// A function in one year, in the baseline or in the scenario.
  public struct FunctionSide: Sendable {
    /// `F`, by driver.
    public var factors: DriverFactors
    /// `P(t)`, positions that must be filled at any time. Those of the baseline follow the reference level and have no
    /// effect.
    public var positions: Double
    /// `Q(t)`, people needed for them.
    public var personsNeeded: Double
    /// `S(t-1)`; `S0` in the first year.
    public var personsBefore: Double
    /// `S(t)`, people in the pool.
    public var persons: Double
    /// `V(t)`, positions on paid standby; 0 if the fee is 0.
    public var standbyPositions: Double
    /// `A(t)`, hours per person per year.
    public var annualHours: Double
    /// `h(t-1)`; `H0` in the first year.
    public var standardHoursBefore: Double
    /// `h(t)`, hours per newcomer before the effect of measures.
    public var standardHours: Double
    /// `H(t)`, hours per newcomer.
    public var initialHours: Double
    /// `C(t-1)`; `C0` in the first year.
    public var certifiedBefore: Double
    /// `C(t)`, share of the pool that holds a certificate.
    public var certified: Double
    /// `grow(t)`, newcomers because the pool grows.
    public var growing: Double
    /// `replace(t)`, newcomers because people leave.
    public var replacing: Double
    /// `w`, EUR per hour of own staff.
    public var wage: Double
    /// `d`, EUR per participant-hour.
    public var coursePrice: Double
    /// `e`, EUR per exam.
    public var examPrice: Double
    /// `a`, EUR per week and position.
    public var standbyFee: Double
    /// `train(t)`, EUR per newcomer.
    public var training: Double
    /// Years for which a certificate is valid; 0 means no recertification.
    public var recertifyYears: Double
    /// The six lines of a function, EUR.
    public var lines: LineAmounts
    /// The part of ``lines`` that consists of own staff hours, EUR.
    public var staffTime: Double

    /// - Parameters:
    ///   - level: the scenario's level, or the reference level for the baseline.
    ///   - phaseIn: `phi(t)`, 0 for the baseline.
    ///   - before: the same side in the previous year, nil in the first year of the horizon.
    init(
      _ today: FunctionToday, level: Int, phaseIn: Double, release: Double, bandwidth: Double, factors: DriverFactors,
      before: FunctionSide?, wageIndex: Double, priceIndex: Double, in draw: Draw
    ) {
      let function = draw.study.functions[today.function]
      let norm = draw.study.norms[level][today.function]
      let fee = draw.value(function.standbyFee)
      func toward(_ current: Double, _ target: Double) -> Double {
        WorkedCalculation.move(current, target, phaseIn, release)
      }

      self.factors = factors
      positions = draw.value(norm.positions) * today.units * (1 - bandwidth) * factors[.positions]
      personsNeeded = positions * draw.value(norm.personsPerPosition) * factors[.persons]
      personsBefore = before?.persons ?? today.persons
      persons = toward(today.persons, personsNeeded)
      standbyPositions = fee == 0 ? 0 : toward(today.standbyPositions, positions)
      annualHours =
        toward(today.annualHours, draw.value(norm.annualHours) * (1 - bandwidth)) * factors[.annualHours]
      standardHoursBefore = before?.standardHours ?? today.initialHours
      standardHours = toward(today.initialHours, draw.value(norm.initialHours))
      initialHours = standardHours * factors[.initialHours]
      certifiedBefore = before?.certified ?? today.certified
      certified = toward(today.certified, draw.value(norm.certified))
      growing = WorkedCalculation.pos(persons - personsBefore)
      replacing = today.turnover * factors[.turnover] * personsBefore

      wage = draw.value(function.hourlyCost) * wageIndex
      coursePrice = draw.value(function.coursePrice) * priceIndex * factors[.coursePrice]
      examPrice = draw.value(function.examPrice) * priceIndex * factors[.examPrice]
      standbyFee = fee * wageIndex * factors[.standbyFee]
      training = initialHours * (wage + coursePrice) + certified * examPrice
      recertifyYears = draw.value(norm.recertifyYears)

      let hoursGained = WorkedCalculation.pos(standardHours - standardHoursBefore) * factors[.initialHours]
      let certifiedGained = WorkedCalculation.pos(certified - certifiedBefore)
      lines = LineAmounts()
      lines[.recruitTraining] = growing * training
      lines[.catchUp] = today.persons * (hoursGained * (wage + coursePrice) + certifiedGained * examPrice)
      lines[.replacementTraining] = replacing * training
      lines[.annualTraining] = persons * annualHours * (wage + coursePrice)
      lines[.recertification] = recertifyYears == 0 ? 0 : persons * certified * examPrice / recertifyYears
      lines[.standby] = standbyPositions * (365.25 / 7) * standbyFee
      staffTime =
        growing * initialHours * wage + today.persons * hoursGained * wage + replacing * initialHours * wage
        + persons * annualHours * wage
    }
  }
}
