import FacilitationFixtures
import Foundation
import PseudoTerminal

#if canImport(FoundationNetworking)
import FoundationNetworking
#endif

/// A phone of the room, on this machine: its cookies, and what it asks.
struct PhoneOnLoopback: Sendable {
  private let session: URLSession
  let site: String
  let code: String

  /// A phone that has not come in yet.
  init(_ room: PhonesOfARoom) {
    let configuration = URLSessionConfiguration.ephemeral
    configuration.httpAdditionalHeaders = ["Accept-Language": "en"]
    session = URLSession(configuration: configuration)
    (site, code) = (room.site, room.code)
  }

  /// The page as it is now.
  func page() async throws -> String {
    let (bytes, _) = try await session.data(from: try url(""))
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Looks until the page shows a form.
  func wait(forForm form: String) async throws {
    for _ in 0..<3_000 {
      if try await page().contains("data-form=\"\(form)\"") { return }
      await Task.yield()
    }
    throw URLError(.timedOut)
  }

  /// Sends a form, and gives the status of the answer.
  @discardableResult
  func send(
    _ kind: String, form: String, id: String = PhoneOnLoopback.id(), _ fields: [String: String]
  ) async throws -> Int {
    var request = URLRequest(url: try url("/\(kind)"))
    request.httpMethod = "POST"
    request.setValue("application/x-www-form-urlencoded", forHTTPHeaderField: "Content-Type")
    request.setValue("1", forHTTPHeaderField: "X-Plenum")
    let all = fields.merging(["form": form, "id": id]) { $1 }
    let allowed = CharacterSet.alphanumerics
    request.httpBody = Data(
      all.map { "\($0)=\($1.addingPercentEncoding(withAllowedCharacters: allowed) ?? "")" }.joined(separator: "&").utf8)
    let (_, answer) = try await session.data(for: request)
    return (answer as? HTTPURLResponse)?.statusCode ?? 0
  }

  /// The name of a letter, as a page makes one: 96 bits.
  static func id() -> String { (0..<12).map { _ in String(format: "%02x", UInt8.random(in: 0...255)) }.joined() }

  private func url(_ path: String) throws -> URL {
    guard let url = URL(string: "http://\(site)/\(code)\(path)") else { throw URLError(.badURL) }
    return url
  }
}

/// The program that answers phones, where it is built, made to listen on loopback: a test has no other network.
struct PhonesOfARoom {
  /// Where `Scripts/test phones` has built it; nil for every other run of the tests, which have not even a loopback.
  static let program = ProcessInfo.processInfo.environment["PLENUM_TESTS_PHONES"]

  private(set) var site = ""
  private(set) var code = ""
  private let folder: TemporaryFolder

  /// What stands in for the program: it says that loopback is a cable, and is the program otherwise.
  init(in folder: TemporaryFolder) throws {
    self.folder = folder
    let address = #"{"interface":"lo","kind":"cable","network":null,"address":"127.0.0.1","prefix":8}"#
    try folder.write(
      """
      #!/usr/bin/env python3
      import json, os, subprocess, sys
      child = subprocess.Popen(["\(PhonesOfARoom.program ?? "")"] + sys.argv[1:], stdout=subprocess.PIPE)
      with open("\(folder.path)/pid", "w") as file: file.write(str(child.pid))
      for line in child.stdout:
          message = json.loads(line)
          if message["is"] == "addresses": message["addresses"] = [json.loads('\(address)')]
          sys.stdout.write(json.dumps(message) + "\\n")
          sys.stdout.flush()

      """, to: "phones.py")
    try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: folder.path + "/phones.py")
  }

  /// What `plenum` is started with.
  var environment: [String: String] { ["PLENUM_PHONES": folder.path + "/phones.py"] }

  /// Reads where phones find the room.
  mutating func look(in session: String) throws {
    let note = try String(contentsOfFile: folder.path + "/Sessions/\(session)/.phones", encoding: .utf8)
    let lines = note.split(separator: "\n", omittingEmptySubsequences: false)
    (site, code) = (String(lines[0]), String(lines[1]))
  }

  /// Ends the program as nothing it could answer to would.
  func kill() throws {
    let number = try String(contentsOfFile: folder.path + "/pid", encoding: .utf8)
    _ = Foundation.kill(pid_t(number) ?? 0, SIGKILL)
  }
}
