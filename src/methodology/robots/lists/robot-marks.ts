import {anyOf, browserSigns} from "./browser-forms.ts";
import {withoutDevice} from "./browser-text.ts";

/** What an agent is a robot's by, unless something else stands in it too. */
export interface RobotMark {
  readonly fits: RegExp;
  readonly unless?: RegExp;
}

/** What only programs say of themselves. The expressions are as careful as those in `set-aside.ts`. */
export const robotMarks: readonly RobotMark[] = [
  // What it does to a page.
  {
    fits: new RegExp(
      anyOf(
        "screen-?shot web\\s?snap thumb(?:nail|shot) wkhtml web\\s?capture (?:html|kit|page|url)(?:to|2)(?:png|pdf|image)\\b",
        "render(?:er|ing)\\b extract(?:or|ion) valid(?:ator|ation)\\b \\bpreload\\b prefetch transcoder img\\s?siz",
        "benchmark \\bsiege\\b \\bscout\\b \\bprobe\\b \\bsurvey\\b crwlr \\bmirror\\b offline sitemap backlink",
        "link\\s?(?:check|test|valid) (?:web)?site\\s?(?:guard|monitor|check|analy|test) homepage\\s?(?:analy|monitor|check)",
        "web\\s?test load\\s?test security\\. \\bvulnerab web\\sservices\\sclient \\buptime \\bsynthetic",
      ),
      "i",
    ),
    unless: /\bMSIE [4-8].{0,400}(?:\bOffline\b|Mirror)/i,
  },
  // What it is for. Into Internet Explorer's comment providers and employers wrote their names.
  {
    fits: new RegExp(
      anyOf(
        "snap\\s?(?:shot|kit) favicon \\bspy\\b \\bsnoop \\bgrab \\bslurp plagiar trademark \\bwebhook \\bunfurl syndic",
        "\\bresearch \\bproject\\b \\bbatch \\bseo\\b \\bwhois\\b \\baccessib \\bautomat(?:ed|ion) \\banalytics\\b \\bphish",
        "\\bweb-?(?:copy|walk|watch|min(?:e|ing)|link|collage|compass|vac|snarf|filter|read|scan|scrap|stat|search|rank)",
        "\\bweb-?(?:fetch|grab|find|rip|suck|thumb|shot|probe|monitor|meta|index|inator|zip|strip|data|image|pix|auto)",
        "\\bweb-?trac \\bthreat \\bmalware (?:security|monitoring|privacy|audit|intelligence|discovery|metrics)(?:/|$)",
      ),
      "i",
    ),
    unless: /\bMSIE \d|Presto/,
  },
  // What it is, in a word for one who does it.
  {
    fits: new RegExp(
      `(?:${anyOf(
        "collect gather seek hunt sniff leech ripp copi siphon suck grabb reap verifi sweep poll inspect research profill?",
        "scrap download pars fetch harvest index crawl monitor watch track validat check test load walk link\\s?find",
        "detect request alert prob aggregat analy[sz] audit peek scan report search filter resolv import sync cach convert",
        "captur generat notif[iy] submi(?:t|tt) optimi[sz] discover travers enumerat evaluat measur summari[sz] visuali[sz]",
      )})(?:er|or)s?(?![a-z])`,
      "i",
    ),
    unless: /\bMSIE \d|Presto|\bOMI\b/,
  },
  // Who sends it: those who watch sites, look for holes in them, or sell what stands in them.
  {
    fits: new RegExp(
      anyOf(
        "assetnote sucuri netsparker invicti detectify qualys rapid7 tenable nessus nikto sqlmap wpscan acunetix",
        "arachni\\b siteadvisor site\\s?24x7 catchpoint gomez keynote alertsite dynatrace ruxit debugbear gtmetrix",
        "speedcurve statuscake uptrends datadog new\\s?relic yottaa neustar browsermob\\b netcraft alertra kimono",
        "import\\.io diffbot apify brandwatch meltwater copyscape turnitin claude-web forusp criteo webaroo unister",
        "lightspeedsystems jobb(?:oe|ö)rse link\\scommander binglocalsearch newt\\sactivex ichiro/ qihoo\\s\\d sbooksnet",
        "MSIE\\s5\\.0;\\sYANDEX MSIE\\s4\\.01;\\sWindows95 webmon\\b \\bPTST\\b historyhound liauthlibrary boston\\sproject",
        "con_aff pingdom checkly censys shodan splunk siteimprove semalt sistrix grapeshot trendiction megaindex synthesio",
        "nagios watchmouse \\bxenu\\b genieo scoutjet \\bwordpress \\bdrupal htdig coldfusion scrapy seokicks semrush",
        "spyonweb seobility \\bgrub\\b \\bnutch heritrix \\bpython jakarta simplepie movabletype vbulletin \\bphp\\b \\bperl\\b",
        "(?<!\\.)facebook(?!\\.) teleport httrack leechget blackwidow nuclei\\b l9scan leakix masscan zgrab zmeu\\b morfeus",
        "dirbuster havij jorgee fimap whatweb openvas mozlila moblie",
        "screaming\\sfrog ghost\\sinspector appdynamics spinn3r aggregator:",
      ),
      "i",
    ),
  },
  // Programs that drive a browser.
  {
    fits: /\b(?:puppeteer|playwright|selenium|webdriver|nightmare|jsdom|htmlunit|slimerjs|casperjs|zombie\.?js|testcafe|headless\w{0,20})(?![a-z])/i,
  },
  // Whom to write to, so that machines cannot read it.
  {fits: /\b(?:at|\[at\]|\(at\)) \w[\w-]{0,40} (?:dot|\[dot\]|\(dot\)) /i},
  // Whose it is: the name of a site, which a browser has no reason to give.
  {
    fits: /(?:^|[ (;+[-])(?:www\.[\w-]{1,60}|[\w-]{2,60})\.(?:org|net|info|io|ai|dev|eu|de|fr|uk|nl|ru|cz|pl|jp|cn|co)(?=[ ;,)\]]|\/(?!\d)|$)/i,
    unless: /\bMSIE \d|Android|iPhone|iPad|ASP\.NET|Debian|Opera|proxomitron|arachne/i,
  },
  // Programs of an office, and of mail: they look at what a person may open, and at feeds.
  {
    fits: /\b(?:ms-office|MSOffice|Microsoft Office|Microsoft Outlook|Outlook-Express)\b|^Mozilla\/5\.0 \(Macintosh; Intel Mac OS X[^)]{0,20}\) (?:Word|Excel|PowerPoint|Outlook|OneNote)\//,
  },
  {
    fits: new RegExp(
      `\\b(?:${anyOf(
        "Thunderbird Postbox(?:App)? Lotus-Notes Airmail eM\\s?Client Mailspring Foxmail Eudora The\\sBat! Spicebird",
        "FossaMail Framabird KMail2? Kontact Mailbird MailMate Sylpheed Claws\\sMail Zimbra zdesktop IncrediMail Pocomail",
        "GyazMail Becky! Polymail",
      )})(?![a-z])`,
      "i",
    ),
  },
  // Programs for feeds, and for reading later.
  {
    fits: new RegExp(
      `Reeder(?:For|/)|\\b(?:${anyOf(
        "Liferea NetNewsWire Vienna/ RSSOwl QuiteRSS Akregator Newsboat FreshRSS Miniflux Inoreader Feedbin ReadKit",
        "Instapaper Flipboard Evernote Readability Syndirella Shrook NewsFire GreatNews BottomFeeder FeedDemon NewsGator",
        "RSS\\s?Bandit Netvibes Bloglines",
      )})(?![a-z])|\\bpodcast`,
      "i",
    ),
    // An app in which a person reads.
    unless: /; wv\)|AppleWebKit.{0,200}\bMobile\b/,
  },
  // No browser puts itself together so: the name of the header in it, an engine under the name of another's browser, a
  // word where its engine's comment ends, no engine at all.
  {
    fits: new RegExp(
      [
        "^User-?Agent:",
        "like Gecko\\) (?:Firefox|Edge|Opera|Safari)/[\\d.]{1,20} Safari/",
        "KHTML, like Gecko(?:;|, Google)",
        "\\brv:11\\.\\d\\) like Gecko \\w",
        "^Mozilla/5\\.0(?:[/;,:-]| (?:AppleWebKit|Firefox|Chrome|Safari)\\b)",
        "^Mozilla/5\\.0 \\([^()]{1,200}\\) Chrome/",
        "^Mozilla/\\d\\.\\d \\(compatible; Win32\\)",
        "\\bMSIE [a-z]",
      ].join("|"),
      "i",
    ),
    unless: /Presto|NetFront|like Gecko (?:Core\/[\d.]{1,20} )?QQBrowser|APUSBrowser|ICAPoHTTPS|googleweblight/,
  },
  {
    fits: new RegExp(
      [
        "^(?!Mozilla|Opera)[\\w./-]{1,60} Mozilla/5\\.0 \\((?:Windows NT|Macintosh|X11)",
        "(?:Safari|Firefox|Chrome)/[\\d.]{1,20}(?: [\\w./-]{1,60}){0,3} \\(compatible",
        "Chrome/\\d{1,4}\\.\\d{1,5}\\.\\d{1,6} (?!Safari/[\\d.]{1,20} \\w)",
        "Safari/[\\d.]{1,20}; (?!360)[a-z]",
        "^Mozilla/5\\.0 \\((?:Windows NT|Macintosh|X11).{1,300}Safari/[\\d.]{1,20} \\([^()]{1,200}\\)$",
      ].join("|"),
      "i",
    ),
    unless: /Android|Konqueror|TV\/\d|iPhone.{0,200}360|\bIron\/|^[A-Z]{2,8}\d{2,5} /,
  },
  // Behind Firefox stands nothing since its fourth version, unless it is another browser made of it.
  {
    fits: /Firefox\/(?:[4-9]|\d\d)[\d.]{0,12} (?!GTB|Mobile)[a-z]/i,
    unless: new RegExp(
      anyOf(
        "Android KAIOS Seamonkey Moon \\w(?:fox|cat|zilla|weasel|ape|bird|dragon|wolf|browser|monkey)/ Midori Fennec",
        "Goanna Mypal Basilisk Lightning Fedora Ubuntu SUSE Mint LBB Safari Chrome Opera Swiftfox Navigator Light/ Flow",
        "Epic Maxthon Sailfish",
      ),
      "i",
    ),
  },
  // A word without a version behind Safari, where browsers give one.
  {
    fits: /Safari\/[\d.]{1,20} (?!Mobile|TV|Brave|Maxthon|Desktop)[a-z][\w.-]{0,60}$/i,
    unless: /; wv\)|\bBuild\/|TV|BROWSER|MRCHROME|ICAPoHTTPS/i,
  },
  // Qt's engine, by its versions, in a program that is none of its browsers: it draws pages without a window.
  {
    fits: new RegExp(
      "AppleWebKit/(?:53[23]\\.[34]|534\\.34|537\\.21|538\\.1|602\\.1) \\(KHTML, like Gecko\\) " +
        `(?!${anyOf(
          "Version Chrom Mobile Arora QupZilla Falkon rekonq Midori Epiphany Fluid Qt Konqueror OWB Dooble Otter Usejump",
          "WahOO",
        )})[a-z][\\w.-]{1,40}(?:/[\\w.]{1,20})? (?:Version/[\\d.]{1,20} )?Safari/[\\d.]{1,20}$`,
      "i",
    ),
    unless: /Browser|Mobile|Android|TV|Haiku|iCab|Windows CE/i,
  },
  // An attack on whoever reads the log.
  {fits: /\$\{|\(\) ?\{|<(?:script|\?php)|\bunion\b.{0,40}\bselect\b|\bsleep\(|\.\.\/|%00|\bchr\(|&&|\|\|/i},
];

/**
 * What gives the agent away as a robot's?
 *
 * @returns The text that does; "" where it is that no sign of a browser stands in it; null for a browser's, and for one
 *   that says nothing.
 * @source docs/robots.md#what-broadsheet-adds
 */
export function findRobotMark(agent: string): string | null {
  if (agent.trim() === "") return null;
  const fitting = robotMarks.filter(({fits}) => fits.test(agent));
  if (fitting.length > 0) {
    const text = withoutDevice(agent);
    for (const {fits, unless} of fitting) {
      const found = fits.exec(text)?.[0];
      if (found !== undefined && !unless?.test(agent)) return found;
    }
  }
  return browserSigns.some((sign) => sign.test(agent)) ? null : "";
}
