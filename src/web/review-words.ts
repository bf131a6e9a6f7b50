import type {
  ChallengeClaim,
  CodedPlace,
  LookState,
  OperatorFinding,
  OutletRow,
  PersonRole,
  ReviewStream,
  SubscriberState,
  TermDraft,
  TextState,
  ViewportName,
} from '../domain/index.ts';
import type { CodebookRule, JoinFault, Level, SignedIn } from '../review/index.ts';
import type { MessageKey } from './language.ts';
import type { View } from './view.ts';

type Words<Key extends string> = Readonly<Record<Key, MessageKey>>;

/** What a reader says is wrong, in words. */
export const claimNames: Words<ChallengeClaim> = {
  'another-person': 'challenge.claim.another-person',
  'not-mentioned': 'challenge.claim.not-mentioned',
  missed: 'challenge.claim.missed',
  other: 'challenge.claim.other',
};

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

export const lookNames: Words<LookState> = {
  right: 'look.right',
  'other-page': 'look.otherPage',
  covered: 'look.covered',
  unstyled: 'look.unstyled',
  part: 'look.part',
};

export const windowNames: Words<ViewportName> = {
  desktop: 'look.desktop',
  phone: 'look.phone',
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

export const outletStates: Words<OutletRow['state']> = {
  followed: 'admin.outlets.followed',
  paused: 'admin.outlets.paused',
  available: 'admin.outlets.available',
  replayed: 'admin.outlets.replayed',
};

export const termKinds: Words<TermDraft['kind']> = {
  holder: 'admin.register.kind.holder',
  acting: 'admin.register.kind.acting',
  candidate: 'admin.register.kind.candidate',
};

export const findingNames: Words<OperatorFinding['severity']> = {
  refused: 'admin.register.refused',
  warning: 'admin.register.warning',
  note: 'admin.register.worthKnowing',
};

/** In what the register goes out, under which name. */
export const registerFormats = [
  { format: 'csv', name: 'register.csv', title: 'CSV' },
  { format: 'popolo', name: 'register.json', title: 'Popolo JSON' },
  { format: 'ftm', name: 'register.ftm.json', title: 'FollowTheMoney' },
  { format: 'wikidata', name: 'register.wikidata.txt', title: 'Wikidata' },
] as const;

export const subscriberStates: Words<SubscriberState> = {
  pending: 'admin.subscribers.pending',
  active: 'admin.subscribers.active',
  ended: 'admin.subscribers.endedState',
  bounced: 'admin.subscribers.bounced',
};

const actions: Readonly<Record<string, MessageKey>> = {
  'sign-in done': 'trail.signedIn',
  'sign-in second-factor': 'trail.firstStep',
  'sign-in refused': 'trail.signInRefused',
  'second step done': 'trail.secondDone',
  'second step refused': 'trail.secondRefused',
  'signed out': 'trail.signedOut',
  'account made': 'trail.accountMade',
  'account removed': 'trail.accountRemoved',
  'role changed': 'trail.roleChanged',
  'sessions ended': 'trail.sessionsEnded',
  'password changed': 'trail.passwordChanged',
  'second factor on': 'trail.factorOn',
  'second factor off': 'trail.factorOff',
  'invitation made': 'trail.invited',
  'invitation withdrawn': 'trail.uninvited',
  'coding waiting': 'trail.codingWaiting',
  'coding agreed': 'trail.codingAgreed',
  'coding disputed': 'trail.codingDisputed',
  'coding refused': 'trail.codingRefused',
  adjudicated: 'trail.adjudicated',
  'audit drawn': 'trail.auditDrawn',
  'doubts listed': 'trail.doubtsListed',
  'codings imported': 'trail.codingsImported',
  'codings exported': 'trail.codingsExported',
  'outlet added': 'trail.outletAdded',
  'outlet paused': 'trail.outletPaused',
  'outlet resumed': 'trail.outletResumed',
  'outlet changed': 'trail.outletChanged',
  'term saved': 'trail.termSaved',
  'register imported': 'trail.registerImported',
  'register removed': 'trail.registerRemoved',
  'challenge accepted': 'trail.challengeAccepted',
  'challenge rejected': 'trail.challengeRejected',
  'takedown accepted': 'trail.takedownAccepted',
  'takedown rejected': 'trail.takedownRejected',
  'subscription ended': 'trail.subscriptionEnded',
  'subscription asked': 'trail.subscriptionAsked',
  'letter sent': 'trail.letterSent',
  'bounce read': 'trail.bounceRead',
  'plan sealed': 'trail.planSealed',
  'deviation noted': 'trail.deviationNoted',
  'outlets imported': 'trail.outletsImported',
  'page frozen': 'trail.pageFrozen',
  'register asked': 'trail.registerAsked',
  'retention set': 'trail.retentionSet',
  'retention run': 'trail.retentionRun',
  'recompute begun': 'trail.recomputeBegun',
  'archive exported': 'trail.archiveExported',
  'backup begun': 'trail.backupBegun',
  'backup downloaded': 'trail.backupDownloaded',
  'pages replayed': 'trail.pagesReplayed',
  'export kept': 'trail.exportKept',
  'job asked': 'trail.jobAsked',
  'invitation mailed': 'trail.invitationMailed',
  'invitation unanswered': 'trail.invitationUnanswered',
};

/** What was done, in the reader's language; what an older version wrote stays as it is. */
export function actionText({ t }: View, action: string): string {
  const key = actions[action];
  return key === undefined ? action : t(key);
}

const details: Readonly<Record<string, MessageKey>> = {
  from: 'trail.detail.from',
  to: 'trail.detail.to',
  items: 'trail.detail.items',
  seed: 'trail.detail.seed',
  opened: 'trail.detail.opened',
  taken: 'trail.detail.taken',
  left: 'trail.detail.left',
  ended: 'trail.detail.ended',
  note: 'trail.detail.note',
  why: 'trail.detail.why',
};

/** What a line of the trail adds: `items: 130`, a role by its name; others as they stand. */
export function detailText({ t, formats }: View, name: string, value: unknown): string {
  const isDay = typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value);
  const text = isDay ? formats.day(value) : String(value);
  if (name === 'isDone') return t(value === true ? 'trail.detail.done' : 'trail.detail.notDone');
  const role = name === 'role' ? new Map(Object.entries(roleNames)).get(text) : undefined;
  if (role !== undefined) return t(role);
  const key = details[name];
  return key === undefined ? `${name} ${text}` : t(key, { value: text });
}
