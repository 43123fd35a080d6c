import {sha256} from "../../../base/sha256.ts";
import type {RobotList} from "./robot-list.ts";

/** The day on which the file was changed last that the words are from. */
const version = "2025-08-13";

/** An agent that holds one of these is a spider: `http` is in every agent that names a site. */
const anywhere = [
  ...["bot", "spider", "wordpress", "appengine", "appledictionaryservice", "python-urllib", "python-requests"],
  ...["google-http-java-client", "facebook", "yahoo", "rockpeaks", "phantomjs", "http"],
];

/** An agent that begins so is one, too. */
const atTheBeginning = [
  ...["goo wikipedia", "mediawikicrawler-google", "wikiwix-bot", "java/", "curl", "php/", "faraday", "httpc", "ruby"],
  ...[".net", "python", "apache", "scrapy", "pycurl", "libwww", "zend", "wget", "nodemw", "winhttpraw", "twisted"],
  ...["com.eusoft", "lagotto", "peggo", "recuweb", "check_http", "magnus", "mld", "jakarta", "find-link", "j. river"],
  ...["projectplan9", "admantx", "httpunit", "lwp", "inaturalist", "wikidemo", "fsresearchit", "livedoor"],
  ...["microsoft monitoring", "mediawiki", "user:", "user_talk:", "github", "tools.wmflabs.org"],
  ...["blackboard safeassign", "damn small xss", "meetingroomapp"],
];

/** So is one that begins with an address of electronic mail. */
const mailAddress = /^\S+@\S+\.[a-z]{2,3}/;

/** The same, written out: RE2 holds fewer signs for blanks. */
const mailExpression = (() => {
  const sign = String.raw`[^\s\x0b\x{a0}\x{1680}\x{2000}-\x{200a}\x{2028}\x{2029}\x{202f}\x{205f}\x{3000}\x{feff}]+`;
  return String.raw`^${sign}@${sign}\.[a-z]{2,3}`;
})();

const patternsText = (): string => {
  return [...anywhere, ...atTheBeginning, String(mailAddress)].map((text) => `${text}\n`).join("");
};

/**
 * The words by which Wikimedia's pageviews tell spiders, without those of ua-parser that it asks besides.
 *
 * @source https://github.com/wikimedia/analytics-refinery-source Webrequest.java, Apache 2.0
 */
export const wikimediaList: RobotList = {
  name: "wikimedia",
  version,
  sha256: sha256(patternsText()),
  form: "built in",
  entryCount: anywhere.length + atTheBeginning.length + 1,
  networks: [],
  isRobot: (agent) => {
    const text = agent.toLowerCase();
    return (
      anywhere.some((word) => text.includes(word)) ||
      atTheBeginning.some((word) => text.startsWith(word)) ||
      mailAddress.test(text)
    );
  },
  patternsText,
  asExpressions: () => [...anywhere.map(plain), ...atTheBeginning.map((word) => `^${plain(word)}`), mailExpression],
};

function plain(word: string): string {
  return word.replace(/[.^$*+?()[\]{}|\\]/g, "\\$&");
}
