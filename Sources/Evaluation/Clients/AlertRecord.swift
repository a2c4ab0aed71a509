package import Alerts
package import Foundation
package import Reports

/// What scoring needs of an alert, from the store or from `alerts list --format ndjson`.
package struct AlertRecord: Hashable, Sendable {
    package var id: String
    package var client: String
    package var rule: String
    package var kind: String
    package var domain: String
    package var status: String
    package var opened: Instant
    package var closed: Instant?
    /// Ids of the reports that are quoted.
    package var reports: [String]

    package init(
        id: String, client: String, rule: String, kind: String, domain: String, status: String = "open", opened: Instant,
        closed: Instant? = nil, reports: [String] = []
    ) {
        self.id = id
        self.client = client
        self.rule = rule
        self.kind = kind
        self.domain = domain
        self.status = status
        self.opened = opened
        self.closed = closed
        self.reports = reports
    }

    package init(_ alert: Alert) {
        self.init(
            id: alert.id, client: alert.client, rule: alert.rule, kind: alert.kind.rawValue, domain: alert.domain,
            status: alert.status.rawValue, opened: alert.opened, closed: alert.closed,
            reports: alert.evidence.map(\.report))
    }

    /// The alerts of an NDJSON file; throws with the number of the line that cannot be read.
    package static func alerts(inNDJSON data: Data) throws(UnreadableLabel) -> [AlertRecord] {
        try RecordLines.decode(AlertRecord.self, from: data)
    }

    var isRedFlag: Bool { kind == AlertKind.redFlag.rawValue }
    var isRecovery: Bool { kind == AlertKind.recovery.rawValue }

    func isOpen(at time: Instant) -> Bool { opened <= time && closed.map { time < $0 } ?? true }
}

extension AlertRecord: Decodable {
    private enum CodingKeys: String, CodingKey {
        case id = "alert"
        case client, rule, kind, domain, status, opened, closed, evidence
    }

    private struct Evidence: Decodable {
        var report: String
    }

    package init(from decoder: any Decoder) throws {
        let box = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            id: try box.decode(String.self, forKey: .id), client: try box.decode(String.self, forKey: .client),
            rule: try box.decode(String.self, forKey: .rule), kind: try box.decode(String.self, forKey: .kind),
            domain: try box.decode(String.self, forKey: .domain), status: try box.decode(String.self, forKey: .status),
            opened: try RecordLines.instant(try box.decode(String.self, forKey: .opened)),
            closed: try box.decodeIfPresent(String.self, forKey: .closed).map { try RecordLines.instant($0) },
            reports: try box.decodeIfPresent([Evidence].self, forKey: .evidence)?.map(\.report) ?? [])
    }
}
