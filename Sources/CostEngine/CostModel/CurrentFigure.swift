/// A figure of a region's situation today: of a function (``CurrentStaffing``), or the quantity of a provision.
public enum CurrentFigure: Sendable, CaseIterable {
  case persons, standbyPositions, turnover, certified, initialHours, annualHours
  case provisionQuantity
}
