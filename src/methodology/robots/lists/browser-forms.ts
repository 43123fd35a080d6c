/**
 * Which agents have the form of a device's browser, or of a browser that gives its own name only?
 *
 * Such an agent holds no word of a robot by which a public list could rightly take it, unless the robot names itself
 * beside it.
 */
export const browserForms: readonly RegExp[] = [
  // Television sets and boxes.
  /\b(?:HbbTV|CE-HTML|NETTV|NETRANGEMMH|Tbrowser|VIDAA|OMI|HDTV|Opera TV|BDPlayer|Maple|DTVNetBrowser|InettvBrowser|webOS\.TV|AppleTV)\b|Smart-?TV|Google ?TV/i,
  /\bAFT[A-Z]{1,4}[\d_-]/,
  // Telephones before Android: what they run is Java's profile for telephones, or a browser that comes with the chip.
  /\b(?:MIDP|CLDC|J2ME|MAUI|BREW|WAP[- _]?Browser|UP\.(?:Browser|Link)|Obigo|Teleca|Dolfin|Openwave|Jasmine|NetFront|POLARIS|UCWEB|JUC|Windows CE|Symbian|S60|Maemo|Psion|jig browser)(?![a-z])/i,
  // A telephone's maker and model.
  new RegExp(
    `^(?:${anyOf(
      "Nokia SonyEricsson Ericsson SAMSUNG SEC SIE MOT LGE? Alcatel BlackBerry Panasonic PHILIPS SAGEM SHARP SANYO ZTE",
      "HUAWEI HTC DoCoMo KDDI J-PHONE Vodafone SoftBank portalmmm Palm BenQ PANTECH Toshiba NEC Mitsu KYOCERA KWC QC",
      "LENOVO HAIER TCL AUDIOVOX VK Spice MAXON Micromax LAVA Karbonn INTEX TIANYU DESAY iBall",
    )})[-_ /]?(?:\\w{1,6}[-_ ]){0,2}[a-z]{0,4}\\d`,
    "i",
  ),
  /^iP(?:hone|od|ad)[\w ,]{0,16}$/,
  // A telephone, or a console, behind Netscape's name.
  /^Mozilla\/\d\.\d+ ?\((?:SAMSUNG; SAMSUNG-|DreamPassport|DDIPOCKET|NTTDoCoMo|compatible; DPlus)|\bElaine\//,
  // UC Browser, where it says in short what a phone is.
  /^dv\([^)]{1,40}\);pr\(UCBrowser\//,
  // Text browsers name their library too, and most old browsers nothing but themselves.
  new RegExp(
    `^(?:\\w{1,12}[_ ])?(?:${anyOf(
      "Lynx E?Links (?:Emacs-)?w3m Dillo NetSurf Amaya Galeon iCab OmniWeb Netscape MSIE Opera AvantGo IBrowse AWeb OWB",
      "AmigaVoyager NetPositive Arachne Emacs-W3 \\w{0,12}Mosaic Bunjalloo retawq edbrowse Cyberdog Phoenix Firebird",
      "Firefox Camino Epiphany Konqueror CERN-LineMode Vimprobable uzbl Aplix_\\w{1,20}_browser MQQBrowser Sleipnir",
    )}|nook browser)(?![a-z]).{0,30}\\d|^IBM WebExplorer`,
    "i",
  ),
  /^E?Links \(/i,
  // Whatever calls itself a browser, and says no more.
  /^\w{1,30}(?: |_|)Browser(?: UNTRUSTED)?\/[\d.]{1,20}$/,
  // What plays sound and film, on a page too: a person listens.
  /^(?:AppleCoreMedia|VLC|LibVLC|stagefright|NSPlayer|Windows-Media-Player|mpv|MPlayer|MPC-HC|QuickTime|foobar2000|WinampMPEG|Totem|Kodi)(?:[/ ]v?\d|$)|^[\w. -]{1,60}\/[\w.]{1,20} \(Linux; ?Android [\d.]{1,10}\) ExoPlayerLib\/\d/,
  // Android's own name for itself, with and without its first word.
  /^(?:(?:\w{1,20}:)?(?:Dalvik\/)?v?[\d.]{1,9} \(?Linux|Dalvik\b[^;]{0,30}\(?Linux.{1,4}U|(?:Linux; U; )?Android )/,
];

/** What draws a page, and what browsers call themselves. */
const engines = anyOf(
  "AppleWebKit WebKit Gecko KHTML MSIE\\s\\d MSPIE Trident Presto Firefox Chrome Safari Opera browser Konqueror Galeon",
  "Nintendo PlayStation PSP Planetweb DreamPassport NetFront Servo Goanna Treco Netscape iCab IBrowse Syllable Mosaic",
  "NetSurf Ladybird",
);

/** What browsers run on, which was all that they said of themselves until 2000. */
const systems = anyOf(
  "Android iPhone iPad Windows Win9 Win3 WinNT Win16 Win32 Macintosh Mac[\\s_] X11 Linux BSD SunOS Amiga AROS MorphOS",
  "BeOS Haiku OS/2 Xbox RISC\\s?OS QNX Photon Syllable Inferno OpenVMS AIX HP-UX IRIX OSF Unix Symbian BlackBerry RIM\\d",
  "PalmOS PalmSource Elaine REX BREW Danger CellPhone WebTV NEWS-OS Homepage\\sBuilder AvantGo OffByOne DPlus",
);

/** Which signs of a browser are there? An agent that has none of them is a program's. */
export const browserSigns: readonly RegExp[] = [
  new RegExp(`^Mozilla ?/ ?(?:[1-4].*(?:${engines}|${systems})|5.*(?:Android|iPhone|iPad))`, "is"),
  new RegExp(`^Mozilla ?/.*(?:${engines})(?![a-z])|(?:${engines})[ /]?v?\\d|browser(?![a-z])`, "is"),
  // What a device tells of itself without a browser's word: its window, its system's build, its gateway.
  /\b\d{3,4}[x*]\d{3,4}\b|\b(?:Build|Release)\/\w|\bUP\/\d|\b(?:MobileExplorer|MMEF\d|KOMATSU|Kindle|ARCHOS|Espial)\b/,
  ...browserForms,
];

/** Words with blanks between them, as choices of an expression. */
export function anyOf(...lines: readonly string[]): string {
  return lines.join(" ").replaceAll(" ", "|");
}
