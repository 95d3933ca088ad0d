#if arch(wasm32)
  import CostEngine

  // The module's entry point for a host of the WebAssembly System Interface: the page, and tests that compare it with the
  // program. It reads a request from standard input, to its end, and writes the answer to standard output (see
  // PageBytes.swift); progress, if the request asks for it, goes to standard error meanwhile.

  @_extern(wasm, module: "wasi_snapshot_preview1", name: "fd_read")
  @_extern(c)
  private func read(
    _ file: Int32, _ vectors: UnsafePointer<UInt32>, _ count: Int32, _ done: UnsafeMutablePointer<UInt32>
  ) -> Int32

  @_extern(wasm, module: "wasi_snapshot_preview1", name: "fd_write")
  @_extern(c)
  private func write(
    _ file: Int32, _ vectors: UnsafePointer<UInt32>, _ count: Int32, _ done: UnsafeMutablePointer<UInt32>
  ) -> Int32

  @_extern(wasm, module: "wasi_snapshot_preview1", name: "clock_time_get")
  @_extern(c)
  private func readClock(_ clock: Int32, _ precision: Int64, _ nanoseconds: UnsafeMutablePointer<UInt64>) -> Int32

  @_cdecl("_start")
  public func start() { answer(keeping: nil) }

  /// The same in an instance that lives on, with draws that are kept for the next command.
  @_cdecl("again")
  public func again() { answer(keeping: samples) }

  private let samples = SampleStore()

  private func answer(keeping samples: SampleStore?) {
    guard let request = PageRequest(bytes: standardInput()) else { fatalError() }
    let answer = request.answer(samples: samples, now: seconds, progress: { write($0, to: 2) })
    write(answer.bytes, to: 1)
  }

  /// Since a fixed point in time; only the time left depends on it.
  private func seconds() -> Double {
    var nanoseconds: UInt64 = 0
    return readClock(1, 1_000_000, &nanoseconds) == 0 ? Double(nanoseconds) / 1e9 : 0
  }

  private func standardInput() -> [UInt8] {
    var bytes: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      var done: UInt32 = 0
      let failure = piece.withUnsafeMutableBufferPointer { room in
        read(0, [UInt32(UInt(bitPattern: room.baseAddress)), UInt32(room.count)], 1, &done)
      }
      guard failure == 0 else { fatalError() }
      if done == 0 { return bytes }
      bytes += piece[..<Int(done)]
    }
  }

  private func write(_ bytes: [UInt8], to file: Int32) {
    bytes.withUnsafeBufferPointer { all in
      var place = 0
      while place < all.count {
        var done: UInt32 = 0
        let start = UInt32(UInt(bitPattern: all.baseAddress)) + UInt32(place)
        guard write(file, [start, UInt32(all.count - place)], 1, &done) == 0 else { fatalError() }
        place += Int(done)
      }
    }
  }
#endif
