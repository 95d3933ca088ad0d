#if arch(wasm32)
  // Memory that is handed out and taken back: Embedded Swift asks the C library for it, and a module has none. Without
  // taking back, what a simulation of the country uses for a moment would fill all there is.
  //
  // A block is a header of eight bytes and what is handed out, which begins at a multiple of sixteen: so headers begin
  // eight bytes behind one. Free blocks lie in lists by size, four for every doubling of it. A block that is asked for
  // is cut from one that is large enough; one that is given back joins its neighbours in memory where they are free.
  // Everything is a 32-bit address, and nothing can overflow but where memory ends.

  /// Bytes before what is handed out: the size of the block, header included, a multiple of sixteen, with the lowest bit
  /// set where the block is free; and the size of the block before it in memory, or zero. Behind those a free block has
  /// the next one and the previous one of its list, or zero.
  private let header: UInt32 = 8
  private let granule: UInt32 = 16
  private let pageSize: UInt32 = 1 << 16
  /// Pages that are asked for at a time, at least: a megabyte.
  private let fewestPages: UInt32 = 16
  private let listCount: UInt32 = 128
  /// How many blocks of a list are looked at that may be too small.
  private let mostTried = 8

  /// Where the lists begin, the first blocks of each; zero before there is any memory.
  nonisolated(unsafe) private var lists: UInt32 = 0
  /// Which lists have any block, by their lowest and their highest numbers.
  nonisolated(unsafe) private var filledLow: UInt64 = 0
  nonisolated(unsafe) private var filledHigh: UInt64 = 0
  /// A header behind the last block, of a block of no size that is never free.
  nonisolated(unsafe) private var end: UInt32 = 0

  /// The instruction `memory.grow`: the number of pages that there were, or -1.
  @_extern(c, "llvm.wasm.memory.grow.i32")
  private func growMemory(_ memory: Int32, _ pages: Int32) -> Int32

  @inline(__always)
  private func word(_ address: UInt32) -> UInt32 {
    UnsafePointer<UInt32>(bitPattern: UInt(address)).unsafelyUnwrapped.pointee
  }

  @inline(__always)
  private func set(_ address: UInt32, _ value: UInt32) {
    UnsafeMutablePointer<UInt32>(bitPattern: UInt(address)).unsafelyUnwrapped.pointee = value
  }

  @inline(__always)
  private func blockSize(_ block: UInt32) -> UInt32 { word(block) & ~1 }

  @inline(__always)
  private func isFree(_ block: UInt32) -> Bool { word(block) & 1 == 1 }

  /// The list of blocks of a size.
  private func list(_ size: UInt32) -> UInt32 {
    let bit = 31 &- UInt32(truncatingIfNeeded: size.leadingZeroBitCount)
    return (bit &- 4) &* 4 &+ (size &>> (bit &- 2)) & 3
  }

  private func setFilled(_ list: UInt32, _ isFilled: Bool) {
    let bit: UInt64 = 1 &<< UInt64(list & 63)
    if list < 64 {
      filledLow = isFilled ? filledLow | bit : filledLow & ~bit
    } else {
      filledHigh = isFilled ? filledHigh | bit : filledHigh & ~bit
    }
  }

  /// The first list from a number on that has a block.
  private func filled(from list: UInt32) -> UInt32? {
    if list < 64 {
      let low = filledLow & (~0 &<< UInt64(list))
      if low != 0 { return UInt32(truncatingIfNeeded: low.trailingZeroBitCount) }
    }
    let high = list < 64 ? filledHigh : filledHigh & (~0 &<< UInt64(list & 63))
    return high == 0 ? nil : 64 &+ UInt32(truncatingIfNeeded: high.trailingZeroBitCount)
  }

  private func insert(_ block: UInt32) {
    let list = list(blockSize(block))
    let head = lists &+ 4 &* list
    let next = word(head)
    set(block, word(block) | 1)
    set(block &+ header, next)
    set(block &+ header &+ 4, 0)
    if next != 0 { set(next &+ header &+ 4, block) }
    set(head, block)
    setFilled(list, true)
  }

  private func remove(_ block: UInt32) {
    let next = word(block &+ header)
    let previous = word(block &+ header &+ 4)
    if next != 0 { set(next &+ header &+ 4, previous) }
    if previous != 0 {
      set(previous &+ header, next)
    } else {
      let list = list(blockSize(block))
      set(lists &+ 4 &* list, next)
      if next == 0 { setFilled(list, false) }
    }
    set(block, blockSize(block))
  }

  /// Makes two blocks of one, of which neither is in a list; the second one is returned.
  private func split(_ block: UInt32, at first: UInt32) -> UInt32 {
    let rest = block &+ first
    set(rest, blockSize(block) &- first)
    set(rest &+ 4, first)
    set(block, first)
    set(rest &+ blockSize(rest) &+ 4, blockSize(rest))
    return rest
  }

  private func release(_ block: UInt32) {
    var block = block
    let next = block &+ blockSize(block)
    if isFree(next) {
      remove(next)
      set(block, blockSize(block) &+ blockSize(next))
    }
    let before = word(block &+ 4)
    if before != 0, isFree(block &- before) {
      let merged = blockSize(block)
      block = block &- before
      remove(block)
      set(block, blockSize(block) &+ merged)
    }
    set(block &+ blockSize(block) &+ 4, blockSize(block))
    insert(block)
  }

  /// Asks for a block of a size more memory than that.
  private func grow(_ size: UInt32) -> Bool {
    let pages = max(fewestPages, (size &>> 16) &+ 2)
    let before = growMemory(0, Int32(bitPattern: pages))
    guard before >= 0 else { return false }
    let start = UInt32(bitPattern: before) &* pageSize
    var block: UInt32
    if start == end &+ header, end != 0 {
      block = end
    } else {
      // A new piece; the first one has the lists.
      block = start &+ header
      if lists == 0 {
        lists = start
        block = block &+ 4 &* listCount
      }
      set(block &+ 4, 0)
    }
    end = start &+ pages &* pageSize &- header
    set(block, end &- block)
    set(end, 0)
    release(block)
    return true
  }

  /// A block of at least a size, which is in no list.
  private func take(_ size: UInt32) -> UInt32? {
    let own = list(size)
    // A block of the same list may be large enough; every block of a later one is.
    if lists != 0 {
      var block = word(lists &+ 4 &* own)
      var tried = 0
      while block != 0, tried < mostTried {
        if word(block) >= size {
          remove(block)
          return block
        }
        block = word(block &+ header)
        tried &+= 1
      }
      if let list = filled(from: own &+ 1) {
        let block = word(lists &+ 4 &* list)
        remove(block)
        return block
      }
    }
    return grow(size) ? take(size) : nil
  }

  @_cdecl("posix_memalign")
  public func allocate(
    _ result: UnsafeMutablePointer<UnsafeMutableRawPointer?>, _ alignment: UInt, _ size: UInt
  ) -> Int32 {
    let alignment = max(granule, UInt32(truncatingIfNeeded: alignment))
    let padding = alignment > granule ? alignment : 0
    // Two gigabytes at a time is more than any module has left.
    guard size < 1 << 31 else { return 12 }
    let needed = (UInt32(truncatingIfNeeded: size) &+ header &+ granule &- 1) & ~(granule &- 1)
    guard var block = take(needed &+ padding) else { return 12 }
    let content = block &+ header
    let aligned = (content &+ alignment &- 1) & ~(alignment &- 1)
    if aligned != content {
      let front = block
      block = split(front, at: aligned &- content)
      release(front)
    }
    if blockSize(block) &- needed >= granule { release(split(block, at: needed)) }
    result.pointee = UnsafeMutableRawPointer(bitPattern: UInt(block &+ header))
    return 0
  }

  @_cdecl("free")
  public func free(_ pointer: UnsafeMutableRawPointer?) {
    guard let pointer else { return }
    release(UInt32(UInt(bitPattern: pointer)) &- header)
  }
#endif
