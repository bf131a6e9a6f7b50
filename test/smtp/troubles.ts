import type { MailOutcome } from '../../src/domain/index.ts';
import type { Trouble } from './server.ts';

/** A trouble with what the door must make of it. */
export interface KnownTrouble extends Trouble {
  readonly state: MailOutcome['state'];
  /** For `later`: every other letter would fare the same. */
  readonly ofHouse?: boolean;
  /** For `refused`. */
  readonly address?: 'missing' | 'failing' | 'unharmed';
}

const ofHouse = { state: 'later', ofHouse: true } as const;
const ofReader = { state: 'later', ofHouse: false } as const;

/** How mail servers go wrong. */
export const troubles: readonly KnownTrouble[] = [
  { name: 'says nothing at all', at: 'greeting', does: 'hang', ...ofHouse },
  { name: 'greets with a refusal', at: 'greeting', does: '554 no mail here', ...ofHouse },
  { name: 'is too busy', at: 'ehlo', does: '421 4.3.2 come back later', ...ofHouse },
  { name: 'speaks another protocol', at: 'greeting', does: 'HTTP/1.1 400 Bad Request', ...ofHouse },
  { name: 'drips its greeting', at: 'greeting', does: 'drip', ...ofHouse },
  {
    name: 'offers TLS and breaks it',
    at: 'tls',
    does: '220 not really',
    offers: ['STARTTLS'],
    ...ofHouse,
  },
  {
    name: 'does not know the password',
    at: 'auth',
    does: '535 5.7.8 authentication failed',
    offers: ['AUTH PLAIN LOGIN'],
    ...ofHouse,
  },
  { name: 'refuses the sender', at: 'mail', does: '550 5.7.1 not from you', ...ofHouse },
  { name: 'is out of space', at: 'mail', does: '452 4.3.1 no space', ...ofHouse },
  { name: 'is greylisting', at: 'rcpt', does: '450 4.7.1 try again in a while', ...ofReader },
  {
    name: 'knows no such mailbox',
    at: 'rcpt',
    does: '550 5.1.1 <reader@example.org>: no such user',
    state: 'refused',
    address: 'missing',
  },
  {
    name: 'has a full mailbox',
    at: 'rcpt',
    does: '552 5.2.2 mailbox full',
    state: 'refused',
    address: 'failing',
  },
  { name: 'relays for nobody', at: 'rcpt', does: '554 5.7.1 relay access denied', ...ofHouse },
  { name: 'hangs up while a reader is named', at: 'rcpt', does: 'drop', ...ofHouse },
  { name: 'refuses to begin a letter', at: 'data', does: '451 4.3.0 not now', ...ofReader },
  { name: 'hangs up within the letter', at: 'body', does: 'drop', ...ofHouse },
  { name: 'puts a whole letter off', at: 'end', does: '451 4.3.0 not now', ...ofReader },
  { name: 'ends the session with a letter', at: 'end', does: '421 4.3.2 going down', ...ofReader },
  {
    name: 'refuses what is in a letter',
    at: 'end',
    does: '554 5.6.0 content refused',
    state: 'refused',
    address: 'unharmed',
  },
  { name: 'takes a letter and hangs up', at: 'end', does: 'drop', keeps: true, state: 'unknown' },
  { name: 'loses a letter and hangs up', at: 'end', does: 'drop', state: 'unknown' },
  { name: 'takes a letter and is silent', at: 'end', does: 'hang', keeps: true, state: 'unknown' },
  { name: 'drips its answer to a letter', at: 'end', does: 'drip', keeps: true, state: 'unknown' },
];
