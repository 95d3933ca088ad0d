#if arch(wasm32)
  // The functions of the C libraries that compiled code calls and that a module must provide itself, besides memory
  // allocation (Memory.swift). Copying and filling memory are WebAssembly instructions; the Unicode tables come from
  // the toolchain.

  /// Compares bytes; the equality and order of strings are those of their bytes.
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

  /// Fills memory with fixed bytes instead of random ones. The standard library requests them to randomise the order of
  /// its dictionaries; no answer depends on that order, and with fixed bytes a module runs the same way every time.
  @_cdecl("arc4random_buf")
  public func fillWithoutChance(_ bytes: UnsafeMutablePointer<UInt8>, _ count: UInt) {
    for place in 0..<Int(bitPattern: count) { bytes[place] = UInt8(truncatingIfNeeded: place &* 37 &+ 11) }
  }

  /// Rounds to the nearest whole number, halves away from zero: the only kind of rounding used that is not an
  /// instruction of WebAssembly.
  @_cdecl("round")
  public func roundedAwayFromZero(_ value: Double) -> Double {
    let whole = value.rounded(.towardZero)
    // The difference is exact. NaN, and numbers so large that they are whole, are returned as they are.
    guard (value - whole).magnitude >= 0.5 else { return whole }
    return value < 0 ? whole - 1 : whole + 1
  }

  /// Multiplies two 128-bit whole numbers, given as halves of 64 bits, modulo 2^128. `multipliedFullWidth` is compiled
  /// to calls of this.
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
