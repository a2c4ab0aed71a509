import Reports
import Trends

extension Episode {
    func write(to writer: inout StateWriter, near base: Instant) {
        writer.writeOnce(id)
        writer.write(rule)
        writer.write(byte: UInt8(Severity.allCases.firstIndex(of: severity) ?? 0))
        for time in [opened, updated, lastSign] { writer.write(Int64(time.seconds &- base.seconds)) }
        writer.write(closed, near: base)
        writer.write(evidence, near: base)
        writer.write(count: carers.count)
        for carer in carers { writer.write(carer) }
        writer.write(count: visits)
        writer.write(back)
        writer.write(count: folded.count)
        for rule in folded { writer.write(rule) }
        numbers.write(to: &writer, near: base)
    }

    init(from reader: inout StateReader, near base: Instant) throws(StateDamage) {
        let id = try reader.textOnce()
        let rule = try reader.text()
        let rank = Int(try reader.byte())
        guard Severity.allCases.indices.contains(rank) else { throw StateDamage(at: 0) }
        let opened = try reader.later(than: base)
        let updated = try reader.later(than: base)
        let lastSign = try reader.later(than: base)
        self.init(
            id: id, rule: rule, severity: Severity.allCases[rank], opened: opened, updated: updated,
            closed: try reader.instant(near: base), lastSign: lastSign)
        evidence = try reader.tellings(near: base)
        for _ in 0..<(try reader.count()) { carers.append(try reader.text()) }
        visits = try reader.integer()
        back = try reader.double()
        for _ in 0..<(try reader.count()) { folded.append(try reader.text()) }
        numbers = try EpisodeNumbers(from: &reader, near: base)
    }
}

extension EpisodeNumbers {
    fileprivate func write(to writer: inout StateWriter, near base: Instant) {
        writer.write(count: bad)
        writer.write(count: of)
        writer.write(onset, near: base)
        for number in [usual, changed, years, gap, usualGap] { writer.write(number) }
        writer.write(reading != nil)
        if let reading {
            for number in [reading.value, reading.reference, reading.span] { writer.write(number) }
        }
        writer.write(count: counts.count)
        for count in counts { writer.write(count: count) }
        writer.write(count: usualRates.count)
        for rate in usualRates { writer.write(rate) }
    }

    fileprivate init(from reader: inout StateReader, near base: Instant) throws(StateDamage) {
        bad = try reader.integer()
        of = try reader.integer()
        onset = try reader.instant(near: base)
        usual = try reader.double()
        changed = try reader.double()
        years = try reader.double()
        gap = try reader.double()
        usualGap = try reader.double()
        if try reader.flag() {
            reading = ReadingChange(
                value: try reader.double(), reference: try reader.double(), span: try reader.double())
        }
        for _ in 0..<(try reader.count()) { counts.append(try reader.integer()) }
        for _ in 0..<(try reader.count()) { usualRates.append(try reader.double()) }
    }
}
