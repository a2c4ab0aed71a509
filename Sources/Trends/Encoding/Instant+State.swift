package import Reports

extension StateWriter {
    package mutating func write(_ instant: Instant) { write(instant.seconds) }

    /// `base` is a time near it.
    package mutating func write(_ instant: Instant?, near base: Instant) {
        write(instant != nil)
        if let instant { write(instant.seconds &- base.seconds) }
    }
}

extension StateReader {
    package mutating func instant() throws(StateDamage) -> Instant { Instant(seconds: try signed()) }

    package mutating func instant(near base: Instant) throws(StateDamage) -> Instant? {
        try flag() ? Instant(seconds: base.seconds &+ (try signed())) : nil
    }
}
