import Evaluation
import Foundation
import TestKit

/// Reads the shipped phrases without a YAML parser: two levels of keys over lists of quoted strings.
enum PhraseFile {
    static func banks() throws -> PhraseBanks { try PhraseBanks(try sections()) }

    static func sections() throws -> [String: [String: [String]]] {
        let url = Fixture.repository.appending(path: "config/simulation.yaml")
        var sections: [String: [String: [String]]] = [:]
        var section = ""
        var key = ""
        for line in try String(contentsOf: url, encoding: .utf8).split(separator: "\n") {
            let content = line.drop { $0 == " " }
            if content.hasPrefix("#") { continue }
            if content.hasPrefix("- ") {
                sections[section]?[key]?.append(try decoded(String.self, content.dropFirst(2)))
            } else if line.hasPrefix("  "), let colon = content.firstIndex(of: ":") {
                key = String(content[..<colon])
                let list = content[content.index(after: colon)...].drop { $0 == " " }
                sections[section]?[key] = list.isEmpty ? [] : try decoded([String].self, list)
            } else {
                section = String(content.dropLast())
                sections[section] = [:]
            }
        }
        return sections
    }

    private static func decoded<Value: Decodable>(_ type: Value.Type, _ text: Substring) throws -> Value {
        try JSONDecoder().decode(type, from: Data(text.utf8))
    }
}
