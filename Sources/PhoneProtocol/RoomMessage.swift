/// What the room tells the program that answers its phones, one message a line.
public enum RoomMessage: Hashable, Sendable {
  /// Listen at that address; the first free port from `port` on, ten at most, is taken.
  case open(address: String, prefix: Int, port: Int)
  /// This is to be seen from now on. It is answered by ``PorchMessage/inForce(version:)``.
  case notice(PhoneNotice)
  /// These letters are taken or dropped, and are to be forgotten but for their ids.
  case settle(letters: [String])
  /// These letters read otherwise from now on: something in them was redacted, or a name hidden.
  case amend([Letter])
  /// Takes no more ballots to that round, and hands over those that came: ``PorchMessage/roundClosed(round:_:)``.
  case closeRound(Int)
  /// The round's ballots are in the journal, or it was given up: they are to be off the disk.
  case forgetRound(Int)
  /// The round goes on: its closing was refused or taken back.
  case reopenRound(Int)
  /// Nothing more is taken from that phone, or again.
  case mute(phone: Int, Bool)
  /// Looks for 20 seconds again whether phones get through: ``PorchMessage/sign(_:)``.
  case watch
  /// A new code is wanted; the phones that are in stay in.
  case changeCode
  /// The room closes for phones: the letterbox is removed, and the program ends. When the input ends without this, the
  /// letterbox stays, and is read again next time.
  case shut
  /// Something that a later version says; it is passed over.
  case unknown(JSONValue)
}

/// What the program that answers the phones tells the room, one message a line.
public enum PorchMessage: Hashable, Sendable {
  /// The program is there, and these are the addresses it could be reached at.
  case addresses([PhoneAddress])
  /// It listens. What was in the letterbox already comes next, as if it came now.
  case opened(address: String, port: Int, code: String)
  /// It does not listen, and has ended.
  case hindered(Hindrance)
  /// A letter came, and is on the disk.
  case letter(Letter)
  /// A phone's ballot came, the first one to that round or another one, and is on the disk.
  case voted(phone: Int, round: Int)
  /// The ballots of a round, in the order of the phones' numbers; from now on there are no others.
  case roundClosed(round: Int, [PhoneBallot])
  /// How many phones came so far, and how many were heard of in the last minute.
  case phones(known: Int, here: Int)
  /// The notice is in force: nothing that was seen before it is taken as an answer to it.
  case inForce(version: Int)
  /// Something that tells why a phone gets through, or does not.
  case sign(Sign)
  /// Something went wrong, and it goes on.
  case trouble(Trouble)
  /// The letterbox is removed, and the program ends.
  case done
  /// Something that a later version says; it is passed over.
  case unknown(JSONValue)

  /// Why it does not listen.
  public enum Hindrance: String, CaseIterable, Hashable, Sendable {
    /// All ten ports are in use.
    case portsInUse = "ports-in-use"
    /// This machine does not have that address, or no longer.
    case noSuchAddress = "no-such-address"
    /// The folder of the letterbox cannot be written.
    case folderUnwritable = "folder-unwritable"
    /// Another program has that letterbox.
    case letterboxInUse = "letterbox-in-use"
    /// The system allows no socket.
    case notAllowed = "not-allowed"
  }

  /// What tells why a phone gets through, or does not.
  public enum Sign: String, CaseIterable, Hashable, Sendable {
    /// The first request of a phone was answered.
    case request
    /// A browser tried https.
    case tls
    /// A request was meant for another host: a proxy or a VPN stands between.
    case otherHost = "other-host"
    /// A connection came from another network, and was closed.
    case otherNetwork = "other-network"
    /// A machine on this network asked for this one, and no connection came of it: most likely this machine's firewall.
    case knock
    /// Nobody came in 20 seconds, and nobody asked for this machine either.
    case silence
  }

  /// What went wrong.
  public enum Trouble: String, CaseIterable, Hashable, Sendable {
    /// The letterbox cannot be written: letters are refused until it can.
    case letterboxFull = "letterbox-full"
    /// The letterbox was damaged, and what could be read of it was kept.
    case letterboxDamaged = "letterbox-damaged"
    /// The address is gone from this machine; it has stopped to listen.
    case addressGone = "address-gone"
    /// A message from the room could not be read, and was passed over.
    case unreadableMessage = "unreadable-message"
  }
}

/// An address that phones could reach this machine at.
public struct PhoneAddress: Hashable, Sendable {
  /// The interface's name, such as `wlan0`.
  public var interface: String
  /// What the interface is.
  public var kind: Kind
  /// The name of the Wi-Fi, where it is known.
  public var network: String?
  /// The address, as four numbers (IPv4).
  public var address: String
  /// How many of its bits are the network's, 1–32.
  public var prefix: Int

  /// An address.
  public init(interface: String, kind: Kind, network: String?, address: String, prefix: Int) {
    self.interface = interface
    self.kind = kind
    self.network = network
    self.address = address
    self.prefix = prefix
  }

  /// What an interface is. What is neither Wi-Fi nor cable is named only to say why it is left out.
  public enum Kind: String, CaseIterable, Hashable, Sendable {
    /// Wireless.
    case wifi
    /// A cable.
    case cable
    /// The machine itself.
    case loopback
    /// An address that the machine gave itself, because nobody else did.
    case selfAssigned = "self-assigned"
    /// A network of containers or virtual machines.
    case virtual
    /// A tunnel, a VPN.
    case tunnel

    /// Whether it is offered.
    public var isOffered: Bool {
      switch self {
      case .wifi, .cable: true
      case .loopback, .selfAssigned, .virtual, .tunnel: false
      }
    }
  }
}
