/** A text that is looked for in others. */
export interface Wanted {
  readonly text: string;
}

/** A row whose text occurs, and where in the other text it begins. */
export interface FoundText<Row extends Wanted> {
  readonly row: Row;
  readonly place: number;
}

const keyLength = 3;

/**
 * Which of many texts does a text hold?
 *
 * Built once, asked often: each place of the text is looked up by its next three characters, so a thousand texts cost
 * little more than one. Upper and lower case differ.
 *
 * @param wanted Texts of at least three characters.
 * @returns Finds the rows whose text occurs, with the place, in the order of places; a text that occurs twice comes twice.
 */
export function indexTexts<Row extends Wanted>(wanted: readonly Row[]): (text: string) => FoundText<Row>[] {
  const rowsByKey = Map.groupBy(wanted, ({text}) => {
    if (text.length < keyLength) throw new RangeError(`"${text}" is shorter than ${keyLength} characters`);
    return text.slice(0, keyLength);
  });
  return (text) => {
    const found: FoundText<Row>[] = [];
    for (let place = 0; place + keyLength <= text.length; place++) {
      for (const row of rowsByKey.get(text.slice(place, place + keyLength)) ?? []) {
        if (text.startsWith(row.text, place)) found.push({row, place});
      }
    }
    return found;
  };
}
