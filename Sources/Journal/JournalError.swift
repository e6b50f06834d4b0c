/// Why a journal, or another file, could not be read or written. Facts; the words are elsewhere.
public enum JournalError: Error, Hashable, Sendable {
  /// There is no such file.
  case notFound
  /// There is a file or folder of that name already.
  case alreadyExists
  /// It is no journal of ours.
  case notAJournal(NotAJournal)
  /// It is a journal of a format that this version cannot read.
  case newerFormat(Int)
  /// It may be read, but not written.
  case isReadOnly(ReadOnly)
  /// It is open in another window.
  case lockedElsewhere
  /// Something else than a file of our own stands there; it is left alone.
  case notARegularFile(FileKind)
  /// The file belongs to another user.
  case belongsToSomebodyElse
  /// The operating system does not open it.
  case cannotOpen(Fault)
  /// The operating system does not read it.
  case cannotRead(Fault)
  /// The operating system does not make a file or folder there.
  case cannotCreate(Fault)
  /// The operating system does not take the bytes. What stood there before still does.
  case cannotWrite(Fault)
  /// The operating system took the bytes but did not bring them to the disk. Nothing more is written to that file.
  case syncFailed(Fault)
  /// Somebody put another file in the journal's place, or changed it, while it was open here. Nothing was appended.
  case replaced(Replacement)
  /// Something is larger than a journal takes.
  case tooLarge(Limit)
  /// The name is no name of a session.
  case notASessionName
  /// Several sessions begin like that.
  case ambiguous([String])
  /// The journal was closed.
  case closed
}

/// What a file is that is no journal.
public enum NotAJournal: Hashable, Sendable {
  /// It holds nothing.
  case empty
  /// It holds nothing but NULs.
  case onlyNULs
  /// It is text in UTF-16.
  case utf16
  /// It holds neither a header nor an entry.
  case noHeader
}

/// What happened to a journal's file behind our back.
public enum Replacement: Hashable, Sendable {
  /// It was removed.
  case removed
  /// Another file bears its name.
  case anotherFile
  /// It has another size than we left it with.
  case size(expected: Int, found: Int)
}

/// What stands in a folder under a name.
public enum FileKind: Hashable, Sendable {
  /// A file of bytes.
  case regular
  /// A folder.
  case folder
  /// A symbolic link.
  case symbolicLink
  /// A pipe, a socket, a device.
  case special
}

/// What the operating system answers when it does not do what it is asked.
public enum Fault: Error, Hashable, Sendable {
  /// The disk is full.
  case diskFull
  /// The user's share of the disk is full.
  case quotaExceeded
  /// The file may not grow that large.
  case fileTooLarge
  /// The disk failed.
  case inputOutput
  /// The disk is mounted for reading only.
  case readOnlyDisk
  /// It is not permitted.
  case notPermitted
  /// There is nothing of that name.
  case noSuchFile
  /// There is something of that name already.
  case exists
  /// A symbolic link stands where none is followed.
  case symbolicLink
  /// A folder stands where a file is wanted.
  case isFolder
  /// A file stands where a folder is wanted.
  case isNoFolder
  /// The name is too long.
  case nameTooLong
  /// Too many files are open.
  case tooManyFiles
  /// A signal came first; it may be tried again.
  case interrupted
  /// Somebody else holds the lock.
  case wouldBlock
  /// This file system does not know that request.
  case notSupported
  /// Something else, by its number.
  case other(Int32)
}
