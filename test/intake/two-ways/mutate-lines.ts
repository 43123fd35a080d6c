import type {Chance} from "../../../examples/second-half-2005/model/random.ts";

/** The formats whose lines are made. */
export type MadeFormat = "common" | "combined" | "common-vhost" | "combined-vhost";

const signs = [
  ...' |  |\t|"|\\"|\\|,|, 10.0.0.1|[|]|-|+|?|#|?#|@|//|:|%|%00|\'|$$|::|;|(|200|304 -|_|1e9|0x10'.split("|"),
  ...'" 200 5|" "|" ""|HTTP/1.1| HTTP/2.0| HTTP/3| http/1.1| "-" "-"| "GET / HTTP/1.0" 200 7'.split("|"),
  ...";jsessionid=x|/(S(x))/|http://|//a:b@|192.0.2.9|[2001:db8::7]|192.0.2.1:4711|\\x16|\\xEF\\xBB\\xBF".split("|"),
  ..."é|新|١٢|１２|😀|ß|\u0130|\u00a0|\u0085|\u2028|\u2029|\u202e|\ufeff|\ufffd".split("|"),
  ..."\x01|\x02|\x08|\x0b|\x0c|\r|\x1b[31m|\x1f|\x7f|\0|\0\0\0\0".split("|"),
];

/** Bytes that are not UTF-8. */
const bytes = ["ff", "c0af", "eda080", "f4908080", "e282", "80", "efbb", "c2"].map((code) => Buffer.from(code, "hex"));

const clients = [
  ..."-|::1|::|1::|::ffff:192.0.2.1|::FFFF:192.0.2.1|::ffff:c000:201|0:0:0:0:0:ffff:c000:201|2001:DB8::1|2001:0db8::0001".split(
    "|",
  ),
  ..."2001:db8::1%eth0|[2001:db8::1]|[2001:db8::1]:443|[2001:db8::1|2001:db8::1]|[[2001:db8::1]]|192.0.2.1:80|[192.0.2.1]:80".split(
    "|",
  ),
  ..."192.0.2.1:|192.0.2.1%lo|192.0.2.1]|[192.0.2.1|999.1.1.1|01.02.03.04|192.0.2|192.0.2.1:5:6|1:2:3:4:5:6:7:8|1:2:3:4::5:6:7:8".split(
    "|",
  ),
  ..."00000::1|:::|::ffff:|2001:0db8:0:0:0:0:0:|HOST.Example.COM|host.example.com:80|host.example.com.|user@host|a%b|%|[]|x:y".split(
    "|",
  ),
  ..."192n0.2.1|192.0.2.256|4.example|192.0.2.1,192.0.2.2|,192.0.2.1|192.0.2.1,|192.0.2.1, 10.0.0.1|\u0130.example|新.example".split(
    "|",
  ),
];

const times = [
  ..."31/Feb/2005:13:55:36 +0000|29/Feb/2004:00:00:00 +0000|29/Feb/1900:00:00:00 +0000|00/Jan/2005:00:00:00 +0000".split(
    "|",
  ),
  ..."1/Jan/2005:00:00:00 +0000|31/Dec/1990:23:59:59 -0001|01/Jan/1991:00:00:00 +0000|01/Jan/1991:00:00:00 +1400".split(
    "|",
  ),
  ..."10/Oct/9999:13:55:36 -0700|10/Oct/0000:13:55:36 -0700|10/Oct/2005:24:00:00 +0000|31/Dec/2016:23:59:60 +0000".split(
    "|",
  ),
  ..."10/Oct/2005:23:59:61 +0000|10/Oct/2005:13:55:36 +1401|10/Oct/2005:13:55:36 -1459|10/Oct/2005:13:55:36 +2359".split(
    "|",
  ),
  ..."10/Oct/2005:13:55:36 +0099|10/OCT/2005:13:55:36 +0000|10/oct/2005:13:55:36 +0000|10/Okt/2005:13:55:36 +0000".split(
    "|",
  ),
  ..."10/10/2005:13:55:36 +0000|10/Oct/05:13:55:36 +0000|10/Oct/2005:13:55:36|10/Oct/2005:13:55:36 Z|10/Oct/2005:13:55:36 +00:00".split(
    "|",
  ),
  ..."2005-10-10T13:55:36+00:00|10/Oct/2005:1:55:36 +0000|10/Oct/2005:23:27:2  +0000|10/Oct/2005: 3:55:36 +0000".split(
    "|",
  ),
  ..." 1/Oct/2005:13:55:36 +0000|+1/Oct/2005:13:55:36 +0000|10/Oct/+005:13:55:36 +0000|10/Oct/2005:13:55:36.5 +0000".split(
    "|",
  ),
  ..."10/Oct/2005:13:55:36  +0000|10/Oct/2005:13:55:36 --700|10/Oct/２００５:13:55:36 +0000|28/Feb/2026:23:59:59 +0000".split(
    "|",
  ),
  ..."01/Mar/2026:00:00:00 +0000|01/Mar/2026:00:00:01 +0000|10/Oct/292278:00:00:00 +0000".split("|"),
];

const sizes = [
  ..."-5|+5|5.5|1e3|0x1f|00000000000000000000005|1099511627776|1099511627777|999999999999999|18446744073709551615".split(
    "|",
  ),
  ..."18446744073709551616|99999999999999999999999||- |--|5-|1_000|1,000|١٢|0|-0|5 6".split("|"),
];
const statuses = "000|099|999|20|2000|+20|2x0|٢٠٠|1e2||2 00| 200".split("|");
const methods =
  "get |HEAD ||G\u00c9T |GET|GET  |- |PRI * |\\x16\\x03\\x01 |GET/search?q=x |VERSION-CONTROL |A.B |GET\t".split("|");
const protocols = [
  "HTTP/1.1",
  "HTTP/2",
  "HTTP/3",
  "HTTP/",
  "HTTP",
  "HTTP/1.1 ",
  "HTTP/1.1 HTTP/1.1",
  "http/1.1",
  "HTTP/é",
  "",
];
const paths = [
  ..."/|/a.html|/a#b|/a?b#c|/a#b?c|/a b/c|/新/é|/%C3%A9|*|?q|#f|//|/a;jsessionid=X1/b|/a;x=y|/a%3Bsid=1|/(S(x))/a|/@jane|/?p=1&a=2|/x?utm=1&id=%7e&p=3|/a;sid=1?p=2;jsessionid=3&q=4".split(
    "|",
  ),
  ..."http://u:p@h/p?q#f|http://h/p|//u:p@h/a|jane@h:443|/wiki/Mercury_(planet)".split("|"),
];
const referrers = [
  ..."-||http://www.example.org/a?b|https://www.example.org:8080|http://u:p@h/x?q|http://a@b@c/|//h|h/h/h@x/y".split(
    "|",
  ),
  ..."http://www.example.org?q=x|http://h\\x22/x|http://192.0.2.1/|http://[2001:db8::1]/|http://3221225985/|http://é.example/".split(
    "|",
  ),
  ..."android-app://com.x/|http:/x|http://h&q=x|about:blank".split("|"),
];
const agents = ["Lynx", "-", "", "Mozilla/5.0 (X11; Linux x86_64)", 'A\\"B', "Агент 🗞", "x".repeat(3000)];
const ends = [
  "",
  "",
  "",
  ' "203.0.113.9"',
  ' "1.2.3.4, 5.6.7.8"',
  " 0.003",
  ' "b" "c"',
  '"',
  "x",
  " ",
  "\t",
  ' "é"',
  ' ""',
  ' "',
  "\r",
  "\r\r",
];
const hosts = [
  ..."www.example.org:80|www.example.org:443|a.b:8080|[2001:db8::1]:80|203.0.113.1:50234|2001:db8::80:443|-:80".split(
    "|",
  ),
  ..."www.example.org|a:b:80|:80|www.example.org:123456".split("|"),
];

/** One in so many parts is odd in a line that is not damaged. */
const oddOf = 12;

/** Makes a line as servers write it, of which a part may be odd. */
function makeLine(format: MadeFormat, {below, oneOf}: Chance): string {
  const odd = <T>(usual: T, others: readonly T[]): T => (below(oddOf) === 0 ? oneOf(others) : usual);
  const client = odd(`192.0.2.${below(250)}`, clients);
  const time = odd(`${10 + below(19)}/Oct/2005:1${below(10)}:55:${10 + below(49)} +0000`, times);
  const request = `${odd("GET ", methods)}${odd(`/page-${below(40)}.html`, paths)} ${odd("HTTP/1.1", protocols)}`;
  const answer = `${odd("200", statuses)} ${odd(String(below(9000)), sizes)}`;
  const host = format.endsWith("-vhost") ? `${odd("www.example.org:80", hosts)} ` : "";
  const origin = format.startsWith("combined")
    ? ` "${odd("-", referrers)}" "${odd("Mozilla/5.0 (X11)", agents)}"${odd("", ends)}`
    : "";
  return `${host}${client} - ${odd("-", ["frank", "john smith", "a [b", "", "é"])} [${time}] "${request}" ${answer}${origin}`;
}

/** A line with something put in, taken out, or changed. */
export function damage(line: Buffer, {below, oneOf}: Chance): Buffer {
  const at = below(line.length + 1);
  const spliced = (gone: number, put: Uint8Array): Buffer =>
    Buffer.concat([line.subarray(0, at), put, line.subarray(at + gone)]);
  switch (below(9)) {
    case 0:
      return line.subarray(0, at);
    case 1:
      return line.subarray(at);
    case 2:
      return spliced(1 + below(12), Buffer.alloc(0));
    case 3:
      return spliced(below(2) * below(6), oneOf(bytes));
    case 4:
      return spliced(0, line.subarray(at, at + below(40)));
    case 5: {
      const long = below(60) === 0 ? oneOf([300, 2047, 2049, 16_384, 66_000]) : below(30);
      return spliced(0, Buffer.alloc(long, oneOf(["a", "\\", '"', " ", "/", "x ", '" ', "[", "0", "\0", "é"])));
    }
    case 6: {
      const copy = Buffer.from(line);
      if (at < copy.length) copy[at]! ^= 1 << below(8);
      return copy;
    }
    default:
      return spliced(below(2) * below(6), Buffer.from(oneOf(signs)));
  }
}

const blanks = [
  "",
  "#",
  "# a",
  "   ",
  "\t",
  "\r",
  "\0",
  "\0\0\0",
  "\ufeff",
  "\ufeff#",
  "\u00a0",
  "\u2028",
  "\x0b",
  "damage",
  '"',
  "\\",
];

/** Lines of a format, of which about a half are damaged in some way, without their newlines. */
export function mutatedLines(count: number, format: MadeFormat, chance: Chance): Buffer[] {
  return Array.from({length: count}, () => {
    if (chance.below(300) === 0) return Buffer.from(chance.oneOf(blanks));
    let line: Buffer = Buffer.from(makeLine(format, chance));
    for (let times = [0, 0, 1, 1, 3][chance.below(5)]!; times > 0; times--) line = damage(line, chance);
    return Buffer.from(line.map((byte) => (byte === 10 ? 32 : byte)));
  });
}
