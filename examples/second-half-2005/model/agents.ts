/** Browsers of 2005 as they named themselves. No robot list knows any of them. `\xf6` stands for one byte that is not UTF-8. */
export const browsers = [
  "Mozilla/4.0 (compatible; MSIE 6.0; Windows NT 5.1; SV1)",
  "Mozilla/4.0 (compatible; MSIE 6.0; Windows NT 5.1; SV1; .NET CLR 1.1.4322)",
  "Mozilla/4.0 (compatible; MSIE 6.0; Windows NT 5.0)",
  "Mozilla/4.0 (compatible; MSIE 6.0; Windows 98; Win 9x 4.90)",
  "Mozilla/4.0 (compatible; MSIE 5.5; Windows NT 5.0)",
  "Mozilla/4.0 (compatible; MSIE 5.01; Windows 98; DigExt)",
  "Mozilla/4.0 (compatible; MSIE 6.0; AOL 9.0; Windows NT 5.1)",
  "Mozilla/5.0 (Windows; U; Windows NT 5.1; en-US; rv:1.7.10) Gecko/20050716 Firefox/1.0.6",
  "Mozilla/5.0 (Windows; U; Windows NT 5.1; zh-CN; rv:1.7.12) Gecko/20050915 Firefox/1.0.7",
  "Mozilla/5.0 (X11; U; Linux i686; de-DE; rv:1.7.12) Gecko/20050922 Firefox/1.0.7 (Debian package 1.0.7-1)",
  "Mozilla/5.0 (Macintosh; U; PPC Mac OS X; en) AppleWebKit/312.1 (KHTML, like Gecko) Safari/312",
  "Mozilla/5.0 (Macintosh; U; PPC Mac OS X; fr) AppleWebKit/412.7 (KHTML, like Gecko) Safari/412.5",
  "Opera/8.02 (Windows NT 5.1; U; en)",
  "Mozilla/5.0 (compatible; Konqueror/3.4; Linux) KHTML/3.4.2 (like Gecko)",
  "Mozilla/4.78 [en] (Windows NT 5.0; U)",
  "Lynx/2.8.5rel.1 libwww-FM/2.14 SSL-MM/1.4.1 GNUTLS/1.0.16",
  'Mozilla/4.0 (compatible; MSIE 6.0; Windows NT 5.1; \\"Fun Web Products\\")',
  "Mozilla/4.0 (compatible; MSIE 6.0; Windows 98; K\xf6ln)",
] as const;

/** Robots that say so, those first that take most. The last one only `crawler-user-agents` knows; `isbot` lets it pass. */
export const robotAgents = [
  "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)",
  "Mozilla/5.0 (compatible; Yahoo! Slurp; http://help.yahoo.com/help/us/ysearch/slurp)",
  "msnbot/1.0 (+http://search.msn.com/msnbot.htm)",
  "Googlebot/2.1 (+http://www.google.com/bot.html)",
  "Baiduspider+(+http://www.baidu.com/search/spider.htm)",
  "ia_archiver",
  "Mozilla/2.0 (compatible; Ask Jeeves/Teoma)",
  "Bloglines/3.1 (http://www.bloglines.com; 14 subscribers)",
  "FAST-WebCrawler/3.8",
  "Wget/1.9.1",
  "Gigabot/2.0; http://www.gigablast.com/spider.html",
  "NetNewsWire/2.0 (Mac OS X; http://ranchero.com/netnewswire/)",
  "libwww-perl/5.803",
  "Mozilla/4.5 (compatible; HTTrack 3.0x; Windows 98)",
  "TurnitinBot/2.0 http://www.turnitin.com/robot/crawlerinfo.html",
  "Feedfetcher-Google; (+http://www.google.com/feedfetcher.html; 4 subscribers)",
  "Java/1.5.0_04",
  "MJ12bot/v1.0.5 (http://majestic12.co.uk/bot.php?+)",
  "Mozilla/5.0 (compatible; heritrix/1.4.0 +http://archive.example.org/)",
  "W3C_Validator/1.432.2.10",
  "Mozilla/4.75 (Nikto/1.35 )",
] as const;

/** A mirror program among the browsers: only the blacklist's `agent:PressMirror` finds it. */
export const mirrorAgent = "Mozilla/4.0 (compatible; PressMirror 1.4; Windows 98)";
