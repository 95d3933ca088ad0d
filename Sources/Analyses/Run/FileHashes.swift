import Terms

extension Workers {
  /// The SHA-256 hashes of files; always runs to completion, even after ``isStopped`` becomes true.
  public func hashes(of files: [[UInt8]]) -> [String] {
    ConcurrentWork.results(
      files.count, workers: Workers(threads, count: count) { false }, progress: { _ in }, worker: {},
      result: { _, file in SHA256.hexDigest(of: files[file]) })!
  }
}
