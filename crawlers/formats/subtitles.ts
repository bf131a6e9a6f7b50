import type { Subtitles } from '../../src/domain/index.ts';
import { decodeText } from '../extract/charset.ts';
import { parseTtml } from './ttml.ts';
import { parseSrt, parseWebVtt } from './webvtt.ts';

/** Reads WebVTT, SubRip or TTML, told apart by their content. Never throws. */
export function parseSubtitles(
  bytes: Uint8Array,
  headers: Readonly<Record<string, string>> = {},
): Subtitles {
  const { text } = decodeText(bytes, headers);
  const head = text.slice(0, 2_000).replace(/^\ufeff/, '');
  if (/<(?:\w+:)?tt[\s>]/i.test(head)) return parseTtml(text);
  return /^\s*WEBVTT/i.test(head) || /\d\d\.\d{3}\s*-->/.test(text)
    ? parseWebVtt(text)
    : parseSrt(text);
}
