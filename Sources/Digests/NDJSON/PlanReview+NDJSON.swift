import Reports

extension PlanReview {
    /// For programs: one record a finding.
    package func ndjson() -> String {
        let spreading = outbreaks.map { outbreak in
            JSON.section(
                "outbreak",
                .record([
                    "measure": .text(outbreak.title), "week": .text(outbreak.week.instant.iso8601),
                    "clients": .list(outbreak.clients.map { .text($0.id) }), "of": .int(outbreak.of),
                    "usual": .number(outbreak.usual),
                ]))
        }
        let chronic = levels.map { level in
            JSON.section(
                "level",
                .record([
                    "client": .text(level.client.id), "measure": .text(level.title), "bad": .int(level.bad),
                    "of": .int(level.of),
                ]))
        }
        return (spreading + chronic).map { $0.line + "\n" }.joined()
    }
}
