extension Distribution {
  /// The probability of a value of 0 or less, by bisection of the quantile; 0 if it is less than 2^-52, which no draw shows.
  public var shareAtMostZero: Double {
    let (lower, upper) = support
    if lower > 0 { return 0 }
    if upper <= 0 { return 1 }
    var (inside, outside) = (0x1p-52, 1 - 0x1p-52)
    guard quantile(inside) <= 0 else { return 0 }
    if quantile(outside) <= 0 { return 1 }
    for _ in 0..<60 {
      let middle = (inside + outside) / 2
      if quantile(middle) <= 0 { inside = middle } else { outside = middle }
    }
    return inside
  }
}
