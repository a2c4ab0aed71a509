import Alerts
import Digests
import Foundation
import Reports
import Signals
import Trends

/// JSON Schemas (draft 2020-12) of the config files, with the names of the rulebook in force, so that editors complete and check.
///
/// A schema sees one file: what refers to another file by a name is checked, what must add up across files is not.
package struct RulebookSchemas {
    let catalogue: Catalogue
    let measures: [String]
    let followed: [String]
    let planChanges: [String]
    let rules: [String]

    package init(_ rulebook: Rulebook) {
        catalogue = rulebook.catalogue
        let policy = rulebook.policy.catalogue
        measures = policy.measures.map(\.id)
        followed = measures + [policy.composite?.id, policy.weight?.id].compactMap(\.self) + policy.ranges.map(\.id)
        planChanges = rulebook.policy.planChanges.map(\.id)
        rules = rulebook.policy.rules.map(\.id)
    }

    /// By the files that each is for: a path, or `alerts/*.yaml` for all of a folder.
    package var all: [(files: String, json: String)] {
        parts.map { ($0.0, text($0.1, for: $0.0)) }
    }

    /// The files that have a schema.
    package var files: [String] { parts.map(\.0) }

    private func text(_ part: SchemaPart, for files: String) -> String {
        document(part, for: files).written(indent: true) + "\n"
    }

    /// The schema of a file by its path below the config folder; nil where it has none.
    package func schema(of path: String) -> String? {
        let folder = path.split(separator: "/").first.map { $0 + "/*.yaml" } ?? ""
        return parts.first { $0.0 == path || $0.0 == folder }.map { text($0.1, for: $0.0) }
    }

    private var parts: [(String, SchemaPart)] {
        [
            ("abbreviations.yaml", abbreviations), ("agency.yaml", agency), ("alerts/*.yaml", alerts),
            ("calibration.yaml", calibration), ("concepts.yaml", concepts), ("context.yaml", context), ("details.yaml", details),
            ("exceptions.yaml", exceptions),
            ("intake.yaml", intake), ("lexicon/*.yaml", lexicon), ("literature.yaml", literature),
            ("measures.yaml", measuresFile), ("plan-changes.yaml", planChangesFile), ("readings.yaml", readings),
            ("spelling.yaml", spelling), ("tests/*.yaml", noteTests),
            ("word-classes.yaml", wordClasses), ("words.yaml", words),
        ]
    }

    /// A file of its own holds all that is needed; one that extends the built-in file only what it changes.
    private func document(_ part: SchemaPart, for files: String) -> JSONValue {
        var shared = SharedParts()
        let (overlay, whole) = (extended(part.inOverlay), part.json)
        shared.count(overlay)
        shared.count(whole)
        let (then, otherwise) = (shared.referring(overlay), shared.referring(whole))
        return .object([
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            "title": .text("visitwatch: \(files)"),
            "if": .object(["type": "object", "required": ["extends"]]),
            "then": then, "else": otherwise, "$defs": shared.definitions,
        ])
    }

    private func extended(_ overlay: JSONValue) -> JSONValue {
        guard case .object(var members) = overlay, let index = members.firstIndex(where: { $0.key == "properties" }),
            case .object(let properties) = members[index].value
        else { return overlay }
        let extends = JSONValue.Member("extends", .object(["const": "built-in"]))
        members[index].value = .object([extends] + properties)
        return .object(members)
    }
}

/// Names that files refer to.
extension RulebookSchemas {
    var concept: SchemaPart { .choice(catalogue.ids) }
    var reading: SchemaPart { .choice(catalogue.ids.filter { Concept($0).isReading }) }
    var conceptList: SchemaPart { .list(concept) }
    var domain: SchemaPart { .choice(catalogue.domains) }
    var region: SchemaPart { .choice(AgencySettings.knownRegions) }
    var planChange: SchemaPart { .choice(planChanges) }
    var severity: SchemaPart { .choice(Severity.allCases.map(\.rawValue)) }
    var texts: SchemaPart { .list(.text) }
    var range: SchemaPart { .list(.number(), 2...2) }
}
