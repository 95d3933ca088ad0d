/// What the command line asks for.
struct Options {
  /// Fewer repetitions and less work in each: figures to compare by eye only.
  var isQuick = false
  /// Also what takes minutes.
  var isLong = false
  /// File that also gets the figures, as JSON.
  var json: String?
  /// Only figures whose `subject/name` has one of these in it; all where there are none.
  var filters: [String] = []

  static let usage = """
    usage: swift run --package-path Benchmarks -c release Benchmarks [--quick] [--long] [--json FILE] [FILTER ...]

      --quick      fewer repetitions, less work in each
      --long       also a million draws: minutes
      --json FILE  write the figures to a file too
      FILTER       only figures whose "subject/name" has this in it: draws, variates/pert, memory ...

    """

  /// Nil where the arguments are not understood.
  init?(_ arguments: [String]) {
    var rest = arguments[...]
    while let argument = rest.popFirst() {
      switch argument {
      case "--quick": isQuick = true
      case "--long": isLong = true
      case "--json":
        guard let file = rest.popFirst() else { return nil }
        json = file
      default:
        if argument.hasPrefix("-") { return nil }
        filters.append(argument.lowercased())
      }
    }
  }
}
