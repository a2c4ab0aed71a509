import Evaluation
import Foundation
import Reports
import Signals
import Testing

struct ExtractionScoreTests {
    @Test func `present and possible are one, and each concept counts once a note`() {
        let score = ExtractionScore([
            extraction(
                present: ["mobility.fall", "skin.wound"], possible: ["illness.infection"],
                found: [
                    signal("mobility.fall", .possible), signal("mobility.fall"), signal("pain.present"),
                    signal("illness.infection"),
                ])
        ])
        #expect(score.overall == Tally(hits: 2, extras: 1, misses: 1))
        #expect(abs(score.overall.f1 - 2.0 / 3) < 1e-9)
        #expect(score.perConcept.map(\.concept) == ["illness.infection", "mobility.fall", "pain.present", "skin.wound"])
    }

    @Test func `a trap is sprung only by a signal that counts`() {
        let score = ExtractionScore([
            extraction(
                absent: ["mobility.fall"], other: ["pain.present"],
                found: [signal("mobility.fall", .absent), signal("pain.present")])
        ])
        #expect(score.traps == 2)
        #expect(score.trapScore == 0.5)
        #expect(score.confusion.count(label: .other, found: .present) == 1)
        #expect(score.confusion.count(label: .absent, found: .absent) == 1)
    }

    @Test func `a concept that is present as well as absent is no trap`() {
        let score = ExtractionScore([
            extraction(present: ["pain.present"], absent: ["pain.present"], found: [signal("pain.present")])
        ])
        #expect(score.traps == 0)
        #expect(score.overall == Tally(hits: 1))
    }

    @Test func `readings agree in kind and value, both numbers of a blood pressure, and implausible ones are left out`() throws {
        let line = """
            {"id":"n1","note":"BP 146/82 wt 61.2 BP 1200/80","readings":[{"kind":"reading.blood-pressure","value":"146/82","unit":"mmHg"},\
            {"kind":"reading.weight","value":61.2,"unit":"kg"},\
            {"kind":"reading.blood-pressure","value":"1200/80","unit":"mmHg","implausible":true}]}
            """
        let note = try #require(try LabelledNote.notes(inNDJSON: Data(line.utf8)).first)
        let score = ExtractionScore([
            .init(
                note: note,
                signals: [
                    reading("reading.blood-pressure", 146, 82), reading("reading.weight", 61.4),
                    reading("reading.blood-pressure", 1200, 80, implausible: true),
                ])
        ])
        #expect(score.readings == Tally(hits: 1, extras: 1, misses: 1))
        #expect(score.overall.isEmpty)
    }

    @Test func `labels taken for an extraction score perfectly`() throws {
        var notes: [LabelledNote] = []
        Simulation(SimulationSettings(clients: 20, days: 5), phrases: try PhraseFile.banks()).run { notes += $0 }
        let score = ExtractionScore(notes.map { .init(note: $0, signals: $0.trueSignals) })
        #expect(score.overall.f1 == 1 && score.macroF1 == 1 && score.trapScore == 1 && score.readings.f1 == 1)
        #expect(score.traps > 100 && score.worst.isEmpty)
    }

    @Test func `an unreadable label names its line and field and none of its words`() {
        let error = #expect(throws: UnreadableLabel.self) {
            try LabelledNote.notes(inNDJSON: Data("{\"id\":\"a\"}\n{\"id\":\"b\",\"start\":\"secret words\"}".utf8))
        }
        #expect(error?.line == 2)
        #expect(error.map { $0.description.contains("secret") } == false)
    }

    @Test func `the text shows an extra in its context and the NDJSON is one object a line`() throws {
        let score = ExtractionScore([
            extraction(note: "No falls today", absent: ["mobility.fall"], found: [signal("mobility.fall", start: 3, end: 8)])
        ])
        #expect(score.text().contains("extra   mobility.fall (trap)  …No »falls« today…"))
        for line in score.ndjson.split(separator: "\n") { _ = try JSONSerialization.jsonObject(with: Data(line.utf8)) }
        #expect(score.ndjson.split(separator: "\n").count == 4)
    }

    @Test func `intervals cover the estimate and match published values`() {
        let wilson = Interval.share(8, of: 10)
        #expect(abs(wilson.lower - 0.4902) < 1e-3 && abs(wilson.upper - 0.9433) < 1e-3)
        let poisson = Interval.rate(10, exposure: 2)
        #expect(abs(poisson.lower - 2.398) < 0.02 && abs(poisson.upper - 9.195) < 0.02)
    }

    private func extraction(
        note: String = "", present: [Concept] = [], possible: [Concept] = [], absent: [Concept] = [], other: [Concept] = [],
        found: [Signal]
    ) -> ExtractionScore.Extraction {
        let report = VisitReport(id: "n1", client: "C1", note: note, start: Instant(seconds: 0))
        let labels: [Assertion: [Concept]] = [.present: present, .possible: possible, .absent: absent, .other: other]
        return .init(note: LabelledNote(report: report, labels: labels), signals: found)
    }

    private func signal(_ concept: Concept, _ assertion: Assertion = .present, start: Int = 0, end: Int = 0) -> Signal {
        Signal(concept: concept, assertion: assertion, start: start, end: end)
    }

    private func reading(_ kind: Concept, _ value: Double, _ value2: Double? = nil, implausible: Bool = false) -> Signal {
        Signal(concept: kind, assertion: .present, start: 0, end: 0, value: value, value2: value2, isImplausible: implausible)
    }
}
