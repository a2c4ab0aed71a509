import Digests
import Foundation
import TestKit

/// The words that ship, read without a YAML library: the file keeps to `key: "value"` lines and comments.
enum ShippedWords {
    static func entries() throws -> [String: String] {
        let file = Fixture.repository.appending(path: "config/words.yaml")
        let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
        let pairs = lines.filter { !$0.hasPrefix("#") }.map { line -> (String, String) in
            let parts = line.split(separator: ":", maxSplits: 1)
            let value = parts[1].trimmingCharacters(in: .whitespaces)
            return (String(parts[0]), String(value.dropFirst().dropLast()))
        }
        return Dictionary(pairs, uniquingKeysWith: { $1 })
    }

    static func load() throws -> Words { try Words(entries: entries()) }
}
