/// Uncertain inputs whose influence is determined jointly.
///
/// Inputs that share a factor of correlations.csv belong in one group with that factor: the influence of one of several
/// correlated inputs is not defined by freezing it.
public struct InputGroup: Sendable, Equatable {
  /// Indices in ``Study/variables``.
  public var variables: [Int]
  /// Indices in ``Study/factors`` of the factors on which its variables load.
  public var factors: [Int]
  /// Whether the group consists of the factors only, without each variable's own part.
  public var isFactorAlone: Bool

  public init(variables: [Int], factors: [Int] = [], isFactorAlone: Bool = false) {
    self.variables = variables
    self.factors = factors
    self.isFactorAlone = isFactorAlone
  }

  /// A factor by itself. Factors and the variables' own parts are all independent, so the common part of several inputs
  /// can be separated from each input's own part.
  public static func factor(_ factor: Int, of study: Study) -> InputGroup {
    let variables = study.variables.indices.filter { variable in
      study.variables[variable].loadings.contains { $0.factor == factor && $0.loading != 0 }
    }
    return InputGroup(variables: variables, factors: [factor], isFactorAlone: true)
  }

  /// Groups by label, merging those that share a factor, in the order in which they first occur.
  ///
  /// - Parameters:
  ///   - variables: indices in ``Study/variables``.
  ///   - label: label of each of these.
  /// - Returns: the groups and the labels merged into each, in the order in which they first occur.
  public static func grouped(
    _ variables: [Int], of study: Study, by label: (Int) -> String
  ) -> [(group: InputGroup, labels: [String])] {
    var labels: [String] = []
    var indexOfLabel: [String: Int] = [:]
    var members: [[Int]] = []
    for variable in variables {
      let label = label(variable)
      if let known = indexOfLabel[label] {
        members[known].append(variable)
      } else {
        indexOfLabel[label] = labels.count
        labels.append(label)
        members.append([variable])
      }
    }
    // For each label the first one to which a factor ties it, found step by step.
    var first = Array(labels.indices)
    func root(_ label: Int) -> Int {
      var label = label
      while first[label] != label { label = first[label] }
      return label
    }
    var labelOfFactor = [Int?](repeating: nil, count: study.factors.count)
    for label in labels.indices {
      for variable in members[label] {
        for loading in study.variables[variable].loadings where loading.loading != 0 {
          guard let known = labelOfFactor[loading.factor] else {
            labelOfFactor[loading.factor] = label
            continue
          }
          let (a, b) = (root(known), root(label))
          first[max(a, b)] = min(a, b)
        }
      }
    }
    var groups: [(group: InputGroup, labels: [String])] = []
    var position = [Int?](repeating: nil, count: labels.count)
    for label in labels.indices {
      let root = root(label)
      if position[root] == nil {
        position[root] = groups.count
        groups.append((InputGroup(variables: []), []))
      }
      groups[position[root]!].group.variables += members[label]
      groups[position[root]!].labels.append(labels[label])
    }
    for (factor, label) in labelOfFactor.enumerated() {
      if let label { groups[position[root(label)]!].group.factors.append(factor) }
    }
    return groups
  }
}
