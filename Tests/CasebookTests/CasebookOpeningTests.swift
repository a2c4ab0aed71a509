import Foundation
import GRDB
import Testing

@testable import Casebook

struct CasebookOpeningTests {
    let store: TemporaryStore

    init() throws { store = try TemporaryStore() }

    @Test func `two runs cannot hold one store, but one can look beside a run`() throws {
        let book = try store.open()
        let error = #expect(throws: CasebookError.self) { try store.open() }
        #expect(error == .locked(path: store.path))
        #expect(error?.exitStatus == 3)
        #expect(try Casebook.openForReading(at: store.path).reportCount() == 0)
        try book.close()
    }

    @Test func `the lock is free again when the run is over`() throws {
        do { try store.open().close() }
        #expect(try store.open().reportCount() == 0)
    }

    @Test func `a store that is not there is not made by looking`() throws {
        #expect(throws: CasebookError.missing(path: store.path)) { try Casebook.openForReading(at: store.path) }
        #expect(!FileManager.default.fileExists(atPath: store.path))
    }

    @Test func `a file that is no database is told as damage`() throws {
        try Data(repeating: 7, count: 5_000).write(to: URL(filePath: store.path))
        let error = #expect(throws: CasebookError.self) { try store.open() }
        #expect(error?.exitStatus == 4)
    }

    @Test func `another program's database is left alone`() throws {
        try DatabaseQueue(path: store.path).write { try $0.execute(sql: "CREATE TABLE recipes (name TEXT)") }
        #expect(throws: CasebookError.foreign(path: store.path)) { try store.open() }
    }

    @Test func `a store of a newer version is not touched`() throws {
        try store.open().close()
        try DatabaseQueue(path: store.path).write {
            try $0.execute(sql: "INSERT INTO grdb_migrations VALUES ('99 the future')")
        }
        let error = #expect(throws: CasebookError.self) { try store.open() }
        #expect(error == .newerVersion(path: store.path))
        #expect(error?.exitStatus == 4)
    }
}
