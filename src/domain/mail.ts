/** One letter to one reader. */
export interface OutgoingMail {
  readonly to: string;
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  readonly language: 'vi' | 'en';
  /** With its angle brackets; the same again where a letter is sent again. */
  readonly messageId: string;
  readonly date: Date;
  /** Further headers, names as they are written. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Shown inside the letter, as `cid:<name>`. */
  readonly pictures?: readonly { readonly name: string; readonly bytes: Uint8Array }[];
}

/**
 * What became of a letter. `sent`: the server took it. `refused`: for good; `address` says whether
 * the address itself is at fault (`missing`: no such mailbox). `later`: surely nothing arrived, and
 * `ofHouse` where every other letter would fare the same. `unknown`: all of it was handed over, and
 * no answer came.
 */
export type MailOutcome =
  | { readonly state: 'sent'; readonly answer: string }
  | {
      readonly state: 'refused';
      readonly answer: string;
      readonly address: 'missing' | 'failing' | 'unharmed';
    }
  | { readonly state: 'later'; readonly answer: string; readonly ofHouse: boolean }
  | { readonly state: 'unknown'; readonly answer: string };

/** The only way mail leaves (src/publish/mail.ts); one letter at a time. */
export interface MailDoor {
  /**
   * `beforeEnd` is asked when all but the letter's last line is with the server, which may not keep
   * it before that line: false calls the letter off. Never throws.
   */
  send(mail: OutgoingMail, beforeEnd?: () => Promise<boolean>): Promise<MailOutcome>;
  /** Ends the connection; safe to call twice. */
  close(): Promise<void>;
}

/** Sends a plain letter to one person; `name` begins its message id. Never throws. */
export type PersonalMail = (
  letter: Pick<OutgoingMail, 'to' | 'subject' | 'text' | 'language'> & { readonly name: string },
) => Promise<MailOutcome>;
