import Foundation
import Testing

@testable import Rulebook

/// Changes the shipped config at random places, with a fixed seed: nothing may crash, and a misspelt key is always told.
struct MutationTests {
    private static let files = Shipped.filesWithoutLexicon
    /// Maps whose keys are names that the agency chooses.
    private static let freeMaps: Set<String> = [
        "concepts", "readings", "branches", "coordinators", "client_names", "classes", "abbreviations", "variants",
        "contractions", "misspellings", "numbers", "symbols",
    ]

    @Test func `a misspelt key is always told, nearly always at its own line`() throws {
        var random = SeededRandom(state: 20_260_302)
        let sites = Self.files.flatMap(Self.keys)
        var rightLines = 0
        for _ in 0..<200 {
            let site = try #require(sites.randomElement(using: &random))
            let mutant = site.renamed(Self.misspelt(site.key, &random))
            let errors = Rulebook.check(mutant).filter { $0.severity == .error }
            #expect(!errors.isEmpty, "\(site.place) \(site.key)")
            if errors.contains(where: { $0.place.file == site.place.file && $0.place.line == site.place.line }) {
                rightLines += 1
            }
        }
        #expect(rightLines >= 190)
    }

    @Test func `lines taken away or garbled never crash`() throws {
        var random = SeededRandom(state: 7)
        let scraps = [
            "", "~", "- ", "[", "{a: b", "zzz: 1", "\t", "*x", "&a [*a]", "'", "\"", "? x", "%YAML 9", "---", "\u{0}", "é: ü",
        ]
        for _ in 0..<200 {
            var files = Self.files
            let index = try #require(files.indices.randomElement(using: &random))
            var lines = files[index].text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
            let line = try #require(lines.indices.randomElement(using: &random))
            let indent = lines[line].prefix { $0 == " " }
            lines[line] = Bool.random(using: &random) ? indent + (scraps.randomElement(using: &random) ?? "") : ""
            files[index].text = lines.joined(separator: "\n")
            for problem in Rulebook.check(ConfigFiles(files)) {
                #expect(problem.rendered.hasPrefix("\(problem.place)  \(problem.code.rawValue) "))
            }
        }
    }

    private struct Site {
        var file: ConfigFile
        var place: ConfigPlace
        var key: String

        func renamed(_ other: String) -> ConfigFiles {
            var lines = linesOfYAML(file.text)
            var line = Array(lines[place.line - 1].unicodeScalars)
            line.replaceSubrange(place.column - 1..<place.column - 1 + key.unicodeScalars.count, with: other.unicodeScalars)
            lines[place.line - 1] = String(String.UnicodeScalarView(line))
            var changed = file
            changed.text = lines.joined(separator: "\n")
            return ConfigFiles(MutationTests.files.map { $0.path == file.path ? changed : $0 })
        }
    }

    /// Every key of a map whose keys are known.
    private static func keys(of file: ConfigFile) -> [Site] {
        guard let root = ConfigYAML.node(of: file.text, file: file.shownAs, problems: ConfigProblems()) else { return [] }
        var sites: [Site] = []
        func visit(_ node: ConfigNode, isFree: Bool) {
            if case .list(let members) = node.content { members.forEach { visit($0, isFree: false) } }
            guard case .map(let entries) = node.content else { return }
            for entry in entries {
                if !isFree { sites.append(Site(file: file, place: entry.keyPlace, key: entry.key)) }
                visit(entry.value, isFree: !isFree && freeMaps.contains(entry.key))
            }
        }
        visit(root, isFree: false)
        return sites
    }

    private static func misspelt(_ key: String, _ random: inout SeededRandom) -> String {
        var letters = Array(key)
        let index = Int.random(in: 0..<letters.count, using: &random)
        switch Int.random(in: 0..<3, using: &random) {
        case 0: letters.insert("ø", at: index)
        case 1: letters[index] = "ø"
        default: letters.append("ø")
        }
        return String(letters)
    }
}

/// SplitMix64 (Steele, Lea, Flood 2014): the same numbers on every machine.
private struct SeededRandom: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
