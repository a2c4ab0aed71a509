/// Reads batches before they are asked for, so that no core waits while one batch is written.
struct ReadAhead {
    private let source: BatchSource
    private var tasks: [Task<ReadBatch?, any Error>] = []

    init(_ source: BatchSource) {
        self.source = source
        for _ in 0..<BatchSource.batchesAhead { readOneMore() }
    }

    /// The next batch in order; nil at the end of the inputs.
    mutating func next() async throws -> ReadBatch? {
        readOneMore()
        return try await tasks.removeFirst().value
    }

    /// Waits for what is still being read, so that nothing of it outlives the run.
    func stop() async {
        for task in tasks { task.cancel() }
        for task in tasks { _ = await task.result }
    }

    /// One after the other: the order of batches decides which of two versions came later.
    private mutating func readOneMore() {
        let (source, previous) = (source, tasks.last)
        tasks.append(
            Task {
                if let previous, try await previous.value == nil { return nil }
                try Task.checkCancellation()
                return try await source.next()
            })
    }
}
