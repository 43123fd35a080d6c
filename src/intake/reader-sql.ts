/**
 * The same question as `readerId` in `workspace/reader-id.ts`, asked of a column in SQL.
 *
 * @param name SQL text of the canonical name.
 * @param key Hexadecimal text.
 */
export function readerSql(name: string, key: string): string {
  return `('0x' || substring(sha256('${key}' || ${name}), 1, 16))::ubigint`;
}

// One group of an IPv6 address as nearly every server writes it, without leading zeros.
const group = "(?:0|[1-9a-f][0-9a-f]{0,3})";
const firstGroup = "[1-9a-f][0-9a-f]{0,3}";
// Eight groups, or four to seven and the rest left out: what nearly every reader's address looks like.
// None that begins with 0, as IPv4 in IPv6 clothing does.
const usualIpv6 = `^(${firstGroup}(?::${group}){3})(?:(?::${group}){4}|(?::${group})?::(?:${group}(?::${group})?)?)$`;
const octet = "(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])";
const ipv4 = `${octet}(?:\\.${octet}){3}`;

const hextet = "[0-9A-Fa-f]{1,4}";
const lastTwo = `(?:${hextet}:${hextet}|${ipv4})`;
/** Every way of writing an IPv6 address (RFC 3986, 3.2.2), by how many groups stand before what is left out. */
const ipv6 = [
  `(?:${hextet}:){6}${lastTwo}`,
  `::(?:${hextet}:){5}${lastTwo}`,
  `(?:${hextet})?::(?:${hextet}:){4}${lastTwo}`,
  `(?:(?:${hextet}:){0,1}${hextet})?::(?:${hextet}:){3}${lastTwo}`,
  `(?:(?:${hextet}:){0,2}${hextet})?::(?:${hextet}:){2}${lastTwo}`,
  `(?:(?:${hextet}:){0,3}${hextet})?::${hextet}:${lastTwo}`,
  `(?:(?:${hextet}:){0,4}${hextet})?::${lastTwo}`,
  `(?:(?:${hextet}:){0,5}${hextet})?::${hextet}`,
  `(?:(?:${hextet}:){0,6}${hextet})?::`,
].join("|");

const [capitals, small] = ["ABCDEFGHIJKLMNOPQRSTUVWXYZ", "abcdefghijklmnopqrstuvwxyz"];

/**
 * SQL macros that write a client the way it is hashed: an IPv4 address or host name in lower case; of an IPv6 address
 * its first four groups, since one line of one household has a whole /64.
 *
 * `canonicalClient` in `base/address.ts` says the same in TypeScript; a test holds them together.
 */
export const readerMacros = [
  // The two groups that the four octets at an address's end stand for.
  `create or replace macro ipv4_groups(a) as
    format('{:x}:{:x}',
      split_part(a, '.', 1)::int * 256 + split_part(a, '.', 2)::int, split_part(a, '.', 3)::int * 256 + split_part(a, '.', 4)::int)`,
  `create or replace macro ipv6_plain(a) as
    case when regexp_matches(a, ':${ipv4}$')
      then regexp_replace(a, '[^:]*$', '') || ipv4_groups(split_part(a, ':', -1)) else a end`,
  `create or replace macro ipv6_side(a) as list_filter(string_split(a, ':'), lambda g : g <> '')`,
  `create or replace macro ipv6_list(a) as
    case when contains(a, '::')
      then list_concat(
        ipv6_side(split_part(a, '::', 1)),
        list_transform(
          range(0, greatest(0, 8 - len(ipv6_side(split_part(a, '::', 1))) - len(ipv6_side(split_part(a, '::', 2))))),
          lambda g : '0'),
        ipv6_side(split_part(a, '::', 2)))
      else string_split(a, ':') end`,
  `create or replace macro ipv6_short(groups) as
    list_transform(groups, lambda g : coalesce(nullif(ltrim(g, '0'), ''), '0'))`,
  `create or replace macro ipv6_known(g) as
    case
      when array_to_string(g[1:6], ':') = '0:0:0:0:0:ffff' then
        (('0x' || g[7])::int // 256) || '.' || (('0x' || g[7])::int % 256) || '.'
          || (('0x' || g[8])::int // 256) || '.' || (('0x' || g[8])::int % 256)
      else array_to_string(g[1:4], ':') || '::/64'
    end`,
  // Brackets and a port are around an address, a zone behind it.
  `create or replace macro client_bare(a) as split_part(split_part(ltrim(a, '['), ']', 1), '%', 1)`,
  `create or replace macro network_name(name, groups) as
    array_to_string(string_split(name, ':')[1:groups], ':') || '::/' || (groups * 16)`,
  // A macro writes its argument out wherever it stands, so what is worked out goes through a list of one instead.
  `create or replace macro ipv6_name(a) as
    list_transform([ipv6_plain(a)], lambda plain :
      list_transform([ipv6_short(ipv6_list(plain))], lambda g : ipv6_known(g))[1])[1]`,
  // Text of as many bytes as letters is ASCII, where engines agree about small letters.
  `create or replace macro small_letters(a) as
    case when strlen(a) = length(a) then lower(a) else translate(a, '${capitals}', '${small}') end`,
  `create or replace macro without_port(a) as
    case when regexp_matches(a, '^[^:]+:[0-9]+$') then split_part(a, ':', 1) else a end`,
  `create or replace macro client_name(a) as
    case
      when not (contains(a, ':') or contains(a, '%') or contains(a, '[') or contains(a, ']')) then small_letters(a)
      when regexp_matches(a, '${usualIpv6}') then regexp_extract(a, '${usualIpv6}', 1) || '::/64'
      when regexp_full_match(without_port(client_bare(a)), '${ipv4}') then without_port(client_bare(a))
      when regexp_full_match(client_bare(a), '${ipv6}') then ipv6_name(lower(client_bare(a)))
      else small_letters(without_port(a))
    end`,
];
