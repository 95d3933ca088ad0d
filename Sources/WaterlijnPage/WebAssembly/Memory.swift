#if arch(wasm32)
  // Memory allocation: Embedded Swift calls the C library for it, and a module has none. Blocks must be freed, as the
  // temporary memory of a simulation of the country would otherwise exhaust all memory.
  //
  // A block is a header of eight bytes followed by its content. The content begins at a multiple of sixteen, so headers
  // begin eight bytes after one. Free blocks are kept in lists by size, four lists for every doubling of the size. An
  // allocation is cut from a free block that is large enough; a block that is freed is merged with its neighbours in
  // memory if they are free. All addresses are 32 bits, and address arithmetic can only overflow at the end of memory.

  /// Size of a block's header, in bytes. It consists of two words: the size of the block including its header, a
  /// multiple of sixteen, with the lowest bit set if the block is free; and the size of the block before it in memory,
  /// or zero. In a free block two more words follow: the next block and the previous block in its list, or zero.
  private let header: UInt32 = 8
  private let granule: UInt32 = 16
  private let pageSize: UInt32 = 1 << 16
  /// Minimum number of pages by which the memory grows: a megabyte.
  private let fewestPages: UInt32 = 16
  private let listCount: UInt32 = 128
  /// Maximum number of blocks tried in a list whose blocks may be too small.
  private let mostTried = 8

  /// Address of the array of the lists' first blocks; zero before the memory has grown.
  nonisolated(unsafe) private var lists: UInt32 = 0
  /// The lists that contain any block: a bit for each of the lists 0...63, and for each of the lists 64...127.
  nonisolated(unsafe) private var filledLow: UInt64 = 0
  nonisolated(unsafe) private var filledHigh: UInt64 = 0
  /// Address of a header after the last block: that of an empty block that is never free.
  nonisolated(unsafe) private var end: UInt32 = 0

  /// The instruction `memory.grow`, which returns the number of pages before the growth, or -1 on failure.
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

  /// The number of the list for blocks of a size.
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

  /// The number of the first list, from a given one on, that contains a block; nil if there is none.
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

  /// Splits a block into two and returns the second; neither is in a list.
  ///
  /// - Parameter first: size of the first of the two, in bytes.
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

  /// Grows the memory by more than `size` bytes and inserts the new memory as a free block; false if it cannot grow.
  private func grow(_ size: UInt32) -> Bool {
    let pages = max(fewestPages, (size &>> 16) &+ 2)
    let before = growMemory(0, Int32(bitPattern: pages))
    guard before >= 0 else { return false }
    let start = UInt32(bitPattern: before) &* pageSize
    var block: UInt32
    if start == end &+ header, end != 0 {
      block = end
    } else {
      // The new memory does not continue the existing memory; the very first begins with the lists.
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

  /// Removes a block of at least `size` bytes from its list, after growing the memory if needed; nil if it cannot grow.
  private func take(_ size: UInt32) -> UInt32? {
    let own = list(size)
    // A block in the same list may be large enough; every block in a later list is.
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
    // No module has two gigabytes left for one allocation.
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
