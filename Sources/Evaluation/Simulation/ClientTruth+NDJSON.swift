package import Foundation
import Reports

extension ClientTruth {
    /// One line of `truth.ndjson`.
    package var ndjson: String {
        var line = JSONText()
        line.add("client", client)
        line.add("scenario", scenario)
        line.add("control", isControl)
        if let onset { line.add("onset", onset.iso8601) }
        if let end { line.add("end", end.iso8601) }
        line.add("domains", domains)
        line.add("kind", kind)
        if let concept { line.add("concept", concept) }
        line.add("first", first.iso8601)
        line.add("last", last.iso8601)
        line.add("visits", visits)
        line.add("rates", raw: "[" + rates.map(ClientTruth.line).joined(separator: ",") + "]")
        line.add("red_flags", raw: "[" + redFlags.map(ClientTruth.line).joined(separator: ",") + "]")
        return line.line
    }

    private static func line(_ rate: Rate) -> String {
        var line = JSONText()
        line.add("topic", rate.topic)
        line.add("before", raw: JSONText.rounded(rate.before))
        line.add("after", raw: JSONText.rounded(rate.after))
        return line.line
    }

    private static func line(_ flag: RedFlag) -> String {
        var line = JSONText()
        line.add("report", flag.report)
        line.add("time", flag.time.iso8601)
        line.add("concept", flag.concept)
        return line.line
    }

    /// The clients of a truth file; throws with the number of the line that cannot be read.
    package static func truths(inNDJSON data: Data) throws(UnreadableLabel) -> [ClientTruth] {
        try RecordLines.decode(ClientTruth.self, from: data)
    }
}

extension ClientTruth: Decodable {
    private enum CodingKeys: String, CodingKey {
        case client, scenario, control, onset, end, domains, kind, concept, first, last, visits, rates
        case redFlags = "red_flags"
    }

    package init(from decoder: any Decoder) throws {
        let box = try decoder.container(keyedBy: CodingKeys.self)
        func time(_ key: CodingKeys) throws -> Instant? {
            try box.decodeIfPresent(String.self, forKey: key).map { try RecordLines.instant($0) }
        }
        client = try box.decode(String.self, forKey: .client)
        scenario = try box.decode(String.self, forKey: .scenario)
        isControl = try box.decode(Bool.self, forKey: .control)
        onset = try time(.onset)
        end = try time(.end)
        domains = try box.decode([String].self, forKey: .domains)
        kind = try box.decode(String.self, forKey: .kind)
        concept = try box.decodeIfPresent(String.self, forKey: .concept)
        first = try RecordLines.instant(try box.decode(String.self, forKey: .first))
        last = try RecordLines.instant(try box.decode(String.self, forKey: .last))
        visits = try box.decode(Int.self, forKey: .visits)
        rates = try box.decodeIfPresent([Rate].self, forKey: .rates) ?? []
        redFlags = try box.decodeIfPresent([FlagLine].self, forKey: .redFlags)?.map(\.flag) ?? []
    }

    private struct FlagLine: Decodable {
        var flag: RedFlag

        private enum CodingKeys: String, CodingKey { case report, time, concept }

        init(from decoder: any Decoder) throws {
            let box = try decoder.container(keyedBy: CodingKeys.self)
            flag = RedFlag(
                report: try box.decode(String.self, forKey: .report),
                time: try RecordLines.instant(try box.decode(String.self, forKey: .time)),
                concept: try box.decode(String.self, forKey: .concept))
        }
    }
}
