import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { asksForConsent, refuseConsent } from './page-scripts.ts';

/** Evaluates in the world of its own (`apart`) or among the page's scripts (`within`). */
export interface PageEvaluation {
  apart(expression: string): Promise<unknown>;
  within(expression: string): Promise<unknown>;
}

const waitMs = 250;
const ruleTurns = 12;

let rulesScript: Promise<string> | null = null;

/** DuckDuckGo's rules for consent dialogs, with their runner; read once, when first needed. */
function consentRules(): Promise<string> {
  const main = createRequire(import.meta.url).resolve('@duckduckgo/autoconsent');
  rulesScript ??= readFile(join(dirname(main), 'autoconsent.standalone.js'), 'utf8');
  return rulesScript;
}

const rulesDone =
  "window.autoconsentStandalone?.messages.some(({ type }) => type === 'autoconsentDone') ?? false";

/**
 * Answers a question about consent with no, if there is one: by a button that says so, else by
 * DuckDuckGo's rules. Answers whether something was refused; what stays is for the health check.
 */
export async function refuseConsentOn(page: PageEvaluation): Promise<boolean> {
  if ((await page.apart(asksForConsent)) !== true) return false;
  if ((await page.apart(refuseConsent)) === true) {
    await page.apart(pause);
    if ((await page.apart(asksForConsent)) !== true) return true;
  }
  await page.within(await consentRules());
  for (let turn = 0; turn < ruleTurns; turn += 1) {
    await page.apart(pause);
    if ((await page.within(rulesDone)) === true) return true;
  }
  return (await page.apart(asksForConsent)) !== true;
}

const pause = `new Promise((resolve) => setTimeout(resolve, ${waitMs}))`;
