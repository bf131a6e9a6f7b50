import type { CodedPlace, PersonRole, ReviewStream, TextState } from '../domain/index.ts';
import type { CodebookRule, JoinFault, Level, SignedIn } from '../review/index.ts';
import type { MessageKey } from './language.ts';

type Words<Key extends string> = Readonly<Record<Key, MessageKey>>;

export const roleNames: Words<SignedIn['role']> = {
  coder: 'role.coder',
  adjudicator: 'role.adjudicator',
  administrator: 'role.administrator',
};

export const streamNames: Words<ReviewStream> = {
  audit: 'coding.stream.audit',
  uncertain: 'coding.stream.uncertain',
};

export const streamAbout: Words<ReviewStream> = {
  audit: 'coding.audit.about',
  uncertain: 'coding.uncertain.about',
};

export const textNames: Words<TextState> = {
  whole: 'coding.text.whole',
  part: 'coding.text.part',
  none: 'coding.text.none',
};

export const personRoleNames: Words<PersonRole> = {
  subject: 'coding.role.subject',
  mentioned: 'coding.role.mentioned',
  listed: 'coding.role.listed',
};

export const placeNames: Words<CodedPlace> = {
  headline: 'coding.place.headline',
  lead: 'coding.place.lead',
  later: 'coding.place.later',
};

export const ruleNames: Words<CodebookRule> = {
  person: 'coding.rule.person',
  role: 'coding.rule.role',
  place: 'coding.rule.place',
  text: 'coding.rule.text',
  count: 'coding.rule.count',
};

export const levelNames: Words<Level> = {
  nominal: 'accuracy.level.nominal',
  ordinal: 'accuracy.level.ordinal',
  interval: 'accuracy.level.interval',
};

/** The rules that are written out beside the text. */
export const codebookTexts = [
  ['coding.rule.person', 'coding.codebook.person'],
  ['coding.rule.role', 'coding.codebook.role'],
  ['coding.rule.place', 'coding.codebook.place'],
  ['coding.rule.text', 'coding.codebook.text'],
] as const satisfies readonly (readonly [MessageKey, MessageKey])[];

export const joinFaults: Words<JoinFault> = {
  invitation: 'session.joinGone',
  name: 'session.fault.name',
  email: 'session.fault.email',
  password: 'session.fault.password',
  'email-taken': 'session.fault.emailTaken',
};
