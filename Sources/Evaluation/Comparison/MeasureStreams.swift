import Alerts
import Reports
import Trends

/// Yes or no, visit by visit, of every measure that can get worse: what the usual rules look at.
struct MeasureStreams {
    struct Stream {
        var measure: String
        var domain: String
        var days: [Double] = []
        var isBad: [Bool] = []
    }

    private(set) var streams: [Stream] = []
    private(set) var client: String?

    init(_ visits: [VisitFindings], _ policy: AlertPolicy) {
        client = visits.first.map { String($0.report.prefix { $0 != "-" }) }
        let measures = policy.catalogue.measures
        streams = measures.map { Stream(measure: $0.id, domain: $0.domain) }
        var trends = ClientTrends(policy.plan)
        for visit in visits {
            for (index, observation) in trends.observe(visit, policy.plan, .none).observations.enumerated() {
                guard let observation else { continue }
                streams[index].days.append(Double(visit.time.seconds) / 86_400)
                streams[index].isBad.append(observation.category > 0)
            }
        }
        streams = zip(streams, measures).filter { $0.1.rise == .worse }.map(\.0)
    }

    /// One alert a spell: what comes within two weeks of the last alarm belongs to it.
    func alerts(of contestant: Contestant, _ setting: Double) -> [AlertRecord] {
        guard let client else { return [] }
        return streams.flatMap { stream in
            var last = -Double.infinity
            return stream.alarms(contestant, setting).compactMap { day -> AlertRecord? in
                defer { last = day }
                guard day - last > 14 else { return nil }
                let opened = Instant(seconds: Int64(day * 86_400))
                return AlertRecord(
                    id: "\(stream.measure)-\(opened.seconds)", client: client, rule: stream.measure, kind: "trend",
                    domain: stream.domain, opened: opened, closed: opened)
            }
        }
    }
}

extension MeasureStreams.Stream {
    /// Days on which the rule is met.
    func alarms(_ contestant: Contestant, _ setting: Double) -> [Double] {
        switch contestant {
        case .detector, .labelled, .oracle: []
        case .countInWeek: countInWeek(Int(setting))
        case .weeklyXmR: weeklyXmR(factor: setting)
        case .ewma: ewma(limit: setting)
        case .pageHinkley: pageHinkley(threshold: setting)
        }
    }

    private func countInWeek(_ least: Int) -> [Double] {
        var alarms: [Double] = []
        var recent: [Double] = []
        for (day, bad) in zip(days, isBad) where bad {
            recent.append(day)
            recent.removeAll { day - $0 > 7 }
            if recent.count >= least { alarms.append(day) }
        }
        return alarms
    }

    private func weeklyXmR(factor: Double) -> [Double] {
        guard let first = days.first else { return [] }
        var weeks: [(bad: Double, all: Double, end: Double)] = []
        for (day, bad) in zip(days, isBad) {
            let week = Int((day - first) / 7)
            while weeks.count <= week { weeks.append((0, 0, first + Double(weeks.count + 1) * 7)) }
            weeks[week].all += 1
            weeks[week].bad += bad ? 1 : 0
        }
        let rates = weeks.filter { $0.all > 0 }.map { (rate: $0.bad / $0.all, end: $0.end) }
        guard rates.count > 12 else { return [] }
        let baseline = rates.prefix(12).map(\.rate)
        let mean = baseline.reduce(0, +) / 12
        let range = zip(baseline, baseline.dropFirst()).reduce(0) { $0 + abs($1.0 - $1.1) } / 11
        return rates.dropFirst(12).filter { $0.rate > mean + factor * max(range, 0.005) }.map(\.end)
    }

    private func ewma(limit: Double) -> [Double] {
        let weight = 0.1
        var (level, bad, all) = (0.03, 1.5, 50.0)
        var alarms: [Double] = []
        for (day, isBad) in zip(days, isBad) {
            let usual = bad / all
            level += weight * ((isBad ? 1 : 0) - level)
            if level > usual + limit * (usual * (1 - usual) * weight / (2 - weight)).squareRoot() {
                alarms.append(day)
                level = usual
            }
            bad += isBad ? 1 : 0
            all += 1
        }
        return alarms
    }

    private func pageHinkley(threshold: Double) -> [Double] {
        let tolerance = 0.03
        var (sum, bad, all) = (0.0, 1.5, 50.0)
        var alarms: [Double] = []
        for (day, isBad) in zip(days, isBad) {
            sum = max(0, sum + (isBad ? 1 : 0) - bad / all - tolerance)
            if sum > threshold {
                alarms.append(day)
                sum = 0
            }
            bad += isBad ? 1 : 0
            all += 1
        }
        return alarms
    }
}
