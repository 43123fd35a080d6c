/** What makes a reader. */
export interface ReaderRule {
  /** Bits of an IPv6 address that make a reader: the address, the network of a household, or that of a site. */
  readonly ipv6: 128 | 64 | 48;
  /** Are two agents at one address two readers? */
  readonly byAgent: boolean;
}
