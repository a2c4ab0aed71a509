import Reports
import Signals

extension VisitFindings {
    package func write(to writer: inout StateWriter) {
        writer.write(report)
        writer.write(time)
        writer.write(Int64(start.seconds &- time.seconds))
        writer.write(carer)
        writer.write(scheduledStart, near: time)
        writer.write(scheduledEnd, near: time)
        writer.write(received, near: time)
        writer.write(byte: medicationDue.map { $0 ? 2 : 1 } ?? 0)
        writer.write(fixed: noteHash)
        writer.write(count: noteLength)
        writer.write(count: findings.count)
        for finding in findings { finding.write(to: &writer) }
        writer.writeOnce(quotes)
    }

    package init(from reader: inout StateReader) throws(StateDamage) {
        let report = try reader.text()
        let time = try reader.instant()
        let start = try reader.later(than: time)
        let carer = try reader.optionalText()
        let scheduledStart = try reader.instant(near: time)
        let scheduledEnd = try reader.instant(near: time)
        let received = try reader.instant(near: time)
        let due = try reader.byte()
        let noteHash = try reader.fixed()
        let noteLength = try reader.integer()
        var findings: [Finding] = []
        for _ in 0..<(try reader.count()) { findings.append(try Finding(from: &reader)) }
        self.init(
            report: report, time: time, start: start, carer: carer, scheduledStart: scheduledStart,
            scheduledEnd: scheduledEnd, received: received, medicationDue: due == 0 ? nil : due == 2,
            noteHash: noteHash, noteLength: noteLength, findings: findings, quotes: try reader.textOnce())
        let size = quotes.utf8.count
        for finding in findings {
            let length = finding.end - finding.start
            guard length >= 0, (finding.quoteStart ?? 0) <= size - (finding.quoteStart == nil ? 0 : length) else {
                throw StateDamage(at: 0)
            }
        }
    }
}

extension Finding {
    fileprivate func write(to writer: inout StateWriter) {
        writer.write(concept.rawValue)
        let kind: UInt8 = assertion == .present ? 0 : assertion == .possible ? 1 : 2
        writer.write(byte: kind | (quoteStart != nil ? 4 : 0) | (value != nil ? 8 : 0) | (value2 != nil ? 16 : 0))
        writer.write(count: start)
        writer.write(count: end - start)
        if let quoteStart { writer.write(count: quoteStart) }
        if let value { writer.write(fixed: value.bitPattern) }
        if let value2 { writer.write(fixed: value2.bitPattern) }
    }

    fileprivate init(from reader: inout StateReader) throws(StateDamage) {
        let concept = Concept(rawValue: try reader.text())
        let flags = try reader.byte()
        let start = try reader.integer()
        let end = start &+ (try reader.integer())
        let quoteStart = flags & 4 != 0 ? try reader.integer() : nil
        let value = flags & 8 != 0 ? Double(bitPattern: try reader.fixed()) : nil
        let value2 = flags & 16 != 0 ? Double(bitPattern: try reader.fixed()) : nil
        let assertion: Assertion = flags & 3 == 0 ? .present : flags & 3 == 1 ? .possible : .absent
        self.init(
            concept: concept, assertion: assertion, start: start, end: end, quoteStart: quoteStart, value: value,
            value2: value2)
    }
}
