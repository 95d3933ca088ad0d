import CostEngine

/// The kind of item that a measure's effect applies to.
enum ItemKind: Sendable {
  case function, provision

  /// - Parameter driver: English name of a driver, which belongs to one of the two.
  init(driver: String) { self = Driver(word: driver).isOfProvision ? .provision : .function }

  var codeKind: CodeKind { self == .function ? .function : .provision }
}
