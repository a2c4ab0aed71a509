import Dispatch
import Foundation
import Synchronization

/// Tells whether the program was asked to stop (Ctrl-C, `kill`), so that a batch is never cut in two.
struct StopSignals {
    private final class Flag: Sendable {
        let isRaised = Mutex(false)
    }

    private let flag = Flag()
    private let sources: [any DispatchSourceSignal]

    init() {
        sources = [SIGINT, SIGTERM].map { number in
            signal(number, SIG_IGN)
            return DispatchSource.makeSignalSource(signal: number, queue: .global())
        }
        for source in sources {
            source.setEventHandler { [flag] in flag.isRaised.withLock { $0 = true } }
            source.resume()
        }
    }

    var stop: Bool { flag.isRaised.withLock { $0 } }

    /// Returns early when the program is asked to stop.
    func sleep(_ duration: Duration) async {
        let end = ContinuousClock.now + duration
        while !stop, ContinuousClock.now < end {
            try? await Task.sleep(for: min(.milliseconds(100), end - ContinuousClock.now))
        }
    }
}
