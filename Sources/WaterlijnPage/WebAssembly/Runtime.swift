#if arch(wasm32)
  // What compiled code calls of C's libraries and a module has to bring, besides memory (Memory.swift). Copying and
  // filling memory are instructions of WebAssembly; the tables of Unicode come from the toolchain.

  /// Compares bytes: texts are equal, and in order, by theirs.
  @_cdecl("memcmp")
  public func compareBytes(_ a: UnsafePointer<UInt8>, _ b: UnsafePointer<UInt8>, _ count: UInt) -> Int32 {
    var place: UInt = 0
    while place < count {
      let (first, second) = (a[Int(bitPattern: place)], b[Int(bitPattern: place)])
      if first != second { return first < second ? -1 : 1 }
      place &+= 1
    }
    return 0
  }

  /// Random bytes, which the standard library mixes into the order of its dictionaries. No answer depends on that order,
  /// and a module that does the same every time shows what does.
  @_cdecl("arc4random_buf")
  public func fillWithoutChance(_ bytes: UnsafeMutablePointer<UInt8>, _ count: UInt) {
    for place in 0..<Int(bitPattern: count) { bytes[place] = UInt8(truncatingIfNeeded: place &* 37 &+ 11) }
  }

  /// To the nearest whole number, half away from zero: the one way of rounding that is no instruction of WebAssembly.
  @_cdecl("round")
  public func roundedAwayFromZero(_ value: Double) -> Double {
    let whole = value.rounded(.towardZero)
    // The difference is exact. What is no number, or so large that it is whole, stays as it is.
    guard (value - whole).magnitude >= 0.5 else { return whole }
    return value < 0 ? whole - 1 : whole + 1
  }

  /// The product of two whole numbers of 128 bits, of which the halves are given: what becomes of
  /// `multipliedFullWidth`.
  @_cdecl("__multi3")
  public func multiplied(
    _ product: UnsafeMutablePointer<UInt64>, _ low: UInt64, _ high: UInt64, _ otherLow: UInt64, _ otherHigh: UInt64
  ) {
    let mask: UInt64 = 0xffff_ffff
    let (a, b, c, d) = (low & mask, low >> 32, otherLow & mask, otherLow >> 32)
    let (ac, ad, bc, bd) = (a &* c, a &* d, b &* c, b &* d)
    let middle = (ac >> 32) &+ (ad & mask) &+ (bc & mask)
    product[0] = middle << 32 | ac & mask
    product[1] = bd &+ (ad >> 32) &+ (bc >> 32) &+ (middle >> 32) &+ low &* otherHigh &+ high &* otherLow
  }
#endif
