import Terms

extension Workers {
  /// The SHA-256 of each of some files; done to the end, also where the work may be left undone.
  public func hashes(of files: [[UInt8]]) -> [String] {
    ConcurrentWork.results(
      files.count, workers: Workers(threads, count: count) { false }, progress: { _ in }, worker: {},
      result: { _, file in SHA256.hexDigest(of: files[file]) })!
  }
}
