package import Journal
package import Method
package import Workshop

/// What is replayed: a script or a journal, and the method it walks.
package struct ReplaySource {
  /// The file as it is named in messages.
  package let file: String
  package let content: Content
  package let method: Workshop.Method
  package let source: Library.Source

  package init(file: String, content: Content, method: Workshop.Method, source: Library.Source) {
    (self.file, self.content, self.method, self.source) = (file, content, method, source)
  }

  /// What the file holds.
  package enum Content {
    case script(Script, bytes: [UInt8])
    case journal(JournalContents)
  }

  /// What the folder of the session is called that is made of it, where nobody says otherwise.
  package var title: String {
    switch content {
    case .script: Script.title(of: file)
    case .journal: Script.title(of: file.hasSuffix("/" + SessionsFolder.journalName) ? String(file.dropLast(14)) : file)
    }
  }

  /// The method it was recorded with, and its version; nil when it does not say.
  package var recordedMethod: (name: String, version: String)? {
    switch content {
    case .script(let script, _): script.head.method
    case .journal(let contents): (contents.header.method, contents.header.methodVersion)
    }
  }

  /// The form of its lines as a script.
  var form: Int {
    switch content {
    case .script(let script, _): script.head.form
    case .journal: Script.form
    }
  }

  /// Whether it was recorded with another version of the method, so that some of it may have no place now.
  package var isOfAnotherVersion: Bool {
    recordedMethod.map { $0.name == method.name && $0.version != method.version } ?? false
  }

  /// What is played.
  package var steps: ReplaySteps {
    switch content {
    case .script(let script, _): .lines(script.lines)
    case .journal(let contents): .entries(contents.inCausalOrder)
    }
  }
}
