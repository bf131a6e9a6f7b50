const form = /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/;

/** Whether a text is a day, a month or a year that exists: `2026-02-31` does not. */
export function isPartialDate(text: string): boolean {
  if (!form.test(text)) return false;
  if (text.length < 10) return true;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}
