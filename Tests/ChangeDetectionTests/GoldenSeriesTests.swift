import ChangeDetection
import Foundation
import TestKit
import Testing

/// The series of the published reference, to nine digits.
struct GoldenSeriesTests {
    private let prior = LevelPrior(chances: [2.0 / 57], worth: 57)
    private let test = ChangeTest(factors: [2, 4, 8], threshold: 730)

    private struct Row {
        var day: Double
        var category: Int?
        var levels: [Double]
        var evidence: [Double]
    }

    private func rows() throws -> [Row] {
        try Fixture.text("trends/golden-series.tsv").split(separator: "\n").filter { !$0.hasPrefix("#") }.map { line in
            let cells = line.split(separator: "\t").map(String.init)
            let numbers = try cells[3...].map { try #require(Double($0)) }
            return Row(
                day: try #require(Double(cells[1])), category: Int(cells[2]), levels: Array(numbers[0..<3]),
                evidence: Array(numbers[3..<6]))
        }
    }

    private struct Stream {
        var usual = UsualLevel()
        var suspicion = Suspicion()
        var previous: Double?

        mutating func observe(_ category: Int, day: Double, prior: LevelPrior, test: ChangeTest) -> ChangeAlarm? {
            let evidence = test.evidence(of: category, usual: usual.predictive(prior))
            let days = test.step(from: previous, to: day, returned: false)
            let alarm = suspicion.observe(evidence, category: category, days: days, at: day, test: test)
            usual.learn(category, prior)
            previous = day
            return alarm
        }
    }

    @Test func `suspicion and evidence follow the reference visit by visit`() throws {
        var stream = Stream()
        for row in try rows() {
            if let category = row.category { _ = stream.observe(category, day: row.day, prior: prior, test: test) }
            for shift in 0..<3 {
                #expect(abs(stream.suspicion.levels[shift] - row.levels[shift]) <= 1e-9 * max(1, row.levels[shift]))
                #expect(abs(stream.suspicion.runs[shift].evidence - row.evidence[shift]) <= 1e-9)
            }
        }
    }

    @Test func `the alarm and its explanation are those of the reference`() throws {
        var stream = Stream()
        var alarms: [(day: Double, alarm: ChangeAlarm)] = []
        for row in try rows() {
            guard let category = row.category else { continue }
            if let alarm = stream.observe(category, day: row.day, prior: prior, test: test) {
                alarms.append((row.day, alarm))
            }
        }
        let first = try #require(alarms.first)
        #expect(abs(first.alarm.level - 1486.4176458160146) < 1e-6)
        #expect(first.alarm.factor == 8)
        #expect(first.alarm.run.counts == SIMD4(10, 5, 0, 0))
        #expect(abs(first.alarm.run.onset - 114.4) < 1e-9)
        #expect(alarms.count == 2)
        #expect(abs(exponential(first.alarm.run.evidence) - 838.4634988453884) < 1e-6)
        #expect(abs(exponential(first.alarm.run.gain(of: 1)) - 9855.414537102217) < 1e-5)
        #expect(abs(exponential(first.alarm.run.gain(of: 0)) - 0.08507643140619445) < 1e-9)
    }
}
