import Foundation
import Rulebook

/// The rulebook as its files stand; a change with mistakes leaves the last good one in force.
struct RulebookInForce {
    private let folder: String?
    private(set) var rulebook: Rulebook
    private var look: [String: FolderWatch.Stamp]?

    enum Change {
        case none
        case taken
        case refused(RulebookErrors)
    }

    /// Throws when there is no good rulebook to begin with.
    init(folder: String?) throws(RulebookErrors) {
        self.folder = folder
        look = folder.flatMap(FolderWatch.look)
        rulebook = try Rulebook.load(folder: folder)
    }

    /// Reads the files again where one has changed since the last look.
    mutating func renew() -> Change {
        guard let folder else { return .none }
        let now = FolderWatch.look(at: folder)
        guard now != look else { return .none }
        look = now
        do throws(RulebookErrors) {
            let renewed = try Rulebook.load(folder: folder)
            guard renewed.hash != rulebook.hash else { return .none }
            rulebook = renewed
            return .taken
        } catch {
            return .refused(error)
        }
    }
}
