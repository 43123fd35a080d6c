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

/**
 * SQL macros that write a client the way it is hashed: an IPv4 address or host name in lower case; of an IPv6 address
 * its first four groups, since one line of one household has a whole /64.
 *
 * `canonicalClient` in `base/address.ts` says the same in TypeScript; a test holds them together.
 */
export const readerMacros = [
  `create or replace macro ipv6_groups(a) as
    string_split(regexp_replace(lower(a), '[0-9]+(\\.[0-9]+){3}$', '0:0'), ':')`,
  `create or replace macro ipv6_list(a) as
    case when contains(a, '::')
      then list_concat(
        list_filter(ipv6_groups(split_part(a, '::', 1)), lambda g : g <> ''),
        list_transform(range(0, greatest(0, 8
          - len(list_filter(ipv6_groups(split_part(a, '::', 1)), lambda g : g <> ''))
          - len(list_filter(ipv6_groups(split_part(a, '::', 2)), lambda g : g <> '')))), lambda g : '0'),
        list_filter(ipv6_groups(split_part(a, '::', 2)), lambda g : g <> ''))
      else ipv6_groups(a) end`,
  `create or replace macro ipv6_bare(a) as split_part(ltrim(split_part(a, ']', 1), '['), '%', 1)`,
  `create or replace macro ipv6_name(a) as
    list_aggregate(list_transform(ipv6_list(ipv6_bare(a))[1:4], lambda g : coalesce(nullif(ltrim(g, '0'), ''), '0')),
      'string_agg', ':') || '::/64'`,
  `create or replace macro network_name(name, groups) as
    array_to_string(string_split(name, ':')[1:groups], ':') || '::/' || (groups * 16)`,
  `create or replace macro client_name(a) as
    case
      when not contains(a, ':') then lower(a)
      when regexp_matches(a, '^[0-9.]+:[0-9]+$') then split_part(a, ':', 1)
      when regexp_matches(a, '^::ffff:[0-9]+(\\.[0-9]+){3}$', 'i') then split_part(a, ':', -1)
      else coalesce(nullif(regexp_extract(lower(a), '^(${group}:${group}:${group}:${group}):', 1), '') || '::/64', ipv6_name(a))
    end`,
];
