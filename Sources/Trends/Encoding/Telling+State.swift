package import Reports
import Signals

extension Telling {
    /// `base` is a time near it.
    package func write(to writer: inout StateWriter, near base: Instant) {
        writer.write(report)
        writer.write(Int64(time.seconds &- base.seconds))
        writer.write(carer)
        writer.write(concept.rawValue)
        writer.write(count: start)
        writer.write(count: end)
        writer.write(text)
        writer.write(UInt64(weight.bitPattern))
    }

    package init(from reader: inout StateReader, near base: Instant) throws(StateDamage) {
        self.init(
            report: try reader.text(), time: try reader.later(than: base),
            carer: try reader.optionalText(), concept: Concept(rawValue: try reader.text()),
            start: try reader.integer(), end: try reader.integer(), text: try reader.text(),
            weight: Float(bitPattern: UInt32(truncatingIfNeeded: try reader.number())))
    }
}

extension StateWriter {
    package mutating func write(_ tellings: [Telling], near base: Instant) {
        write(count: tellings.count)
        for telling in tellings { telling.write(to: &self, near: base) }
    }
}

extension StateReader {
    package mutating func tellings(near base: Instant) throws(StateDamage) -> [Telling] {
        var tellings: [Telling] = []
        for _ in 0..<(try count()) { tellings.append(try Telling(from: &self, near: base)) }
        return tellings
    }
}
