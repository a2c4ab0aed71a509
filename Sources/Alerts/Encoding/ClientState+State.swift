import Reports
import Trends

extension ClientState {
    func write(to writer: inout StateWriter) {
        trends.write(to: &writer)
        let base = rhythm.last ?? Instant(seconds: 0)
        writer.write(rhythm.last, near: Instant(seconds: 0))
        writer.write(count: rhythm.gaps.count)
        for gap in rhythm.gaps { writer.write(gap) }
        writer.write(count: ordinaryVisits)
        writer.write(lastReport)
        writer.write(count: patterns.count)
        for pattern in patterns { pattern.write(to: &writer, near: base) }
        writer.write(count: episodes.count)
        for episode in episodes { episode.write(to: &writer, near: base) }
    }

    init(from reader: inout StateReader) throws(StateDamage) {
        let trends = try ClientTrends(from: &reader)
        let last = try reader.instant(near: Instant(seconds: 0))
        let base = last ?? Instant(seconds: 0)
        var gaps: [Int64] = []
        for _ in 0..<(try reader.count()) { gaps.append(try reader.signed()) }
        let ordinaryVisits = try reader.integer()
        let lastReport = try reader.text()
        var patterns: [PatternState] = []
        for _ in 0..<(try reader.count()) { patterns.append(try PatternState(from: &reader, near: base)) }
        self.init(trends: trends, patterns: patterns)
        for _ in 0..<(try reader.count()) { episodes.append(try Episode(from: &reader, near: base)) }
        rhythm = VisitRhythm(gaps: gaps, last: last)
        self.ordinaryVisits = ordinaryVisits
        self.lastReport = lastReport
    }
}

extension PatternState {
    fileprivate func write(to writer: inout StateWriter, near base: Instant) {
        writer.write(lastAbsence, near: base)
        writer.write(count: signs.count)
        for sign in signs {
            writer.write(count: sign.seen)
            writer.write(sign.hits, near: base)
        }
    }

    fileprivate init(from reader: inout StateReader, near base: Instant) throws(StateDamage) {
        let lastAbsence = try reader.instant(near: base)
        var signs: [SignState] = []
        for _ in 0..<(try reader.count()) {
            signs.append(SignState(seen: try reader.integer(), hits: try reader.tellings(near: base)))
        }
        self.init(signs: signs, lastAbsence: lastAbsence)
    }
}
