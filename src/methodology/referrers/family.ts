/** Sites that send readers under one name. */
export interface Family {
  /** What its rows are merged by. */
  readonly key: string;
  readonly label: string;
  /**
   * Hosts in lower case without `www.`, with blanks between them: `x.com` is that host alone, `.x.com` also every host
   * below it, and `x.*` stands for every country's: x.com, x.de, x.co.uk, x.com.br.
   */
  readonly hosts: string;
}
