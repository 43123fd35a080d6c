import {anyOf, browserForms} from "./browser-forms.ts";

/*
 * The expressions are run by an engine that goes back when it fails, over at most a thousand characters: whatever repeats
 * in them has an end, so that a text made to that end costs its length times a small number.
 */

/** Who writes one of these is a robot, whatever browser it names: no form of a browser is believed beside it. */
const robotWord = new RegExp(
  anyOf(
    "(?:bot|robo)(?![a-z]) crawl spider slurp scrap(?:er|ing|y) harvest \\bfetch valid(?:ator|ate) check(?:er|s)?\\b",
    "monitor index(?:er|ing) search\\s?engine preview/ web\\spreview archiv screenshot headless \\bscan(?:ner|s)?\\b",
    "survey analy[sz] insight audit \\bPTST\\b https?://",
  ),
  "i",
);

/** In the name of a device `bot` is no such word: there is a maker CUBOT. */
const robotWordAtDevice = /bot\/|compatible|crawl|spider|preview|screenshot|monitor|https?:\/\/|@/i;

/** The name of a device, between its system and the engine. */
const deviceNames: readonly RegExp[] = [
  /\bAndroid[ -][^()]{0,200}?(?: Build\/[\w.+-]{0,60}|(?=\)))/,
  /\b(?:IEMobile|Tizen|Bada)\/[^()]{0,100}(?=\))/i,
];

/** Behind a telephone's browser, the name of the app that it is part of: for news, for talking; what WeChat calls its process. */
const appNames: readonly RegExp[] = [
  /(?<=\bMobile\b[^()]{0,200})\(News [\d. ]{1,40}\)/,
  /(?<=\bMobile\b[^()]{0,200})[ ;](?![\w. -]{0,40}(?:bot|crawl|spider|fetch|scrap|scan|preview))[\w.-]{0,30}news[\w-]{0,20}(?:[/ ][\d.]{1,20})?/gi,
  /(?<=\bMobile\b[^()]{0,200}) (?:Viber|upday)\/[\d.]{1,20}/,
  / Process\/tools\w{0,10}/,
];

/** What others write into a browser's agent, and what a public list holds a browser for. */
const browserPhrases: readonly RegExp[] = [
  // A translator went there for a person, in the name of that person's browser.
  /(?:,gzip\(gfe\))?,? ?\(via translate\.google\.com\)|,gzip\(gfe\)/,
  / Yandex\.Translate\b/,
  // A proxy on the way.
  / via (?:HTTP\/\d\.\d|Avirt Gateway Server) [\w.:/-]{1,80}/,
  / ICAPoHTTPS\b/,
  // What hides from a site who reads it.
  /\bmasking-agent\b/,
  / \(\)(?= Gecko)|\( ?anonymized by \w{1,20} \d{1,20}/,
  // Toolbars, and a developer's.
  /\bStumbleUpon(?:\.com)?[/ ][\d.]{1,12}|\bFirePHP\w{0,12}\/[\w.]{1,12}/,
  // A telephone that gives its name once more.
  /(?<=Safari\/[\d.]{1,12})\|Android [\w .-]{1,60}$/,
  // Browsers inside of others, and small ones.
  /[;, ] ?chromeframe\/[\d.]{1,20}/,
  /\b(?:OffByOne|BrowseX|Fluid\/[\d.]{1,20}|QQDownload(?: [\d.]{1,20})?)/,
  /Avant Browser[^;()]{0,40}|; Google-TR-\d/,
  // In the first years of Firefox people wrote things behind its name.
  /(?<=\bFirefox\/[01]\.[\d.]{1,8}\+?)(?:;| \()(?![^;()]{0,60}(?:bot|spider|crawl))[^;()@]{1,60}\)?$/i,
  // Sogou's browser; its search engine's robot has another name.
  /\bSogou(?:MSE|Search|Mobile|Android)[\w,./]{0,60}/,
  // Google made pages lighter for a person on a slow line.
  /; googleweblight(?=\))/,
  // The name of an app, as its maker registered it, and the size of its window.
  /\(com\.[a-z][\w.]{1,60}/,
  /\bws:\d{1,5}\|[\d|.]{1,20}/,
];

/** Behind the system, toolbars, providers and makers of browsers write into Internet Explorer's comment, often a site. */
const explorerComment = new RegExp(
  "(\\bMSIE \\d[^()]{0,80}?;[^();]{0,20}(?:Windows|Mac)[^;()]{0,40}" +
    "|^Mozilla/5\\.0 \\((?!compatible)[^();]{0,40}(?=;[^()]{0,300}\\bTrident/))" +
    "((?:;(?:[^;()]|\\([^()]{0,30}\\)){0,120}){1,60})",
);

const scheme = /https?:\/\//g;

/** What Windows and a telephone line's provider write there on a person's machine: beside it, a site alone tells no robot. */
const personalMachine = /\.NET ?CLR|\.NET4|InfoPath|Media Center|Tablet PC|\(R1 \d|Trident\/[67]/;

/**
 * The agent without what browsers, devices, toolbars, providers and translators write into it.
 *
 * Nothing is left of an agent in the form of a device's browser, unless a word of robots stands in it.
 *
 * @source docs/robots.md#what-broadsheet-adds
 */
export function withoutBrowser(agent: string): string {
  if (browserForms.some((form) => form.test(agent)) && !robotWord.test(agent)) return "";
  const rest = browserPhrases.reduce((text, phrase) => text.replace(phrase, " "), withoutApp(withoutDevice(agent)));
  const isPersonal = personalMachine.test(agent);
  return rest.replace(explorerComment, (_, system: string, additions: string) =>
    [
      system,
      ...additions
        .split(";")
        .filter((addition) => robotWord.test(isPersonal ? addition.replace(scheme, "") : addition)),
    ].join(";"),
  );
}

/** The agent without the name of a telephone, in which anything may stand. */
export function withoutDevice(agent: string): string {
  return withoutNames(agent, deviceNames, robotWordAtDevice);
}

/** The agent without the name of the app, unless that is a robot's. */
function withoutApp(agent: string): string {
  return withoutNames(agent, appNames, robotWord);
}

function withoutNames(agent: string, names: readonly RegExp[], wordOfRobots: RegExp): string {
  return names.reduce((text, name) => text.replace(name, (found) => (wordOfRobots.test(found) ? found : " ")), agent);
}

/** Everything that is set aside, for the list's hash. */
export const strippedBrowserText: readonly RegExp[] = [
  ...[...browserForms, ...deviceNames, ...appNames, ...browserPhrases],
  ...[explorerComment, robotWord, robotWordAtDevice, personalMachine],
];
