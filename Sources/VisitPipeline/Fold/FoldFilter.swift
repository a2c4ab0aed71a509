package import Alerts
import Foundation
package import Reports
import Signals
import Trends

/// The keyed step as a pure filter: client states and reports in, new states and alerts out, one NDJSON line each.
///
/// - A state is `{"client":"C1","state":"<base64>"}`; every other line is a report with the names of the contract.
/// - Each client's reports are folded in the order of visits, whatever the order of the lines.
/// - Out come, client by client in the order of their names, what became of alerts (the record of the contract with `change`
///   before it, `reason` where withdrawn), reports that came too late, and the new state.
package struct FoldFilter {
    private let policy: AlertPolicy
    private let settings: IntakeSettings
    private let readers: ReaderPool
    private let records: RecordReader
    private var states: [String: ClientHistory] = [:]
    /// By report id: of two versions the one received later, else the one that comes later.
    private var visits: [String: (client: String, findings: VisitFindings)] = [:]
    package private(set) var putAside: [PutAside] = []

    package init(policy: AlertPolicy, settings: IntakeSettings, readers: ReaderPool) throws(IntakeError) {
        self.policy = policy
        self.readers = readers
        records = try RecordReader(settings)
        self.settings = settings
    }

    /// Takes in the lines of one input.
    package mutating func read(_ input: IntakeInput) throws {
        var stream = try RawRecordStream([input], settings: settings, format: .ndjson)
        while true {
            let batch = stream.nextBatch()
            guard !batch.isEmpty else { return }
            for record in records.read(batch) { add(record) }
        }
    }

    private mutating func add(_ record: IntakeRecord) {
        switch record {
        case .report(let report, _):
            if let new = report.received, let old = visits[report.id]?.findings.received, new < old { return }
            let signals = readers.withReader { $0.signals(in: report) }
            visits[report.id] = (report.client, VisitFindings(report, signals))
        case .putAside(let record):
            if let line = ClientStateLine(record.raw), let history = try? ClientHistory(decoding: line.bytes) {
                states[line.client] = history
            } else {
                putAside.append(record)
            }
        }
    }

    /// Folds each client and hands over its lines.
    package func write(_ sink: ([UInt8]) throws -> Void) throws {
        let byClient = Dictionary(grouping: visits.values, by: \.client).mapValues { $0.map(\.findings).sorted() }
        for client in Set(states.keys).union(byClient.keys).sorted() {
            try sink(lines(for: client, byClient[client] ?? []))
        }
    }

    private func lines(for client: String, _ visits: [VisitFindings]) -> [UInt8] {
        var lines: [UInt8] = []
        var history = states[client] ?? ClientHistory(client: client, policy: policy)
        for visit in visits where history.add(visit, policy: policy) == .tooLate {
            lines.append(ascii: "{\"too_late\":")
            lines.append(json: visit.report)
            lines.append(ascii: ",\"client\":")
            lines.append(json: client)
            lines.append(ascii: "}\n")
        }
        for change in history.takeChanges(policy: policy) { append(change, to: &lines) }
        lines.append(ascii: "{\"client\":")
        lines.append(json: client)
        lines.append(ascii: ",\"state\":\"\(Data(history.encoded()).base64EncodedString())\"}\n")
        return lines
    }

    private func append(_ change: AlertChange, to lines: inout [UInt8]) {
        let (word, alert, reason) = change.told
        lines.append(ascii: "{\"change\":\"\(word)\",")
        if let reason {
            lines.append(ascii: "\"reason\":")
            lines.append(json: reason)
            lines.append(UInt8(ascii: ","))
        }
        lines.append(contentsOf: alert.ndjsonLine.utf8.dropFirst())
        lines.append(UInt8(ascii: "\n"))
    }
}

/// A line that hands a client's state over.
private struct ClientStateLine: Decodable {
    let client: String
    let bytes: [UInt8]

    private enum CodingKeys: String, CodingKey { case client, state }

    init?(_ line: [UInt8]) {
        guard let decoded = try? JSONDecoder().decode(ClientStateLine.self, from: Data(line)) else { return nil }
        self = decoded
    }

    init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        client = try container.decode(String.self, forKey: .client)
        bytes = [UInt8](try container.decode(Data.self, forKey: .state))
    }
}

extension AlertChange {
    fileprivate var told: (word: String, alert: Alert, reason: String?) {
        switch self {
        case .opened(let alert): ("opened", alert, nil)
        case .updated(let alert): ("updated", alert, nil)
        case .closed(let alert): ("closed", alert, nil)
        case .withdrawn(let alert, let reason): ("withdrawn", alert, reason)
        }
    }
}
