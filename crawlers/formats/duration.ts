// Durations as pages, feeds and listings write them: ISO 8601, clocks, words in two languages.

const ISO =
  /^(?:P(?=.)|(?=T\d))(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+(?:[.,]\d+)?)H)?(?:(\d+(?:[.,]\d+)?)M)?(?:(\d+(?:[.,]\d+)?)S)?)?$/i;
const CLOCK = /^(?:(\d{1,3}):)?(\d{1,3}):(\d{2})(?:[.,](\d{1,3}))?$/;
const NUMBER = /^\d{1,6}(?:\.\d+)?$/;
const WORDS =
  /^(?:(\d{1,3}) ?(?:giờ|tiếng|hours?|hrs?|h|g))?[ ,]{0,4}(?:(?:và|and) )?(?:(\d{1,4}) ?(?:phút|minutes?|mins?|ph|p|m|['’′](?!['’′])))?[ ,]{0,4}(?:(?:và|and) )?(?:(\d{1,5}) ?(?:giây|seconds?|secs?|s|["”″]|['’′]{2}))?$/;
/** `1h05`, `12'30`: the last unit is left out, as people do. */
const OPEN_HOURS = /^(\d{1,2}) ?(?:h|g|giờ) ?(\d{2})$/;
const OPEN_MINUTES = /^(\d{1,3}) ?(?:['’′]|phút|p) ?(\d{2})$/;
const LONGEST_SECONDS = 7 * 86_400;

/**
 * Seconds of a duration as written: `PT24M35S`, `1:02:03`, `28:15`, `28 phút`, `1 giờ 5 phút`,
 * `12'30"`, `1h05`, or plain seconds; null for anything else, and for more than a week.
 */
export function parseDurationSeconds(text: string): number | null {
  const plain = text.normalize('NFC').trim().toLowerCase().replace(/\s+/gu, ' ').slice(0, 60);
  if (plain === '') return null;
  const seconds =
    isoSeconds(plain) ?? clockSeconds(plain) ?? openSeconds(plain) ?? wordSeconds(plain);
  return seconds !== null && seconds <= LONGEST_SECONDS ? seconds : null;
}

function isoSeconds(text: string): number | null {
  const match = ISO.exec(text);
  if (!match || text.length < 3 || text.endsWith('t')) return null;
  const [weeks, days, hours, minutes, seconds] = match
    .slice(1)
    .map((part) => Number((part ?? '0').replace(',', '.')));
  const whole = ((weeks ?? 0) * 7 + (days ?? 0)) * 86_400;
  return Math.round(whole + (hours ?? 0) * 3600 + (minutes ?? 0) * 60 + (seconds ?? 0));
}

function clockSeconds(text: string): number | null {
  if (NUMBER.test(text)) return Math.round(Number(text));
  const match = CLOCK.exec(text);
  if (!match) return null;
  const [hours, minutes, seconds] = match.slice(1, 4).map((part) => Number(part ?? 0));
  if ((seconds ?? 0) > 59 || (match[1] !== undefined && (minutes ?? 0) > 59)) return null;
  return (hours ?? 0) * 3600 + (minutes ?? 0) * 60 + (seconds ?? 0);
}

function openSeconds(text: string): number | null {
  const hours = OPEN_HOURS.exec(text);
  if (hours && Number(hours[2]) < 60) return Number(hours[1]) * 3600 + Number(hours[2]) * 60;
  const minutes = OPEN_MINUTES.exec(text);
  return minutes && Number(minutes[2]) < 60 ? Number(minutes[1]) * 60 + Number(minutes[2]) : null;
}

function wordSeconds(text: string): number | null {
  const match = WORDS.exec(text);
  if (!match || match.slice(1).every((part) => part === undefined)) return null;
  const [hours, minutes, seconds] = match.slice(1).map((part) => Number(part ?? 0));
  return (hours ?? 0) * 3600 + (minutes ?? 0) * 60 + (seconds ?? 0);
}

const LABELLED =
  /(?:thời lượng|độ dài|duration|length|running time)\s{0,9}[:：]?\s{0,9}([^|·•\n<]{1,40})/iu;

/** The duration a text names as such: "Thời lượng: 28 phút"; null where it names none. */
export function findDurationSeconds(text: string): number | null {
  const [, after] = LABELLED.exec(text.normalize('NFC')) ?? [];
  if (after === undefined) return null;
  const words = after.trim().split(/\s+/);
  for (let count = Math.min(6, words.length); count > 0; count -= 1) {
    const told = words
      .slice(0, count)
      .join(' ')
      .replace(/[.,;)]{1,9}$/, '');
    const seconds = parseDurationSeconds(told);
    // A bare number after "duration" may be minutes or seconds: it tells nothing.
    if (seconds !== null && !NUMBER.test(told)) return seconds;
  }
  return null;
}
