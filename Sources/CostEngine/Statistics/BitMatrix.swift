/// The binary digits of 64 bytes, taken apart and put together.
enum BitMatrix {
  typealias Words = SIMD8<UInt64>

  /// Of 64 numbers below 256, eight in a word, the first in the lowest byte: each of their binary digits in a word, the lowest
  /// digit first, with a bit for each number.
  @inline(__always)
  static func digits(ofNumbers numbers: Words) -> Words { bytesExchanged(bitsExchanged(numbers)) }

  /// The reverse of ``digits(ofNumbers:)``.
  @inline(__always)
  static func numbers(ofDigits digits: Words) -> Words { bitsExchanged(bytesExchanged(digits)) }

  /// In each word bit `i` of byte `j` as bit `j` of byte `i` (H. S. Warren, Hacker's Delight, section 7-3).
  @inline(__always)
  private static func bitsExchanged(_ words: Words) -> Words {
    var x = words
    for (shift, mask) in [(7, 0x00AA_00AA_00AA_00AA), (14, 0x0000_CCCC_0000_CCCC), (28, 0x0000_0000_F0F0_F0F0)]
      as [(UInt64, UInt64)]
    {
      let t = (x ^ (x &>> shift)) & Words(repeating: mask)
      x = x ^ t ^ (t &<< shift)
    }
    return x
  }

  /// Byte `i` of word `j` as byte `j` of word `i`: in turn along each of the three bits of the words' numbers, of which the
  /// lowest becomes the highest every time.
  @inline(__always)
  private static func bytesExchanged(_ words: Words) -> Words {
    var x = words
    for (shift, mask) in [(8, 0x00FF_00FF_00FF_00FF), (16, 0x0000_FFFF_0000_FFFF), (32, 0x0000_0000_FFFF_FFFF)]
      as [(UInt64, UInt64)]
    {
      let t = ((x.evenHalf &>> shift) ^ x.oddHalf) & SIMD4(repeating: mask)
      x = Words(lowHalf: x.evenHalf ^ (t &<< shift), highHalf: x.oddHalf ^ t)
    }
    return x
  }
}
