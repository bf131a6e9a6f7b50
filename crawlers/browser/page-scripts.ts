// Scripts sent into pages, as text. The first runs among the page's own scripts, before them; the
// others in a world of their own.

/**
 * Holds timers of a second and a half or longer: turning carousels and late pop-ups stay as a
 * reader meets them at first, so that two loads of a page measure the same.
 */
export const holdSlowTimers = `(() => {
  const least = 1500;
  const never = 2 ** 30;
  const { setInterval, setTimeout } = window;
  window.setInterval = (run, delay, ...rest) =>
    setInterval(run, delay >= least ? never : delay, ...rest);
  window.setTimeout = (run, delay, ...rest) =>
    setTimeout(run, delay >= least ? never : delay, ...rest);
})()`;

export interface SettleOptions {
  /** How far down lazy parts are called up, in screenfuls. */
  readonly screens: number;
  /** Longest wait for pictures, milliseconds. */
  readonly picturesMs: number;
}

/**
 * Scrolls through the page so that lazy pictures load, waits for them and for the fonts, goes back
 * to the top, ends animations, and waits until the page's height stands still.
 */
export function settleScript({ screens, picturesMs }: SettleOptions): string {
  return `(async () => {
  const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
  const root = document.scrollingElement ?? document.documentElement;
  const go = (top) => window.scrollTo({ top, behavior: 'instant' });
  const pictures = () =>
    [...document.images].filter((image) => image.getBoundingClientRect().width > 2);
  for (const image of document.images) image.loading = 'eager';
  const quiet = async (stillMs, limitMs) => {
    let last = performance.now();
    const observer = new MutationObserver(() => (last = performance.now()));
    observer.observe(document, { childList: true, subtree: true });
    const limit = last + limitMs;
    while (performance.now() - last < stillMs && performance.now() < limit) await wait(50);
    observer.disconnect();
  };
  await quiet(350, 5000);
  // Nobody looks while the page is scrolled through: what is transparent is not painted, a quarter
  // of the whole work.
  const { opacity } = document.documentElement.style;
  document.documentElement.style.opacity = '0';
  const end = innerHeight * ${screens};
  for (let y = innerHeight, steps = 0; y < end && steps < 60; steps += 1) {
    const bottom = root.scrollHeight;
    go(y);
    await wait(30);
    // At the bottom an endless page needs a moment to grow.
    const isDown = y >= bottom - innerHeight;
    if (isDown) await quiet(120, 1500);
    if (isDown && root.scrollHeight <= bottom) break;
    y = Math.min(y + innerHeight, root.scrollHeight);
  }
  const until = performance.now() + ${picturesMs};
  while (pictures().some((image) => !image.complete) && performance.now() < until) await wait(40);
  document.documentElement.style.opacity = opacity;
  go(0);
  await Promise.race([document.fonts.ready, wait(1000)]);
  for (let turn = 0, height = -1; turn < 20 && height !== root.scrollHeight; turn += 1) {
    height = root.scrollHeight;
    await wait(60);
  }
  for (const animation of document.getAnimations()) {
    const { endTime } = animation.effect?.getComputedTiming() ?? {};
    try {
      if (Number.isFinite(endTime)) animation.finish();
      else animation.cancel();
    } catch {
      animation.cancel();
    }
  }
  return root.scrollHeight;
})()`;
}

/** Whether something on the page looks like a question about consent: cheap, asked everywhere. */
export const asksForConsent = `(() => {
  const words = /cookie|consent|gdpr|quyền riêng tư|datenschutz/i;
  const named = '[id*="consent" i],[class*="consent" i],[id*="cookie" i],[class*="cookie" i],' +
    '[id*="didomi" i],[id*="onetrust" i],[id*="sp_message" i],[role="dialog"],dialog[open]';
  for (const element of document.querySelectorAll(named)) {
    const isSeen = element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
    if (!isSeen || element.getBoundingClientRect().height < 30) continue;
    if (words.test(element.id + element.className + element.innerText)) return true;
  }
  return false;
})()`;

/** Presses a button that refuses, inside what asks for consent only. Answers whether it did. */
export const refuseConsent = `(() => {
  const refuse = new RegExp('^\\\\s*(?:(?:i )?(?:reject|refuse|decline|deny)(?: all)?(?: cookies)?|' +
    '(?:only |use )?(?:strictly )?(?:necessary|essential)(?: cookies)?(?: only)?|' +
    'continue without (?:accepting|consent)|từ chối(?: tất cả)?|không đồng ý|' +
    'chỉ (?:cookie )?cần thiết|alle ablehnen|ablehnen|tout refuser|refuser(?: tout)?|' +
    'rechazar(?: todo)?|rifiuta(?: tutto)?|رفض(?: الكل)?)\\\\s*$', 'i');
  const words = /cookie|consent|gdpr|quyền riêng tư|privacy|datenschutz|confidential|privacidad/i;
  const buttons = document.querySelectorAll('button,[role="button"],input[type="button"],a');
  for (const button of buttons) {
    if (!refuse.test(button.innerText || button.value || '')) continue;
    let around = button;
    for (let steps = 0; steps < 6 && around; steps += 1, around = around.parentElement) {
      if (!words.test(around.innerText)) continue;
      button.click();
      return true;
    }
  }
  return false;
})()`;
