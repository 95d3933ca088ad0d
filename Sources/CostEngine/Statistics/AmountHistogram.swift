/// How often amounts fell in each bin of ``AmountBins``, and where in its page on average: whole numbers, so that parts
/// merge in any order to the same.
///
/// Only the range of pages that was met is stored; it grows as amounts outside it come. Its size follows from the spread
/// of the amounts, hardly from their number: a bin's count has 8 bits at hand, and what exceeds them is carried.
struct AmountHistogram: Sendable {
  private struct Page: Sendable {
    var counts = SIMD16<UInt8>(repeating: 0)
    /// Sum of the places of its amounts: 12 bits each.
    var places: UInt64 = 0
    /// Smallest and largest place, where there is any amount.
    var lowest = UInt16.max
    var highest: UInt16 = 0

    mutating func cover(_ other: Page) {
      places &+= other.places
      lowest = min(lowest, other.lowest)
      highest = max(highest, other.highest)
    }
  }

  /// 256 amounts, so many times, in one bin.
  private struct Carry: Sendable {
    /// `page * 16 + bin`
    var key: Int32
    var times: UInt32
  }

  /// Page of `pages[0]`.
  private var first = 0
  private var pages: [Page] = []
  /// In ascending order of key.
  private var carries: [Carry] = []

  /// Counts amounts by their codes.
  mutating func count(_ codes: UnsafePointer<Int32>, _ number: Int) {
    guard number > 0 else { return }
    var low = codes[0]
    var high = codes[0]
    for i in 1..<max(1, number) {
      low = min(low, codes[i])
      high = max(high, codes[i])
    }
    cover(Int(low >> 12), Int(high >> 12))
    let offset = first
    var overflowed: [Int32] = []
    pages.withUnsafeMutableBufferPointer { pages in
      let base = pages.baseAddress! - offset
      for i in 0..<number {
        let code = codes[i]
        let page = Int(code >> 12)
        // The complement of a negative code; the sign bit says which.
        let place = UInt16(truncatingIfNeeded: (code ^ (code >> 31)) & 0xFFF)
        let target = base + page
        let bin = Int(place >> 8)
        let counts = UnsafeMutableRawPointer(target).assumingMemoryBound(to: UInt8.self)
        counts[bin] &+= 1
        if counts[bin] == 0 { overflowed.append(Int32(page * AmountBins.binsPerPage + bin)) }
        target.pointee.places &+= UInt64(place)
        target.pointee.lowest = min(target.pointee.lowest, place)
        target.pointee.highest = max(target.pointee.highest, place)
      }
    }
    for key in overflowed { carry(1, key: key) }
  }

  mutating func merge(_ other: AmountHistogram) {
    guard !other.pages.isEmpty else { return }
    cover(other.first, other.first + other.pages.count - 1)
    let shift = other.first - first
    for i in other.pages.indices {
      let counts = other.pages[i].counts
      let sum = pages[shift + i].counts &+ counts
      let isOverflow = sum .< counts
      pages[shift + i].counts = sum
      pages[shift + i].cover(other.pages[i])
      if any(isOverflow) {
        for bin in 0..<AmountBins.binsPerPage where isOverflow[bin] {
          carry(1, key: Int32((other.first + i) * AmountBins.binsPerPage + bin))
        }
      }
    }
    for entry in other.carries { carry(entry.times, key: entry.key) }
  }

  private mutating func carry(_ times: UInt32, key: Int32) {
    let index = position(of: key)
    if index < carries.count, carries[index].key == key {
      carries[index].times += times
    } else {
      carries.insert(Carry(key: key, times: times), at: index)
    }
  }

  /// Index of the first carry with this key or a larger one.
  private func position(of key: Int32) -> Int {
    var low = 0
    var high = carries.count
    while low < high {
      let middle = (low + high) / 2
      if carries[middle].key < key { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Makes room for the pages from `low` to `high`, with some more on a side that has to move.
  private mutating func cover(_ low: Int, _ high: Int) {
    if pages.isEmpty {
      first = low
      pages = [Page](repeating: Page(), count: high - low + 1)
      return
    }
    let last = first + pages.count - 1
    guard low < first || high > last else { return }
    let spare = pages.count / 16 + 1
    let newFirst = low < first ? low - spare : first
    let newLast = high > last ? high + spare : last
    var grown = [Page](repeating: Page(), count: newLast - newFirst + 1)
    let shift = first - newFirst
    for i in pages.indices { grown[shift + i] = pages[i] }
    pages = grown
    first = newFirst
  }

  // MARK: Reading

  /// The amounts of a bin as they are reported: how many, and the cents that stand for each.
  private struct Bin {
    var number: Int
    var amount: Double
  }

  /// How many amounts each page holds.
  private func numbers() -> [Int] {
    var numbers = pages.map { Int(SIMD16<UInt16>(truncatingIfNeeded: $0.counts).wrappedSum()) }
    for carry in carries {
      // Rounds down for negative pages too.
      let page = Int(carry.key >> 4)
      numbers[page - first] += Int(carry.times) * 256
    }
    return numbers
  }

  /// The bins of a page that hold amounts, ascending by amount: each by its middle, as far as the page's amounts go. So one
  /// value that is alone in its page is exact to the width of a place.
  private func bins(ofPage index: Int) -> [Bin] {
    let code = first + index
    let lowest = Double(pages[index].lowest)
    let highest = Double(pages[index].highest)
    var bins: [Bin] = []
    for step in 0..<AmountBins.binsPerPage {
      let bin = code < 0 ? AmountBins.binsPerPage - 1 - step : step
      let number = number(ofPage: index, bin)
      guard number > 0 else { continue }
      let middle = (Double(bin) + 0.5) * Double(AmountBins.placesPerBin) - 0.5
      let place = min(max(middle, lowest), highest)
      bins.append(Bin(number: number, amount: AmountBins.amount(page: code, place: place)))
    }
    return bins
  }

  private func number(ofPage index: Int, _ bin: Int) -> Int {
    let key = Int32((first + index) * AmountBins.binsPerPage + bin)
    let place = position(of: key)
    let carried = place < carries.count && carries[place].key == key ? Int(carries[place].times) * 256 : 0
    return Int(pages[index].counts[bin]) + carried
  }

  /// The smallest amounts with at least the given ranks at or below them, in cents.
  ///
  /// - Parameter ranks: 1 ... number of amounts, ascending.
  func amounts(atRanks ranks: [Int]) -> [Double] {
    var found: [Double] = []
    found.reserveCapacity(ranks.count)
    var below = 0
    for (index, number) in numbers().enumerated() {
      guard found.count < ranks.count else { break }
      guard ranks[found.count] <= below + number else {
        below += number
        continue
      }
      for bin in bins(ofPage: index) {
        below += bin.number
        while found.count < ranks.count, ranks[found.count] <= below { found.append(bin.amount) }
      }
    }
    return found
  }

  /// Mean of the largest `share` amounts, in cents: exact to the width of a place but for the page that is taken in part.
  func meanOfLargest(_ share: Int) -> Double {
    let numbers = numbers()
    var left = share
    var sum = 0.0
    var index = pages.count - 1
    while left > 0 {
      let number = numbers[index]
      if number > left {
        for bin in bins(ofPage: index).reversed() {
          let taken = min(left, bin.number)
          sum += Double(taken) * bin.amount
          left -= taken
        }
      } else if number > 0 {
        let mean = Double(pages[index].places) / Double(number)
        sum += Double(number) * AmountBins.amount(page: first + index, place: mean)
        left -= number
      }
      index -= 1
    }
    return sum / Double(share)
  }
}
