/// Works on a stream of items with a fixed set of workers and hands over the results in the order of the items.
///
/// At most four results a worker wait for an earlier one, so that memory stays flat.
func inOrder<Worker: Sendable, Item: Sendable, Result: Sendable>(
    workers: [Worker], next: () -> Item?, work: @escaping @Sendable (inout Worker, Item) -> Result,
    each: (Result) throws -> Void
) async throws {
    try await withThrowingTaskGroup(of: (index: Int, worker: Worker, result: Result).self) { group in
        var idle = workers
        var begun = 0
        var delivered = 0
        var waiting: [Int: Result] = [:]
        while true {
            while begun - delivered < 4 * workers.count, let worker = idle.last, let item = next() {
                idle.removeLast()
                group.addTask { [begun] in
                    var worker = worker
                    let result = work(&worker, item)
                    return (begun, worker, result)
                }
                begun += 1
            }
            guard let done = try await group.next() else { return }
            idle.append(done.worker)
            waiting[done.index] = done.result
            while let result = waiting.removeValue(forKey: delivered) {
                try each(result)
                delivered += 1
            }
        }
    }
}
