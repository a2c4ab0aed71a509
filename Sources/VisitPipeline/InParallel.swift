/// What `transform` makes of each item, on all cores, in the order of the items.
func inParallel<Item: Sendable, Value: Sendable>(
    _ items: [Item], _ transform: @escaping @Sendable (Item) throws -> Value
) async throws -> [Value] {
    try await withThrowingTaskGroup(of: (Int, Value).self) { group in
        for (index, item) in items.enumerated() {
            group.addTask { (index, try transform(item)) }
        }
        var values = [Value?](repeating: nil, count: items.count)
        for try await (index, value) in group { values[index] = value }
        return values.compactMap { $0 }
    }
}

extension Array {
    /// The array in pieces of at most `count`.
    func pieces(of count: Int) -> [[Element]] {
        stride(from: 0, to: self.count, by: Swift.max(1, count)).map { Array(self[$0..<Swift.min($0 + count, self.count)]) }
    }
}
