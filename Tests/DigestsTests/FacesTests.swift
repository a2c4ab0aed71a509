import Alerts
import Digests
import Foundation
import Reports
import Testing

struct FacesTests {
    private let words: Words
    private let digest = DigestBuilder(for: Sample.caseload, of: Sample.material).digest()

    init() throws { words = try ShippedWords.load() }

    @Test(arguments: [20, 40, 80, 100, 200]) func `text fits the width`(_ width: Int) {
        let longest = digest.text(words, width: width).split(separator: "\n").map(\.count).max() ?? 0
        #expect(longest <= max(24, width))
    }

    @Test func `colour adds escapes and changes no word`() {
        let coloured = digest.text(words, width: 80, inColour: true)
        #expect(coloured.contains("\u{1B}[1;97;41m[Urgent] \u{1B}[0m"))
        #expect(coloured.replacing(/\u{1B}\[[0-9;]*m/, with: "") == digest.text(words, width: 80))
    }

    @Test func `a page asks nothing of the network`() {
        let html = digest.html(words)
        #expect(!html.contains("http:") && !html.contains("https:") && !html.contains("url(") && !html.contains("@import"))
        #expect(!html.contains("<script") && !html.contains("<link") && !html.contains("style=\""))
    }

    @Test func `every link on a page leads somewhere, and no id is there twice`() {
        var alerts = Sample.alerts
        alerts.removeAll { ["C104", "C105"].contains($0.client) }
        let inBlocksOnly = DigestBuilder(for: Sample.caseload, of: Sample.material, budget: 1).digest()
        let noSection = DigestBuilder(
            for: Sample.caseload, of: DigestMaterial(alerts: alerts, asOf: Sample.asOf, since: Sample.since)
        ).digest()
        for html in [digest, inBlocksOnly, noSection].map({ $0.html(words) }) + [Sample.clientStory.html(words)] {
            let ids = html.matches(of: /\sid="([^"]*)"/).map(\.output.1)
            let targets = html.matches(of: /href="#([^"]*)"/).map(\.output.1)
            #expect(Set(ids).count == ids.count)
            #expect(Set(targets).isSubset(of: ids))
        }
    }

    @Test func `headings step down one level at a time`() {
        for html in [digest.html(words), Sample.clientStory.html(words), Sample.alertStory.html(words)] {
            let levels = html.matches(of: /<h([1-6])/).compactMap { Int($0.output.1) }
            #expect(levels.first == 1)
            #expect(zip(levels, levels.dropFirst()).allSatisfy { $1 <= $0 + 1 })
        }
    }

    @Test func `dates are those of the agency's zone`() {
        var material = Sample.material
        material.localOffset = { _ in 10 * 3_600 }
        let text = DigestBuilder(for: Sample.caseload, of: material).digest().text(words, width: 100)
        #expect(text.contains("Client digest, Tue 3 Mar 2026"))
        #expect(text.contains("Mon 2 Mar, 18:35, carer W7"))
    }

    @Test func `a quiet day says so in one sentence`() {
        let quiet = DigestBuilder(for: Sample.caseload, of: DigestMaterial(alerts: [], asOf: Sample.asOf)).digest()
        #expect(quiet.text(words).contains("Nothing new for any of your 24 clients."))
        #expect(quiet.html(words).contains("class=\"quiet\""))
    }

    /// WCAG 2.2, success criteria 1.4.3 and 1.4.11.
    @Test func `colours keep AA contrast in light, dark and print`() throws {
        let schemes = digest.html(words).matches(of: /:root\{([^}]*)\}/).map { match in
            Dictionary(
                match.output.1.matches(of: /--([a-z-]+):#([0-9a-f]{3,6})/).map { (String($0.output.1), String($0.output.2)) },
                uniquingKeysWith: { $1 })
        }
        #expect(schemes.count == 3)
        let texts = [("ink", "page"), ("ink", "card"), ("soft", "page"), ("soft", "card"), ("soft", "quote"), ("link", "card")]
        let badges = ["urgent", "high", "medium", "low", "better"].map { ("on-" + $0, $0) }
        let shapes = [("bar", "card"), ("high", "card"), ("better", "card"), ("rate", "usual"), ("urgent", "card")]
        for scheme in schemes {
            for (front, back) in texts + badges { #expect(try contrast(scheme, front, back) >= 4.5, "\(front) on \(back)") }
            for (front, back) in shapes { #expect(try contrast(scheme, front, back) >= 3, "\(front) on \(back)") }
        }
    }

    private func contrast(_ scheme: [String: String], _ front: String, _ back: String) throws -> Double {
        let lights = try [front, back].map { try luminance(#require(scheme[$0])) }.sorted()
        return (lights[1] + 0.05) / (lights[0] + 0.05)
    }

    private func luminance(_ hex: String) throws -> Double {
        let digits = hex.count == 3 ? hex.flatMap { [$0, $0] } : Array(hex)
        let parts = try stride(from: 0, to: 6, by: 2).map { start -> Double in
            let value = try Double(#require(Int(String(digits[start..<start + 2]), radix: 16))) / 255
            return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
        }
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
    }
}
