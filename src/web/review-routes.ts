/** Who may ask for an address: each may all that those before may. */
export type Access = 'anyone' | 'signed-in' | 'adjudicator' | 'administrator';

/** One address of the pages around accounts, coding and administration. */
export interface ReviewRoute {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly access: Access;
}

/**
 * Every such address with who may ask for it. The gate refuses what is not in here, and a test asks
 * for each as everybody who may not.
 */
export const reviewRoutes = [
  { method: 'GET', path: '/accuracy', access: 'anyone' },
  { method: 'GET', path: '/sign-in', access: 'anyone' },
  { method: 'POST', path: '/sign-in', access: 'anyone' },
  { method: 'POST', path: '/sign-in/code', access: 'anyone' },
  { method: 'POST', path: '/sign-out', access: 'anyone' },
  { method: 'GET', path: '/join/:token', access: 'anyone' },
  { method: 'POST', path: '/join/:token', access: 'anyone' },
  { method: 'GET', path: '/account', access: 'signed-in' },
  { method: 'POST', path: '/account/password', access: 'signed-in' },
  { method: 'POST', path: '/account/second-factor', access: 'signed-in' },
  { method: 'POST', path: '/account/second-factor/confirm', access: 'signed-in' },
  { method: 'POST', path: '/account/second-factor/end', access: 'signed-in' },
  { method: 'POST', path: '/account/sessions/:id/end', access: 'signed-in' },
  { method: 'GET', path: '/coding', access: 'signed-in' },
  { method: 'POST', path: '/coding/next', access: 'signed-in' },
  { method: 'GET', path: '/coding/tasks/:id', access: 'signed-in' },
  { method: 'POST', path: '/coding/tasks/:id', access: 'signed-in' },
  { method: 'POST', path: '/coding/tasks/:id/draft', access: 'signed-in' },
  { method: 'GET', path: '/coding/disputes', access: 'adjudicator' },
  { method: 'GET', path: '/coding/disputes/:id', access: 'adjudicator' },
  { method: 'POST', path: '/coding/disputes/:id', access: 'adjudicator' },
  { method: 'GET', path: '/admin', access: 'administrator' },
  { method: 'GET', path: '/admin/review', access: 'administrator' },
  { method: 'POST', path: '/admin/review/audit', access: 'administrator' },
  { method: 'POST', path: '/admin/review/doubts', access: 'administrator' },
  { method: 'GET', path: '/admin/review/codings.json', access: 'administrator' },
  { method: 'GET', path: '/admin/review/codings.csv', access: 'administrator' },
  { method: 'POST', path: '/admin/review/import', access: 'administrator' },
  { method: 'GET', path: '/admin/outlets', access: 'administrator' },
  { method: 'POST', path: '/admin/outlets/add', access: 'administrator' },
  { method: 'GET', path: '/admin/outlets/outlets.opml', access: 'administrator' },
  { method: 'POST', path: '/admin/outlets/opml/import', access: 'administrator' },
  { method: 'POST', path: '/admin/outlets/freeze', access: 'administrator' },
  { method: 'POST', path: '/admin/outlets/:id/follow', access: 'administrator' },
  { method: 'POST', path: '/admin/outlets/:id/look', access: 'administrator' },
  { method: 'POST', path: '/admin/outlets/:id/pause', access: 'administrator' },
  { method: 'POST', path: '/admin/outlets/:id/resume', access: 'administrator' },
  { method: 'POST', path: '/admin/outlets/:id/expected', access: 'administrator' },
  { method: 'GET', path: '/admin/register', access: 'administrator' },
  { method: 'GET', path: '/admin/register/register.csv', access: 'administrator' },
  { method: 'POST', path: '/admin/register/term', access: 'administrator' },
  { method: 'POST', path: '/admin/register/query', access: 'administrator' },
  { method: 'POST', path: '/admin/register/import', access: 'administrator' },
  { method: 'GET', path: '/admin/requests', access: 'administrator' },
  { method: 'POST', path: '/admin/challenges/:id', access: 'administrator' },
  { method: 'POST', path: '/admin/takedowns/:id', access: 'administrator' },
  { method: 'GET', path: '/admin/subscribers', access: 'administrator' },
  { method: 'POST', path: '/admin/subscribers/end', access: 'administrator' },
  { method: 'POST', path: '/admin/subscribers/add', access: 'administrator' },
  { method: 'POST', path: '/admin/subscribers/preview', access: 'administrator' },
  { method: 'POST', path: '/admin/subscribers/send', access: 'administrator' },
  { method: 'POST', path: '/admin/subscribers/bounce/import', access: 'administrator' },
  { method: 'GET', path: '/admin/plans', access: 'administrator' },
  { method: 'POST', path: '/admin/plans/seal', access: 'administrator' },
  { method: 'POST', path: '/admin/plans/note', access: 'administrator' },
  { method: 'GET', path: '/admin/upkeep', access: 'administrator' },
  { method: 'POST', path: '/admin/upkeep/retention', access: 'administrator' },
  { method: 'POST', path: '/admin/upkeep/retention/run', access: 'administrator' },
  { method: 'POST', path: '/admin/upkeep/recompute', access: 'administrator' },
  { method: 'POST', path: '/admin/upkeep/archive', access: 'administrator' },
  { method: 'POST', path: '/admin/invitations/:id/withdraw', access: 'administrator' },
  { method: 'GET', path: '/admin/users', access: 'administrator' },
  { method: 'POST', path: '/admin/users/invite', access: 'administrator' },
  { method: 'POST', path: '/admin/users/:id/role', access: 'administrator' },
  { method: 'POST', path: '/admin/users/:id/sessions', access: 'administrator' },
  { method: 'POST', path: '/admin/users/:id/remove', access: 'administrator' },
  { method: 'GET', path: '/admin/trail', access: 'administrator' },
] as const satisfies readonly ReviewRoute[];
