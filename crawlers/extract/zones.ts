/** Zones of countries that have one, by the last label of a host. */
const BY_COUNTRY: Readonly<Record<string, string>> = {
  ae: 'Asia/Dubai',
  at: 'Europe/Vienna',
  be: 'Europe/Brussels',
  bg: 'Europe/Sofia',
  ch: 'Europe/Zurich',
  cn: 'Asia/Shanghai',
  cz: 'Europe/Prague',
  de: 'Europe/Berlin',
  dk: 'Europe/Copenhagen',
  ee: 'Europe/Tallinn',
  eg: 'Africa/Cairo',
  es: 'Europe/Madrid',
  fi: 'Europe/Helsinki',
  fr: 'Europe/Paris',
  gr: 'Europe/Athens',
  hk: 'Asia/Hong_Kong',
  hr: 'Europe/Zagreb',
  hu: 'Europe/Budapest',
  ie: 'Europe/Dublin',
  il: 'Asia/Jerusalem',
  in: 'Asia/Kolkata',
  ir: 'Asia/Tehran',
  it: 'Europe/Rome',
  jp: 'Asia/Tokyo',
  ke: 'Africa/Nairobi',
  kh: 'Asia/Phnom_Penh',
  kr: 'Asia/Seoul',
  la: 'Asia/Vientiane',
  lt: 'Europe/Vilnius',
  lv: 'Europe/Riga',
  my: 'Asia/Kuala_Lumpur',
  ng: 'Africa/Lagos',
  nl: 'Europe/Amsterdam',
  no: 'Europe/Oslo',
  ph: 'Asia/Manila',
  pk: 'Asia/Karachi',
  pl: 'Europe/Warsaw',
  pt: 'Europe/Lisbon',
  ro: 'Europe/Bucharest',
  rs: 'Europe/Belgrade',
  sa: 'Asia/Riyadh',
  se: 'Europe/Stockholm',
  sg: 'Asia/Singapore',
  si: 'Europe/Ljubljana',
  sk: 'Europe/Bratislava',
  th: 'Asia/Bangkok',
  tr: 'Europe/Istanbul',
  tw: 'Asia/Taipei',
  ua: 'Europe/Kyiv',
  uk: 'Europe/London',
  vn: 'Asia/Ho_Chi_Minh',
  za: 'Africa/Johannesburg',
};

/** Languages that are written in one zone almost only. */
const BY_LANGUAGE: Readonly<Record<string, string>> = {
  vi: 'Asia/Ho_Chi_Minh',
  ja: 'Asia/Tokyo',
  ko: 'Asia/Seoul',
  th: 'Asia/Bangkok',
};

/** The zone an outlet most likely lives in, from its host and language; null where open. */
export function guessTimeZone(url: string, language: string | null): string | null {
  const label = /^https?:\/\/[^/:]*\.([a-z]{2})(?=[/:?#]|$)/i.exec(url)?.[1]?.toLowerCase();
  const byCountry = label === undefined ? undefined : BY_COUNTRY[label];
  if (byCountry !== undefined) return byCountry;
  return BY_LANGUAGE[language?.slice(0, 2).toLowerCase() ?? ''] ?? null;
}
