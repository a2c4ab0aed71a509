import Alerts

/// Histories at hand between batches, the least recently used given up first.
struct HistoryCache: Sendable {
    private var entries: [String: Entry] = [:]
    private var bytes = 0
    private var tick = 0
    /// A decoded history takes about so many times the room of its encoded form.
    private let expansion = 4
    private let capacity: Int

    private struct Entry: Sendable {
        var history: ClientHistory
        var bytes: Int
        var tick: Int
    }

    /// `capacity` in bytes.
    init(capacity: Int = 60 << 20) { self.capacity = capacity }

    /// Hands the history out; to be put back after use.
    mutating func take(_ client: String) -> ClientHistory? {
        guard let entry = entries.removeValue(forKey: client) else { return nil }
        bytes -= entry.bytes
        return entry.history
    }

    mutating func put(_ history: ClientHistory, encodedBytes: Int) {
        _ = take(history.client)
        tick += 1
        let size = encodedBytes * expansion
        entries[history.client] = Entry(history: history, bytes: size, tick: tick)
        bytes += size
        if bytes > capacity { shrink() }
    }

    private mutating func shrink() {
        for (client, entry) in entries.sorted(by: { $0.value.tick < $1.value.tick }) {
            guard bytes > capacity / 2 else { return }
            entries[client] = nil
            bytes -= entry.bytes
        }
    }
}
