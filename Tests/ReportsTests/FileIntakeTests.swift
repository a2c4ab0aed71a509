import Foundation
import Testing

@testable import Reports

struct FileIntakeTests {
    private let line = #"{"id":"ID","client":"C","note":"Ate well.","start":"2026-01-06T08:05:00Z"}"# + "\n"

    /// 200 lines of `line` with ids r0…r199, packed by gzip.
    private let packed = Data(
        base64Encoded: """
            H4sIAAAAAAACA5Wbu4pdRxBFc3+FmNgyXf3uyYx/wZGzPv0AgZBBHnAg/O++Bue1V6YRw+b0Y1VX1a758fZlv72/fQ9vP7+tr1/Ot4/XT7+9fvj258d5
            /fPXj/Pp7/P16y+f1l379f9/fczv//1ODLF+DvY51N9Dfw/lPYQ/3v756cf/eubr5TV1vejrdTu6XnL1zlqPrpddvdnb1fWK/315g/2rrp7VNnS95ur1
            a1nX6/75jht0veHq5bLA95kPyE4bbKD5hNRiEQgKiMQAroz5jKxiCwgKkMwnAUGfkvFcIuhjslomYdDnpIUD4oL5oNSbyT30SbEbQGSNPinjFRuAoE9K
            WgUsOfqkPHU3IOiTklolX5iFQ0F76JPSTyRf6JOSTwPoRZ+UEA85FJ+UlJCgT0o9E+xh8klJ2cAXJiHrsgqegOSTUlMFz2jySbEeQd6VfFJOIuglnxRb
            qQNBIfUaJBVOPimzPOBNSV0QbOQe+qTs2sAzmoXsq+YCBE1BrwJBn5RpGySwWSClHfKFPim3kWiTfVLq6uAJyD4pe2wQbbJPSm2L7KGQfeUIkqXsk3Jz
            AYdShEI+LCLokxI7iYfFJ2VMA7lN8UnZPYI6pQh1Su3gHhaflKck8OoVn5RxK9lDoU6JpDQrAimVFPTFJyWMBF696pMSGklFqk9KuwmkItUnJecLwlf1
            SQlpkj0Usq9ZwENffVLuIuVt9UlJcYDMoQqkpEKujZB9JdLEqEJFn0l+2HxS2nrAkptPyomkO9eicMroC4U3JW5wsZvwpmwSsZtPyg6DLNkn5T6kK9Ka
            kDmgPRQq+nLJtRHqFLsgnes+KTckwHL3ScnpgNymC9lXayCd6z4p9wwQbbpPSu2b7KFPSjqXLFnIvtIG6PUmtJ0PCA7dJyVOkrR3n5RWMwgOwyelVwOn
            PHxSSo7ATxkCKXEB9EYSGuObCAoVfX5AsjSELrGRlHj4pMRaQfY1mpA5ED9l+KScncAjNXxS5qrE1wvCo9IHsXyC0P3qyIgLUfDTO/pGn5Y6GnJws+Ax
            kyhrQeiAlQetWkjCwkAnI3SLB+nFWlAKFtJVs+AzE1skqxbs+nLRPip+/St8E8Uo9Asq8YYFx76l2IhiFvaRtLVN8OzjkwnXimmfC+FacO3PQ9wBE2z7
            ci7aR6EfhnJGE4z7PTO5j4Jzn1ch+yhY9zNMso+Cd/+SIFMugnm/+kX7KFQwG02RCPZ9qAPto8DMIq1AEwz8Vjc6GaneJ7FHsPDH08kNFzx8mxeNcQkm
            ftmHKAqVzF3kdRVs/BALyZoFH79dI/dRMPJzRLFHcPLT6J0o+swES2jVPjMnBKIomPmvdRSi6DMTbiT7qNj5/SEUCn7+CAlNUwrMzECqj6zkZpHER8HS
            n+UQZgRPv+9Coplg6ue2SSaluPoxEkXB1m+HWIEm+PoTjWmaYOynNkn1ITj7TzpoYFgYrNxkTt8Ebz9OMllvgrlva5DYI7j7deWHKArvTM2E66K4loGc
            jGDwPw1FXMHhf3ZGij4zPU5y1orH38gwnwkm/50NrVqY22+VRDPB5m+HrdpnpnRilJlg9IeA+j2C059qIvsoWP2v1428roLXPzPKmgWz3y7x80xw+y+a
            tTTB7n9uJ/WM4Pf3iHpSguGfOpkGMsHxH5X81ZoJln+/qFYQPP9+C8kpBNM/sP6j4PrfRbxME2z/vMjUkgm+/zqoq6AY/4vMi5jg/J9DLFxTrP/e0MkI
            PQA0g2KC+T/2QmcteJqxEAqH8vfGZK7FBP8/zEkoFAYASp/krIUJgGdX8nIJIwCzDJL3CDMAIaGcQhgCCB1VH8IUQC8b7aOQm52KbrjwzmTlD4b/BeDF
            l3eiPwAA
            """, options: .ignoreUnknownCharacters
    ).map { [UInt8]($0) }

    @Test func `a packed file is unpacked, also when it is several in one`() throws {
        let packed = try #require(packed)
        for chunkBytes in [1, 100, 1 << 20] {
            #expect(
                try Intake(packed, name: "a.ndjson.gz", chunkBytes: chunkBytes).reports.map(\.id) == (0..<200).map { "r\($0)" })
        }
        let twice = try Intake(packed + packed + [0, 0, 0], name: "-", chunkBytes: 64)
        #expect(twice.reports.count == 400)
        #expect(twice.putAside.isEmpty)
    }

    @Test func `what was read before a packed file breaks off or is damaged is kept`() throws {
        let packed = try #require(packed)
        let cut = try Intake(Array(packed.prefix(packed.count / 2)), name: "a.gz")
        #expect(cut.reports.map(\.id) == (0..<cut.reports.count).map { "r\($0)" })
        #expect(cut.reports.count > 10)
        #expect(cut.putAside.count == 1)
        #expect(cut.putAside.last?.reason.contains("ends early") == true)
        #expect(cut.putAside.last?.place.line == cut.reports.count + 1)
        var damaged = packed
        damaged[packed.count - 6] ^= 0xFF
        let intake = try Intake(damaged, name: "a.gz")
        #expect(intake.reports.count == 200)
        #expect(intake.putAside.map { $0.reason.contains("damaged") } == [true])
        #expect(try Intake(Array(packed.prefix(5)), name: "a.gz").putAside.count == 1)
    }

    @Test func `a folder is read in the order of its paths, without hidden files`() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("intake-\(UInt64.random(in: 0 ... .max))")
        defer { try? FileManager.default.removeItem(at: folder) }
        let files = [
            "b/C1/2026-01-06-0805_n1.txt": "Ate well.", "a.ndjson": line, ".hidden.ndjson": line, "b/.x/y.ndjson": line,
            "c.pdf": "%PDF-1.4", "b/Z.csv": "id,client,note,start\nz,C,n,2026-01-06\n",
        ]
        for (path, content) in files {
            let file = folder.appendingPathComponent(path)
            try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(content.utf8).write(to: file)
        }
        try FileManager.default.createSymbolicLink(at: folder.appendingPathComponent("b/loop"), withDestinationURL: folder)
        let intake = try Intake(paths: [folder.path + "/", folder.path + "/a.ndjson"])
        #expect(intake.reports.map(\.id) == ["ID", "n1", "z", "ID"])
        #expect(intake.putAside.map(\.place.file) == [folder.path + "/c.pdf"])
    }

    @Test func `an input that is not there is known before anything is read`() {
        #expect(throws: IntakeError.missing(path: "/no/such/file")) { try Intake(paths: ["-", "/no/such/file"]) }
    }

    @Test func `an unknown time zone is known before anything is read`() {
        var settings = IntakeSettings()
        settings.timeZone = "Europe/Atlantis"
        #expect(throws: IntakeError.unknownTimeZone("Europe/Atlantis")) { try Intake("", settings: settings) }
    }
}
