import CostEngine
import Reports
import Terms

/// The statistics of some draws of a run, of which other processes do the others: added as bytes, and told as bytes.
public struct RunPart: ~Copyable {
  /// Why a part cannot be added.
  public enum Problem: Error, Equatable {
    case unread(PartHeader.Unread)
    /// Its body is shorter or longer than its header says, or was changed.
    case body
    /// It is of another run: of other inputs, settings, scenarios or version.
    case foreign
    /// It has draws that are there already.
    case double(DrawRanges)
  }

  /// What the whole run is made with; without outputs.
  public let run: Manifest
  private let runSHA256: String
  private let plan: Plan
  private let workers: Workers
  public private(set) var ranges: DrawRanges
  private let places: [Guarded<PlaceStatistics>]

  /// A part without draws.
  ///
  /// - Parameters:
  ///   - run: what the whole run is made with, without outputs.
  ///   - plan: of that run.
  ///   - workers: what writes and adds; it always runs to completion.
  public init(_ run: Manifest, _ plan: Plan, _ workers: Workers) {
    self.run = run
    runSHA256 = SHA256.hexDigest(of: run.bytes())
    self.plan = plan
    self.workers = workers.unstoppable
    places = ConcurrentSimulation(plan, workers: workers).places
    ranges = DrawRanges()
  }

  /// Whether all draws of the run are there.
  public var isWhole: Bool { ranges.ranges == [0..<run.draws] }

  /// Nil if all draws of the run are there.
  public var partial: PartialRun? { PartialRun(ranges, of: run.draws) }

  // MARK: Draws

  /// Computes draws and adds them, or the first of them if it is stopped.
  ///
  /// - Parameters:
  ///   - draws: from the start of a replicate to the end of one; none of them is there.
  ///   - workers: who compute; may be stopped.
  ///   - progress: called with the number of replicates done, of these draws.
  /// - Returns: the first draw that was not added.
  public mutating func compute(_ draws: Range<Int>, _ workers: Workers, progress: @Sendable (Int) -> Void) -> Int {
    if ranges.ranges.isEmpty, draws.lowerBound > 0 {
      ConcurrentSimulation(plan, workers: workers).setThresholds(of: places)
    }
    let before = RandomStream.replicates(of: draws.lowerBound)
    let end = ConcurrentSimulation(plan, workers: workers).addUntilStopped(draws, to: places) { progress($0 - before) }
    if end > draws.lowerBound { ranges = ranges.union(DrawRanges([draws.lowerBound..<end])!)! }
    return end
  }

  /// The results of the draws that are there.
  public func results() throws(AmountOverflow) -> Results {
    let (places, plan) = (places, plan)
    let found = ConcurrentWork.results(
      places.count, workers: workers, progress: { _ in }, worker: {},
      result: { _, place in places[place].withLock { $0.results(of: plan) } })!
    return try Results(of: plan, places: found)
  }

  // MARK: Bytes

  /// The part as a file: the same bytes for the same draws, however they were put together.
  public func bytes() -> [UInt8] {
    let places = places
    let states = ConcurrentWork.results(
      places.count, workers: workers, progress: { _ in }, worker: {},
      result: { _, place -> [UInt8] in
        var writer = StateWriter()
        places[place].withLock { $0.write(to: &writer) }
        return writer.bytes
      })!
    var bytes = PartBody.bytes(states, room: PartHeader.size)
    let body = PartBody(bytes, from: PartHeader.size)!
    bytes.replaceSubrange(..<PartHeader.size, with: PartHeader(run, ranges: ranges, body: body).bytes())
    return bytes
  }

  /// Adds the draws of a part.
  ///
  /// - Parameter bytes: its file.
  /// - Throws: if it does not belong here, or was damaged. Nothing is added then; but where a body is no state although its
  ///   hash is right, which nothing but forging brings about, this part is of no use any more.
  public mutating func add(_ bytes: [UInt8]) throws(Problem) {
    let header: PartHeader
    do throws(PartHeader.Unread) { header = try PartHeader(reading: bytes) } catch { throw .unread(error) }
    guard bytes.count - PartHeader.size == header.bodyByteCount else { throw .body }
    guard let body = PartBody(bytes, from: PartHeader.size), body.sha256 == header.bodySHA256 else { throw .body }
    guard header.runSHA256 == runSHA256 else { throw .foreign }
    guard let ranges = ranges.union(header.ranges) else { throw .double(self.ranges.intersection(header.ranges)) }
    let found = body.places
    guard found.count == places.count else { throw .body }
    let (places, draws) = (places, header.ranges.count)
    let isAdded = ConcurrentWork.results(
      places.count, workers: workers, progress: { _ in }, worker: {},
      result: { _, index -> Bool in
        places[index].withLock { place in
          let before = place.drawCount
          var reader = StateReader(bytes, range: found[index])
          do throws(StateDamage) { try place.merge(&reader) } catch { return false }
          return reader.isAtEnd && place.drawCount - before == draws
        }
      })!
    guard isAdded.allSatisfy({ $0 }) else { throw .body }
    self.ranges = ranges
  }
}
