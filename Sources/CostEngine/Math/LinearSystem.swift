/// Small dense systems of linear equations.
enum LinearSystem {
  /// The solution of `matrix * x = right` by elimination with row pivoting and one step of refinement; nil if the
  /// matrix is singular.
  ///
  /// - Parameter matrix: square, row by row.
  static func solution(_ matrix: [[Double]], _ right: [Double]) -> [Double]? {
    guard var solution = elimination(matrix, right) else { return nil }
    var residual = right
    for row in right.indices {
      for column in right.indices { residual[row] -= matrix[row][column] * solution[column] }
    }
    guard let correction = elimination(matrix, residual) else { return nil }
    for row in right.indices { solution[row] += correction[row] }
    return solution
  }

  private static func elimination(_ matrix: [[Double]], _ right: [Double]) -> [Double]? {
    var matrix = matrix
    var solution = right
    let count = right.count
    for column in 0..<count {
      var pivot = column
      for row in column..<count where matrix[row][column].magnitude > matrix[pivot][column].magnitude { pivot = row }
      guard matrix[pivot][column].magnitude > 0 else { return nil }
      matrix.swapAt(pivot, column)
      solution.swapAt(pivot, column)
      for row in (column + 1)..<max(count, column + 1) {
        let factor = matrix[row][column] / matrix[column][column]
        for other in column..<count { matrix[row][other] -= factor * matrix[column][other] }
        solution[row] -= factor * solution[column]
      }
    }
    for row in stride(from: count - 1, through: 0, by: -1) {
      for column in (row + 1)..<max(count, row + 1) { solution[row] -= matrix[row][column] * solution[column] }
      solution[row] /= matrix[row][row]
    }
    return solution
  }
}
