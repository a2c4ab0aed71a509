import ChangeDetection
import Reports

extension ClientTrends {
    package func write(to writer: inout StateWriter) {
        writer.write(lastVisit, near: Instant(seconds: 0))
        let base = lastVisit ?? Instant(seconds: 0)
        writer.write(awaySince, near: base)
        writer.write(leaveAnnounced, near: base)
        writer.write(count: measures.count)
        for measure in measures { measure.write(to: &writer, near: base) }
        composite.write(to: &writer, near: base)
        weight.write(to: &writer, near: base)
        writer.write(count: ranges.count)
        for range in ranges { range.write(to: &writer) }
        writer.write(count: notes.notes.count)
        for note in notes.notes {
            writer.write(note.carer)
            writer.write(fixed: note.hash)
        }
        writer.write(count: notes.long.count)
        for hash in notes.long { writer.write(fixed: hash) }
        carers.write(to: &writer, near: base)
        weekly.write(to: &writer)
    }

    package init(from reader: inout StateReader) throws(StateDamage) {
        let lastVisit = try reader.instant(near: Instant(seconds: 0))
        let base = lastVisit ?? Instant(seconds: 0)
        let awaySince = try reader.instant(near: base)
        let leaveAnnounced = try reader.instant(near: base)
        var measures: [MeasureState] = []
        for _ in 0..<(try reader.count()) { measures.append(try MeasureState(from: &reader, near: base)) }
        let composite = try CompositeState(from: &reader, near: base, measures: measures.count)
        let weight = try WeightSeries(from: &reader, near: base)
        var ranges: [OwnRange] = []
        for _ in 0..<(try reader.count()) { ranges.append(try OwnRange(from: &reader)) }
        var notes: [RecentNotes.Note] = []
        for _ in 0..<(try reader.count()) {
            notes.append(RecentNotes.Note(carer: try reader.text(), hash: try reader.fixed()))
        }
        var long: [UInt64] = []
        for _ in 0..<(try reader.count()) { long.append(try reader.fixed()) }
        self.init(measures: measures, composite: composite, ranges: ranges)
        carers = try CarerTallies(from: &reader, near: base)
        weekly = try WeeklyTallies(from: &reader, measures: measures.count)
        self.leaveAnnounced = leaveAnnounced
        self.lastVisit = lastVisit
        self.awaySince = awaySince
        self.weight = weight
        self.notes = RecentNotes(notes: notes, long: long)
    }
}

extension MeasureState {
    fileprivate func write(to writer: inout StateWriter, near base: Instant) {
        writer.write(last, near: base)
        guard last != nil else { return }
        writer.write(awaitsReturn)
        for category in 0..<4 { writer.write(UInt64(usual.counts[category])) }
        writer.write(usual.styled)
        writer.write(usual.highEvidence)
        writer.write(rising, near: base)
        writer.write(easing, near: base)
        writer.write(tellings, near: base)
        writer.write(lastTold.map { [$0] } ?? [], near: base)
    }

    fileprivate init(from reader: inout StateReader, near base: Instant) throws(StateDamage) {
        last = try reader.instant(near: base)
        guard last != nil else { return }
        awaitsReturn = try reader.flag()
        for category in 0..<4 { usual.counts[category] = Double(try reader.number()) }
        usual.styled = try reader.double()
        usual.highEvidence = try reader.double()
        rising = try reader.suspicion(near: base)
        easing = try reader.suspicion(near: base)
        tellings = try reader.tellings(near: base)
        lastTold = try reader.tellings(near: base).first
    }
}

extension WeeklyTallies {
    /// By week what most measures have; by measure what differs.
    fileprivate func write(to writer: inout StateWriter) {
        writer.write(newest)
        let measures = all.count / Self.weeks
        let most = (0..<Self.weeks).map { week in (0..<measures).map { all[$0 * Self.weeks + week] }.max() ?? 0 }
        for count in most { writer.write(byte: count) }
        for measure in 0..<measures {
            let weeks = (0..<Self.weeks).filter { week in
                bad[measure * Self.weeks + week] > 0 || all[measure * Self.weeks + week] != most[week]
            }
            writer.write(byte: UInt8(weeks.count))
            for week in weeks {
                writer.write(byte: UInt8(week))
                writer.write(byte: bad[measure * Self.weeks + week])
                writer.write(byte: all[measure * Self.weeks + week])
            }
        }
    }

    fileprivate init(from reader: inout StateReader, measures: Int) throws(StateDamage) {
        let newest = try reader.signed()
        var most: [UInt8] = []
        for _ in 0..<Self.weeks { most.append(try reader.byte()) }
        var all: [UInt8] = []
        for _ in 0..<measures { all += most }
        var bad = [UInt8](repeating: 0, count: all.count)
        for measure in 0..<measures {
            for _ in 0..<(try reader.byte()) {
                let week = Int(try reader.byte())
                guard week < Self.weeks else { throw StateDamage(at: 0) }
                bad[measure * Self.weeks + week] = try reader.byte()
                all[measure * Self.weeks + week] = try reader.byte()
            }
        }
        self.init(newest: newest, bad: bad, all: all)
    }
}

extension CarerTallies {
    fileprivate func write(to writer: inout StateWriter, near base: Instant) {
        writer.write(last, near: base)
        writer.write(count: tallies.count)
        for tally in tallies {
            writer.write(tally.carer)
            writer.write(tally.told)
            writer.write(tally.expected)
        }
    }

    fileprivate init(from reader: inout StateReader, near base: Instant) throws(StateDamage) {
        let last = try reader.instant(near: base)
        var tallies: [Tally] = []
        for _ in 0..<(try reader.count()) {
            tallies.append(
                Tally(carer: try reader.text(), told: try reader.double(), expected: try reader.double()))
        }
        self.init(tallies: tallies, last: last)
    }
}

extension CompositeState {
    fileprivate func write(to writer: inout StateWriter, near base: Instant) {
        writer.write(last, near: base)
        writer.write(awaitsReturn)
        writer.write(suspicion, near: base)
        writer.write(UInt64(bad))
        writer.write(UInt64(all))
        for gain in gains { for shift in 0..<3 { writer.write(gain[shift]) } }
        writer.write(tellings, near: base)
    }

    fileprivate init(from reader: inout StateReader, near base: Instant, measures: Int) throws(StateDamage) {
        self.init(measures: measures)
        last = try reader.instant(near: base)
        awaitsReturn = try reader.flag()
        suspicion = try reader.suspicion(near: base)
        bad = UInt32(truncatingIfNeeded: try reader.number())
        all = UInt32(truncatingIfNeeded: try reader.number())
        for index in gains.indices { for shift in 0..<3 { gains[index][shift] = try reader.double() } }
        tellings = try reader.tellings(near: base)
    }
}

extension WeightSeries {
    fileprivate func write(to writer: inout StateWriter, near base: Instant) {
        writer.write(count: weighings.count)
        for weighing in weighings {
            writer.write(Int64(weighing.time.seconds &- base.seconds))
            writer.write(fixed: weighing.kilograms.bitPattern)
        }
        writer.write(reported)
        writer.write(lastTelling.map { [$0] } ?? [], near: base)
    }

    fileprivate init(from reader: inout StateReader, near base: Instant) throws(StateDamage) {
        var weighings: [Weighing] = []
        for _ in 0..<(try reader.count()) {
            let time = try reader.later(than: base)
            weighings.append(Weighing(time: time, kilograms: Double(bitPattern: try reader.fixed())))
        }
        self.init(
            weighings: weighings, reported: try reader.double(), lastTelling: try reader.tellings(near: base).first)
    }
}

extension OwnRange {
    fileprivate func write(to writer: inout StateWriter) {
        writer.write(count: count)
        writer.write(mean)
        writer.write(squares)
        writer.write(Int64(beyond))
    }

    fileprivate init(from reader: inout StateReader) throws(StateDamage) {
        count = try reader.integer()
        mean = try reader.double()
        squares = try reader.double()
        beyond = Int(truncatingIfNeeded: try reader.signed())
    }
}
