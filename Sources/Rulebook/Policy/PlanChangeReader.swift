import Alerts

/// Reads `plan-changes.yaml`.
struct PlanChangeReader {
    let problems: ConfigProblems

    func planChanges(_ root: ConfigNode, _ places: inout RulebookPlaces) -> [PlanChange] {
        let members = root.map(problems) { $0.required("plan_changes")?.list(problems) } ?? []
        return members.compactMap { node in
            node.map(problems) { map in
                PlanChange(
                    id: map.identifier(in: &places.planChanges, what: "plan change"), title: map.string("title") ?? "",
                    reviewAfter: map.required("review_after")?.days(problems) ?? 14,
                    success: map.string("success") ?? "")
            }
        }
    }
}

extension ConfigMap {
    /// The value of `id`, reported when it is missing or an earlier entry has the same.
    func identifier(in places: inout [String: ConfigPlace], what: String) -> String {
        guard let node = required("id"), let id = node.string(problems) else { return "" }
        if let first = places[id] {
            problems.report(
                .duplicateName, at: node.place, "\(what) \"\(id)\" is written twice, first at \(first.file):\(first.line)",
                mend: "Give each an id of its own.")
        }
        places[id] = places[id] ?? node.place
        return id
    }
}
