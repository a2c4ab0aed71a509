package import Foundation
package import Reports
package import Signals

/// A visit report with the signals that a careful coordinator would take from it.
package struct LabelledNote: Sendable {
    package var report: VisitReport
    /// Concepts by assertion, each at most once in a list.
    package var labels: [Assertion: [Concept]]
    package var readings: [LabelledReading]

    package init(report: VisitReport, labels: [Assertion: [Concept]] = [:], readings: [LabelledReading] = []) {
        self.report = report
        self.labels = labels
        self.readings = readings
    }

    package func concepts(_ assertion: Assertion) -> [Concept] { labels[assertion] ?? [] }

    /// Present or possible.
    package var counting: Set<Concept> { Set(concepts(.present) + concepts(.possible)) }

    /// Said, but not of the client now.
    package var traps: Set<Concept> {
        Set([Assertion.absent, .historical, .hypothetical, .other].flatMap { concepts($0) }).subtracting(counting)
    }

    /// The labels as signals without a place in the note: what a perfect extraction would hand on.
    package var trueSignals: [Signal] {
        let said = Assertion.allCases.flatMap { assertion in
            concepts(assertion).map { Signal(concept: $0, assertion: assertion, start: 0, end: 0, source: "label") }
        }
        let values = readings.map { reading in
            Signal(
                concept: reading.kind, assertion: .present, start: 0, end: 0, value: reading.value, value2: reading.value2,
                unit: reading.unit, isImplausible: reading.isImplausible, source: "label")
        }
        return said + values
    }

    /// The notes of an NDJSON file; throws with the number of the line that cannot be read.
    package static func notes(inNDJSON data: Data) throws(UnreadableLabel) -> [LabelledNote] {
        try RecordLines.decode(LabelledNote.self, from: data)
    }
}

extension LabelledNote: Decodable {
    private enum CodingKeys: String, CodingKey {
        case id, region, client, carer, start, end, note, readings
        case present, possible, absent, historical, hypothetical, other
    }

    package init(from decoder: any Decoder) throws {
        let box = try decoder.container(keyedBy: CodingKeys.self)
        func time(_ key: CodingKeys) throws -> Instant? {
            try box.decodeIfPresent(String.self, forKey: key).map { try RecordLines.instant($0) }
        }
        func concepts(_ key: CodingKeys) throws -> [Concept] {
            try box.decodeIfPresent([String].self, forKey: key)?.map { Concept($0) } ?? []
        }
        let id = try box.decode(String.self, forKey: .id)
        report = VisitReport(
            id: id,
            client: try box.decodeIfPresent(String.self, forKey: .client) ?? id,
            note: try box.decodeIfPresent(String.self, forKey: .note) ?? "",
            start: try time(.start) ?? Instant(seconds: 0),
            end: try time(.end),
            carer: try box.decodeIfPresent(String.self, forKey: .carer),
            region: try box.decodeIfPresent(String.self, forKey: .region))
        labels = [
            .present: try concepts(.present), .possible: try concepts(.possible), .absent: try concepts(.absent),
            .historical: try concepts(.historical), .hypothetical: try concepts(.hypothetical), .other: try concepts(.other),
        ]
        readings = try box.decodeIfPresent([LabelledReading].self, forKey: .readings) ?? []
    }
}

extension LabelledNote {
    /// One line in the format of the labelled notes; without the note's words where they stand elsewhere already.
    package func ndjson(withNote: Bool) -> String {
        var line = JSONText()
        line.add("id", report.id)
        if let region = report.region { line.add("region", region) }
        line.add("client", report.client)
        if let carer = report.carer { line.add("carer", carer) }
        line.add("start", report.start.iso8601)
        if let end = report.end { line.add("end", end.iso8601) }
        if withNote { line.add("note", report.note) }
        for assertion in Assertion.allCases { line.add(assertion.rawValue, concepts(assertion).map(\.rawValue)) }
        let items = readings.map { reading in
            var item = JSONText()
            item.add("kind", reading.kind.rawValue)
            if let value2 = reading.value2 {
                item.add("value", "\(JSONText.number(reading.value))/\(JSONText.number(value2))")
            } else {
                item.add("value", reading.value)
            }
            item.add("unit", reading.unit)
            return item.line
        }
        line.add("readings", raw: "[" + items.joined(separator: ",") + "]")
        return line.line
    }
}
