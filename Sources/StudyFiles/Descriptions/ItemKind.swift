import CostEngine

/// What a measure's effect falls on.
enum ItemKind: Sendable {
  case function, provision

  /// - Parameter driver: English name of a driver, which belongs to one of the two.
  init(driver: String) { self = Driver(word: driver).isOfProvision ? .provision : .function }

  var codeKind: CodeKind { self == .function ? .function : .provision }
}
