import Synchronization

/// Lets so many events pass and then cuts the run short.
final class EventCounter: Sendable {
    private let left: Mutex<Int>

    init(limit: Int) { left = Mutex(limit) }

    func count() throws {
        let isOver = left.withLock { left in
            left -= 1
            return left == 0
        }
        if isOver { throw CutShortTests.Cut() }
    }
}
