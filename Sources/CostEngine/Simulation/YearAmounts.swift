/// The amounts of a place in a year from which its reported amounts are composed: eight draws, EUR.
struct YearAmounts {
  let baseline: Register
  /// Sums of the lines of the difference.
  let structural: Register
  let incidental: Register
  let staffTime: Register
  let funding: Register

  @inline(__always)
  init(baseline: Register, structural: Register, incidental: Register, staffTime: Register, funding: Register) {
    self.baseline = baseline
    self.structural = structural
    self.incidental = incidental
    self.staffTime = staffTime
    self.funding = funding
  }

  /// - Parameter delta: of one scenario and year, see ``KernelScratch``.
  @inline(__always)
  init(baseline: Register, delta: UnsafePointer<Register>, funding: Register) {
    var structural = Register(repeating: 0)
    var incidental = Register(repeating: 0)
    // Counting positions instead of iterating over the list of lines makes the compiler reduce this to mere additions.
    var position = 0
    while position < CostLine.allCases.count {
      if CostLine(rawValue: position)!.isIncidental {
        incidental += delta[position]
      } else {
        structural += delta[position]
      }
      position &+= 1
    }
    self.init(
      baseline: baseline, structural: structural, incidental: incidental, staffTime: delta[KernelScratch.staff],
      funding: funding)
  }

  /// A reported amount, composed as ``ReportedQuantity/definition`` specifies.
  ///
  /// - Precondition: not a present value, which only exists for the whole horizon.
  @inline(__always)
  func amount(of quantity: ReportedQuantity) -> Register {
    guard case .lines(let lines, let plus, let minus) = quantity.definition else { return itself(quantity) }
    var amount = sum(of: lines)
    if let plus { amount = itself(plus) + amount }
    if let minus { amount -= itself(minus) }
    return amount
  }

  @inline(__always)
  private func sum(of lines: CostLineGroup) -> Register {
    switch lines {
    case .all: return structural + incidental
    case .structural: return structural
    case .incidental: return incidental
    }
  }

  /// An amount that is not a sum of others.
  @inline(__always)
  private func itself(_ quantity: ReportedQuantity) -> Register {
    switch quantity {
    case .baseline: return baseline
    case .staffTime: return staffTime
    case .funding: return funding
    case .cost, .delta, .structural, .incidental, .outOfPocket, .net, .npv: preconditionFailure()
    }
  }
}

/// The columns that hold the amounts of a place, scenario and year.
struct YearColumns {
  let baseline: UnsafePointer<Register>
  let structural: UnsafePointer<Register>
  let incidental: UnsafePointer<Register>
  let staffTime: UnsafePointer<Register>
  let funding: UnsafePointer<Register>

  /// - Parameter v: register within the wave.
  @inline(__always)
  subscript(v: Int) -> YearAmounts {
    YearAmounts(
      baseline: baseline[v], structural: structural[v], incidental: incidental[v], staffTime: staffTime[v],
      funding: funding[v])
  }

  /// The amounts of a quantity: the column that holds them, or `room` after writing the amounts to it.
  ///
  /// - Parameters:
  ///   - registers: number of registers requested.
  ///   - room: space for as many registers.
  func draws(
    of quantity: ScenarioQuantity, registers: Int, room: UnsafeMutablePointer<Register>
  ) -> UnsafePointer<Register> {
    // A separate loop for each, consisting only of its additions.
    switch quantity {
    case .structural: return structural
    case .incidental: return incidental
    case .staffTime: return staffTime
    case .cost: fill(room, registers, .cost)
    case .delta: fill(room, registers, .delta)
    case .outOfPocket: fill(room, registers, .outOfPocket)
    case .net: fill(room, registers, .net)
    }
    return UnsafePointer(room)
  }

  @inline(__always)
  private func fill(_ room: UnsafeMutablePointer<Register>, _ registers: Int, _ quantity: ReportedQuantity) {
    for v in 0..<registers { room[v] = self[v].amount(of: quantity) }
  }
}
