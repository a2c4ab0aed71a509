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
    package mutating func instant() throws(StateDamage) -> Instant { try later(than: Instant(seconds: 0)) }

    package mutating func instant(near base: Instant) throws(StateDamage) -> Instant? {
        try flag() ? try later(than: base) : nil
    }

    /// A time written as its distance from `base`; none that arithmetic on times could not bear.
    package mutating func later(than base: Instant) throws(StateDamage) -> Instant {
        let seconds = base.seconds &+ (try signed())
        guard seconds.magnitude < 1 << 40 else { throw StateDamage(at: 0) }
        return Instant(seconds: seconds)
    }
}
