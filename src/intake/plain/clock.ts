/** `10/Oct/2005:13:55:36 -0700` */
export const clockLength = 26;

const months = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");

/** Reads instants as nginx and Apache write them; the date and the zone are worked out only where they differ from the last. */
export class Clock {
  /** The 12 bytes of the date and the 6 of the zone, as they stood in the last line. */
  #date = new Int32Array(3);
  #zone = new Int32Array(2);
  /** Seconds to which the day's time is added. */
  #midnight = Number.NaN;

  /** @returns Seconds; NaN where nothing stands here that every reader of logs would take for the same instant. */
  read(view: DataView, at: number): number {
    const date = this.#date;
    const zone = this.#zone;
    if (
      view.getInt32(at, true) !== date[0] ||
      view.getInt32(at + 4, true) !== date[1] ||
      view.getInt32(at + 8, true) !== date[2] ||
      view.getInt32(at + 20, true) !== zone[0] ||
      view.getInt16(at + 24, true) !== zone[1]
    ) {
      this.#midnight = midnightOf(view, at);
      for (let place = 0; place < 3; place++) date[place] = view.getInt32(at + 4 * place, true);
      zone[0] = view.getInt32(at + 20, true);
      zone[1] = view.getInt16(at + 24, true);
    }
    const hours = twoDigits(view, at + 12);
    const minutes = twoDigits(view, at + 15);
    const seconds = twoDigits(view, at + 18);
    const isTime = hours < 24 && minutes < 60 && seconds < 60;
    const areColons = view.getUint8(at + 14) === 0x3a && view.getUint8(at + 17) === 0x3a;
    return isTime && areColons ? this.#midnight + hours * 3600 + minutes * 60 + seconds : Number.NaN;
  }
}

/** @returns 100 where there are none. */
function twoDigits(view: DataView, at: number): number {
  const tens = view.getUint8(at) - 0x30;
  const ones = view.getUint8(at + 1) - 0x30;
  return tens >= 0 && tens < 10 && ones >= 0 && ones < 10 ? 10 * tens + ones : 100;
}

function midnightOf(view: DataView, at: number): number {
  const text = Buffer.from(view.buffer, view.byteOffset + at, clockLength).toString("latin1");
  const found = /^(\d\d)\/(\w{3})\/(\d{4}):.{8} ([+-])(\d\d)(\d\d)$/s.exec(text);
  if (!found) return Number.NaN;
  const [day, year, hours, minutes] = [found[1], found[3], found[5], found[6]].map(Number) as [
    number,
    number,
    number,
    number,
  ];
  const month = months.indexOf(found[2]!);
  const date = new Date(Date.UTC(year, month, day));
  const isOnCalendar = month >= 0 && year > 1900 && date.getUTCDate() === day && date.getUTCMonth() === month;
  if (!isOnCalendar || hours > 14 || minutes > 59) return Number.NaN;
  const ahead = (hours * 3600 + minutes * 60) * (found[4] === "-" ? -1 : 1);
  return date.getTime() / 1000 - ahead;
}
