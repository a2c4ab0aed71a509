import Reports
import Signals

extension ClientTrends {
    mutating func scoreReadings(_ visit: VisitFindings, _ catalogue: MeasureCatalogue) -> [TrendAlarm] {
        var alarms: [TrendAlarm] = []
        for finding in visit.findings where finding.counts {
            guard let value = finding.value else { continue }
            if finding.concept == "reading.weight", let measure = catalogue.weight {
                alarms += scoreWeight(value, Telling(visit, finding), measure)
                continue
            }
            for (index, measure) in catalogue.ranges.enumerated() where measure.reading == finding.concept {
                alarms += scoreRange(index, value, Telling(visit, finding), measure)
            }
        }
        return alarms
    }

    private mutating func scoreWeight(_ value: Double, _ telling: Telling, _ measure: WeightMeasure) -> [TrendAlarm] {
        weight.add(value, at: telling.time)
        let before = weight.lastTelling
        weight.lastTelling = telling
        guard let loss = weight.loss(measure.losses) else {
            weight.reported = 0
            return []
        }
        guard loss.percent >= weight.reported + 2.5 else { return [] }
        weight.reported = loss.percent
        return [
            readingAlarm(measure.id, loss.change, since: loss.since, tellings: [telling, before].compactMap { $0 })
        ]
    }

    private mutating func scoreRange(
        _ index: Int, _ value: Double, _ telling: Telling, _ measure: RangeMeasure
    ) -> [TrendAlarm] {
        let usual = ranges[index].mean
        guard ranges[index].observe(value, measure) else { return [] }
        let change = ReadingChange(value: value, reference: usual, span: 0)
        return [readingAlarm(measure.id, change, since: telling.time, tellings: [telling])]
    }

    private func readingAlarm(
        _ measure: String, _ change: ReadingChange, since: Instant, tellings: [Telling]
    ) -> TrendAlarm {
        TrendAlarm(
            measure: measure, direction: .rising, onset: since, bad: 0, of: 0, usual: 0, changed: 0, years: 0,
            tellings: tellings, reading: change)
    }
}
