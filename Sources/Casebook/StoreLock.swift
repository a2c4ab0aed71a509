import Foundation

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Keeps two runs over one store apart; the system lets go of it when the process ends, however it ends.
final class StoreLock: Sendable {
    private let file: FileHandle

    /// Takes the lock beside the store, or says who is in the way.
    init(store path: String) throws(CasebookError) {
        let lockPath = path + "-lock"
        if !FileManager.default.fileExists(atPath: lockPath) {
            _ = FileManager.default.createFile(atPath: lockPath, contents: nil)
        }
        guard let file = FileHandle(forUpdatingAtPath: lockPath) else {
            throw .unusable(path: path, detail: "its lock file cannot be written")
        }
        guard flock(file.fileDescriptor, LOCK_EX | LOCK_NB) == 0 else { throw .locked(path: path) }
        self.file = file
    }

    deinit { try? file.close() }
}
