/** One address of the site, as the documentation lists it. */
export interface WebRoute {
  readonly method: 'GET' | 'POST';
  /** With `:name` for a part that varies. */
  readonly path: string;
  readonly summary: string;
}

/** Every address the server answers; tests compare it with the server and the documentation. */
export const routes = [
  {
    method: 'GET',
    path: '/',
    summary: 'Overview of a period: share of coverage, persons, outlets, coverage ledger.',
  },
  {
    method: 'GET',
    path: '/persons/:id',
    summary: 'One office-holder: posts with sources, figures, series, the items counted.',
  },
  {
    method: 'GET',
    path: '/persons/:id/air',
    summary: 'The reports on air that the person’s figures count, each in its bulletin.',
  },
  {
    method: 'GET',
    path: '/persons/:id/uncertain',
    summary: 'Items in which it is uncertain whether the person is meant; not counted for them.',
  },
  {
    method: 'GET',
    path: '/posts/:id',
    summary: 'One post: who held or stood for it, when, with sources and a timeline.',
  },
  {
    method: 'GET',
    path: '/register/history',
    summary: 'Every edit of the register: what, when, by whom and why.',
  },
  {
    method: 'GET',
    path: '/register/history/:id',
    summary: 'The edits of one person or post and of their terms.',
  },
  {
    method: 'GET',
    path: '/outlets/:id',
    summary: 'One outlet: items captured, missing days, whom it mentions, its items.',
  },
  {
    method: 'GET',
    path: '/items',
    summary: 'The items that figures of a period count, of all outlets or some.',
  },
  {
    method: 'GET',
    path: '/items/:id',
    summary: 'One item: the sentences that mention someone, the reasons, versions, measurements.',
  },
  {
    method: 'GET',
    path: '/items/:id/whole',
    summary: 'For signed-in coders: its whole text, what each version changed, its pages.',
  },
  {
    method: 'GET',
    path: '/items/:id/versions/:version/page',
    summary: 'For signed-in coders: the archived page of a version, which can do nothing.',
  },
  {
    method: 'GET',
    path: '/snapshots/:id',
    summary: 'One look at a front page: every story’s box, block, reading rank and share.',
  },
  {
    method: 'GET',
    path: '/snapshots/:id/picture.jpg',
    summary: 'Its picture, so small that the layout shows and the text cannot be read.',
  },
  {
    method: 'GET',
    path: '/compare',
    summary: 'Persons, outlets and two periods beside each other.',
  },
  { method: 'GET', path: '/gaps', summary: 'The coverage ledger: what is missing, and why.' },
  {
    method: 'GET',
    path: '/search',
    summary: 'Search over titles and public sentences, with or without diacritics.',
  },
  { method: 'GET', path: '/stories/:id', summary: 'One story: its copies at several outlets.' },
  { method: 'GET', path: '/plans', summary: 'Monitoring plans sealed before their period.' },
  {
    method: 'GET',
    path: '/plans/:hash',
    summary: 'One sealed plan: outlets, register, period, method, and dated deviations.',
  },
  { method: 'GET', path: '/plans/:hash/plan.json', summary: 'The very bytes that were sealed.' },
  {
    method: 'GET',
    path: '/data',
    summary: 'Open data of a period: every table as CSV, JSON or Parquet, and the kept exports.',
  },
  {
    method: 'GET',
    path: '/data/:file',
    summary: 'One table of the chosen period and outlets as it is now, e.g. `persons.csv`.',
  },
  {
    method: 'GET',
    path: '/data/exports/:hash',
    summary: 'A kept export: what it holds and how to cite it; the address never changes.',
  },
  {
    method: 'GET',
    path: '/data/exports/:hash/:file',
    summary: 'One of its files, the same bytes for ever.',
  },
  {
    method: 'GET',
    path: '/outlets/:id/air',
    summary: 'A broadcaster on air: a week’s programmes as a grid, bulletins, what was captured.',
  },
  {
    method: 'GET',
    path: '/bulletins/:id',
    summary: 'One bulletin: its reports as a bar, whom each mentions, for how many seconds.',
  },
  {
    method: 'GET',
    path: '/challenge',
    summary: 'Form to contest a figure or a mention; no account is needed.',
  },
  { method: 'POST', path: '/challenge', summary: 'Takes that form, ten times an hour at most.' },
  { method: 'GET', path: '/challenges/:id', summary: 'Where a challenge stands, and its answer.' },
  {
    method: 'GET',
    path: '/takedown',
    summary: 'Form to ask that a text no longer be shown.',
  },
  { method: 'POST', path: '/takedown', summary: 'Takes that form, ten times an hour at most.' },
  { method: 'GET', path: '/takedowns/:id', summary: 'Where such a request stands.' },
  {
    method: 'GET',
    path: '/corrections',
    summary: 'Every restated figure with its reason, and every text taken down.',
  },
  { method: 'GET', path: '/corrections.atom', summary: 'The corrections as an Atom feed.' },
  {
    method: 'GET',
    path: '/digest',
    summary: 'The weekly letters so far, and the form to get the next ones.',
  },
  { method: 'POST', path: '/digest', summary: 'Asks for the letter; a link confirms it.' },
  { method: 'GET', path: '/digest.atom', summary: 'The weekly letters as an Atom feed.' },
  { method: 'GET', path: '/digest/:week', summary: 'One letter, as its readers got it.' },
  {
    method: 'GET',
    path: '/digest/:week/:language/:picture',
    summary: 'One of its pictures, as PNG.',
  },
  {
    method: 'GET',
    path: '/digest/confirm/:token',
    summary: 'Where the letter that asks to confirm leads.',
  },
  { method: 'POST', path: '/digest/confirm/:token', summary: 'Confirms a subscription.' },
  {
    method: 'GET',
    path: '/digest/leave/:token',
    summary: 'Where the link that ends the letters leads.',
  },
  {
    method: 'POST',
    path: '/digest/leave/:token',
    summary: 'Ends the letters at once, also by a mail program’s one click (RFC 8058).',
  },
  {
    method: 'GET',
    path: '/operations',
    summary: 'What runs by itself: every slot of the timetable, its result, what comes next.',
  },
  { method: 'GET', path: '/method', summary: 'The definitions behind every figure.' },
  {
    method: 'GET',
    path: '/codebook',
    summary: 'The rules by which items are read, each with examples.',
  },
  {
    method: 'GET',
    path: '/api/figures',
    summary: 'The overview’s figures as JSON, same parameters.',
  },
  {
    method: 'GET',
    path: '/api/persons/:id',
    summary: 'One office-holder’s figures, series and items as JSON.',
  },
  { method: 'GET', path: '/api/posts/:id', summary: 'One post and who held it as JSON.' },
  { method: 'GET', path: '/api/outlets/:id', summary: 'One outlet’s figures and items as JSON.' },
  { method: 'GET', path: '/api/items/:id', summary: 'One item’s evidence as JSON.' },
  {
    method: 'GET',
    path: '/api/snapshots/:id',
    summary: 'One look at a front page as JSON: every placement with its boxes and share.',
  },
  {
    method: 'GET',
    path: '/api/air',
    summary: 'Figures of what is on air as JSON, radio and television apart.',
  },
  {
    method: 'GET',
    path: '/api/outlets/:id/air',
    summary: 'A broadcaster’s week as JSON: programmes, bulletins, what was captured.',
  },
  {
    method: 'GET',
    path: '/api/bulletins/:id',
    summary: 'One bulletin as JSON: parts, persons, seconds, the sentences that mention them.',
  },
  {
    method: 'GET',
    path: '/api/snapshots/:id/placements.csv',
    summary: 'The same look as CSV, a line a placement.',
  },
  { method: 'GET', path: '/api/search', summary: 'Search as JSON.' },
  { method: 'GET', path: '/api/stories/:id', summary: 'One story and its copies as JSON.' },
  { method: 'GET', path: '/api/corrections', summary: 'Every correction as JSON, page by page.' },
  { method: 'GET', path: '/api/exports', summary: 'The kept exports with their hashes as JSON.' },
  {
    method: 'GET',
    path: '/charts/share-of-coverage.svg',
    summary: 'The chart of shares as an SVG picture that may stand on other sites.',
  },
  {
    method: 'GET',
    path: '/embed/share-of-coverage',
    summary: 'The same chart with its table, for an iframe on other sites.',
  },
  { method: 'GET', path: '/api/openapi.json', summary: 'OpenAPI description of the JSON API.' },
  { method: 'GET', path: '/healthz', summary: 'For supervisors: 200 while the process lives.' },
  {
    method: 'GET',
    path: '/readyz',
    summary: 'For load balancers: 200 while figures can be read, else 503 with what fails.',
  },
  {
    method: 'GET',
    path: '/metrics',
    summary: 'For a monitor: Prometheus figures, to this network or with the operator’s token.',
  },
  {
    method: 'GET',
    path: '/assets/:hash/:file',
    summary: 'Style sheet, fonts and scripts under a name that changes with their content.',
  },
] as const satisfies readonly WebRoute[];
