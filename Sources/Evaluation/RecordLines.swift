import Foundation
import Reports

/// Reads NDJSON files of labels, truth and alerts.
enum RecordLines {
    static func decode<Record: Decodable>(_ type: Record.Type, from data: Data) throws(UnreadableLabel) -> [Record] {
        let decoder = JSONDecoder()
        var records: [Record] = []
        for (index, line) in data.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).enumerated()
        where !line.allSatisfy({ $0 <= 0x20 }) {
            do {
                records.append(try decoder.decode(type, from: Data(line)))
            } catch {
                throw UnreadableLabel(line: index + 1, reason: UnreadableLabel.words(for: error))
            }
        }
        return records
    }

    static func instant(_ text: String) throws -> Instant {
        Instant(seconds: Int64(try Date(text, strategy: .iso8601).timeIntervalSince1970))
    }
}
