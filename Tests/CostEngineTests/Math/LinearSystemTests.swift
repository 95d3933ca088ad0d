import Testing

@testable import CostEngine

@Suite struct LinearSystemTests {
  @Test func oneEquationAndIdentity() {
    #expect(LinearSystem.solution([[4]], [2]) == [0.5])
    #expect(LinearSystem.solution([[1, 0], [0, 1]], [3, -7]) == [3, -7])
  }

  @Test func rowsAreSwappedWhereNeeded() {
    #expect(LinearSystem.solution([[0, 2], [3, 0]], [4, 9]) == [3, 2])
  }

  @Test func singularMatrixHasNoSolution() {
    #expect(LinearSystem.solution([[0]], [1]) == nil)
    #expect(LinearSystem.solution([[1, 2], [2, 4]], [1, 2]) == nil)
  }
}
