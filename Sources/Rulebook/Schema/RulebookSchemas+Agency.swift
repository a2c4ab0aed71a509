import Digests
import Foundation
import Reports

/// Files about the agency and its exports.
extension RulebookSchemas {
    var agency: SchemaPart {
        let coordinator = SchemaPart.map(
            ["name": .text, "clients": texts],
            optional: ["mail": .matching(#"^[^@\s]+@[^@\s]+$"#, "name@domain"), "branch": .text])
        return .map(
            [
                "time_zone": .choice(TimeZone.knownTimeZoneIdentifiers + ["UTC"]), "region": region,
                "budgets": .map(["false_alerts": .budget], optional: ["alerts_a_day": .whole(1...1_000)]),
                "coordinators": .names(coordinator), "name": .text,
            ],
            optional: [
                "packs": texts, "lateness_days": .whole(1...90), "branches": .names(.text), "client_names": .names(.text),
                "digest": .map(
                    [],
                    optional: [
                        ("folder", .text), ("formats", .list(.choice(AgencySettings.DigestFormat.allCases.map(\.rawValue)))),
                    ]),
            ])
    }

    var intake: SchemaPart {
        let needed = [ReportField.client, .note, .start]
        let columns = SchemaPart.map(
            needed.map { ($0.rawValue, texts) },
            optional: ReportField.allCases.filter { !needed.contains($0) }.map { ($0.rawValue, texts) })
        let gaps = ReportField.allCases.map(\.rawValue) + ["time"]
        return .map(
            ["columns": columns, "dates": .choice(["day-first", "month-first"])],
            optional: [
                "rows": .choice(["one-a-visit", "several-a-visit"]), "note_path": .sentence(gaps), "true_words": texts,
                "false_words": texts, "notes_hold_html": .yesOrNo,
                "encoding": .choice(["automatic", "utf-8", "utf-16le", "utf-16be", "windows-1252"]),
                "limits": .map(
                    [],
                    optional: [
                        ("record_bytes", .whole(1_024...1 << 30)), ("columns", .whole(1...100_000)),
                        ("identifier_bytes", .whole(8...4_096)),
                    ]),
            ])
    }

    var words: SchemaPart {
        .map(
            WordKey.allCases.map { key in
                let names = key.placeholders.joined(separator: "|")
                let gap = names.isEmpty ? "" : #"|\{(\#(names))(:[^{}|]*\|[^{}|]*)?\}"#
                return (key.rawValue, .matching("^([^{}]\(gap))+$", "may hold " + placeholders(key)))
            })
    }

    private func placeholders(_ key: WordKey) -> String {
        key.placeholders.isEmpty ? "no placeholders" : key.placeholders.map { "{\($0)}" }.joined(separator: " ")
    }
}
