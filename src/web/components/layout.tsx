import type { ReactNode } from 'react';
import type { Language } from '../charts.ts';
import { languages } from '../language.ts';
import type { View } from '../view.ts';
import { challengeAddress } from './challenge-link.tsx';

const languageNames: Readonly<Record<Language, string>> = { vi: 'Tiếng Việt', en: 'English' };

/**
 * Those every page needs. A font that is late is not used on that page, since the change would move
 * what is being read (`font-display: optional`): so they are asked for before anything else.
 */
const preloadedFonts = [
  'be-vietnam-pro-latin-400-normal',
  'be-vietnam-pro-vietnamese-400-normal',
  'be-vietnam-pro-latin-600-normal',
  'be-vietnam-pro-vietnamese-600-normal',
  'source-serif-4-latin-600-normal',
  'source-serif-4-vietnamese-600-normal',
];

/** Those in which sentences and titles of items are set: without them a name alone would be. */
const quotingFonts = ['source-serif-4-latin-400-normal', 'source-serif-4-vietnamese-400-normal'];

/** Pages that quote what outlets wrote. */
const quotingPages = /^\/(items|persons|outlets|stories|search|coding)(\/|$)/;

/** Pages with forms of coders and administrators, which readers of figures never open. */
const formPages = /^\/(accuracy|sign-in|join|account|coding|admin)(\/|$)/;

/** Pages with something to contest: all that anybody may read, but for the forms to do so. */
const contestable =
  /^(?!\/(sign-in|join|account|coding|admin|challenges?|takedowns?|digest\/(confirm|leave))(\/|$))/;

/** Where a page is at home and in which languages: only absolute addresses say that. */
function AbsoluteLinks({ view }: { readonly view: View }) {
  const { publicUrl } = view;
  if (publicUrl === null) return null;
  const at = (lang: Language | null) => publicUrl + view.href(view.path, { lang });
  return (
    <>
      <link rel="canonical" href={at(view.language)} />
      {languages.map((language) => (
        <link key={language} rel="alternate" hrefLang={language} href={at(language)} />
      ))}
      <link rel="alternate" hrefLang="x-default" href={at(null)} />
    </>
  );
}

/** Asks for the fonts of a page before its style sheet does. */
export function FontLinks({ view }: { readonly view: View }) {
  const fonts = [...preloadedFonts, ...(quotingPages.test(view.path) ? quotingFonts : [])];
  return fonts.map((font) => (
    <link
      key={font}
      rel="preload"
      as="font"
      type="font/woff2"
      crossOrigin="anonymous"
      href={`${view.assets}/${font}.woff2`}
    />
  ));
}

/** A feed of what a page lists. */
export interface PageFeed {
  readonly path: '/corrections.atom' | '/digest.atom';
  readonly title: string;
}

/** Where feed readers and links lead: to the feed in the language of its page. */
export function feedAddress(view: View, path: PageFeed['path']): string {
  return `${path}?lang=${view.language}`;
}

interface HeadProps {
  readonly view: View;
  readonly title: string;
  readonly hasForm: boolean;
  readonly feed: PageFeed | undefined;
}

function Head({ view, title, hasForm, feed }: HeadProps) {
  return (
    <head>
      <meta charSet="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      <meta name="referrer" content={hasForm ? 'same-origin' : 'no-referrer'} />
      <meta name="description" content={view.t('site.tagline')} />
      <title>{title}</title>
      <AbsoluteLinks view={view} />
      {feed === undefined ? null : (
        <link
          rel="alternate"
          type="application/atom+xml"
          title={`Column Inches · ${feed.title}`}
          href={feedAddress(view, feed.path)}
        />
      )}
      <FontLinks view={view} />
      <link rel="stylesheet" href={`${view.assets}/style.css`} />
      {formPages.test(view.path) ? (
        <link rel="stylesheet" href={`${view.assets}/review.css`} />
      ) : null}
      <link rel="icon" type="image/svg+xml" href={`${view.assets}/icon.svg`} />
      <script type="module" src={`${view.assets}/main.js`} />
    </head>
  );
}

function LanguageSwitch({ view }: { readonly view: View }) {
  const { sort, sortOutlets } = view.query;
  return (
    <nav className="languages" aria-label={view.t('site.language')}>
      {languages.map((language) => (
        <a
          key={language}
          href={view.href(view.path, {
            ...view.kept,
            lang: language,
            sort: sort ?? null,
            sortOutlets: sortOutlets ?? null,
          })}
          lang={language}
          hrefLang={language}
          aria-current={language === view.language ? 'true' : undefined}
        >
          {languageNames[language]}
        </a>
      ))}
    </nav>
  );
}

function Masthead({ view }: { readonly view: View }) {
  const current = (path: string) => (view.path === path ? 'page' : undefined);
  return (
    <header className="masthead">
      <div className="page masthead-line">
        <a className="wordmark" href={view.href('/')}>
          Column Inches
        </a>
        <nav className="pages" aria-label={view.t('site.navigation')}>
          <a href={view.href('/')} aria-current={current('/')}>
            {view.t('site.overview')}
          </a>
          <a href={view.href('/compare')} aria-current={current('/compare')}>
            {view.t('site.compare')}
          </a>
          <a href={view.href('/gaps')} aria-current={current('/gaps')}>
            {view.t('site.gaps')}
          </a>
          <a href={view.href('/search')} aria-current={current('/search')}>
            {view.t('site.search')}
          </a>
          <a href={view.href('/data')} aria-current={current('/data')}>
            {view.t('site.data')}
          </a>
          <a href={view.href('/method')} aria-current={current('/method')}>
            {view.t('site.method')}
          </a>
        </nav>
        <LanguageSwitch view={view} />
      </div>
    </header>
  );
}

/** A real outlet is followed on a page, where there is one, or by the command. */
function NextStep({ view }: { readonly view: View }) {
  const { t } = view;
  const command = <code>npm run cli -- outlets add URL</code>;
  if (!view.hasAdministration)
    return (
      <>
        {t('demo.next')} {command}
      </>
    );
  return (
    <>
      {t('demo.nextOn')} <a href={view.href('/admin/outlets', {})}>{t('demo.nextPage')}</a>{' '}
      {t('demo.nextOr')} {command}
    </>
  );
}

/** Fiction says so on every page, before anything else is read. */
function DemoBand({ view }: { readonly view: View }) {
  // With the example switched off, nothing on screen is fiction.
  if (!view.world.demo || view.world.outlets === 0) return null;
  return (
    <aside className="demo-band" aria-label={view.t('demo.label')}>
      <p className="page">
        <strong>{view.t('demo.label')}</strong> {view.t('demo.text')}{' '}
        <span className="demo-next">
          <NextStep view={view} />
        </span>
      </p>
    </aside>
  );
}

/** The frame of every page: skip link, fiction band, masthead, one main, footer. */
export function Layout(props: {
  readonly view: View;
  readonly title: string;
  /** Printed in the footer so that a figure can be cited; null on pages without figures. */
  readonly methodVersion: string | null;
  /** The page sends a form: browsers may then name this site, and only to this site. */
  readonly hasForm?: boolean;
  /** Left out where what the page lists is no feed. */
  readonly feed?: PageFeed;
  readonly children: ReactNode;
}) {
  const { view, methodVersion } = props;
  const { t, version } = view;
  return (
    <html lang={view.language}>
      <Head
        view={view}
        title={`${props.title} · Column Inches`}
        hasForm={props.hasForm === true}
        feed={props.feed}
      />
      <body>
        <a className="skip" href="#content">
          {t('site.skip')}
        </a>
        <DemoBand view={view} />
        <Masthead view={view} />
        <main id="content" className="page" tabIndex={-1}>
          {props.children}
        </main>
        <footer className="colophon">
          <div className="page">
            <p>{t('site.boundary')}</p>
            <p>{t('site.sourceNote')}</p>
            <p>
              <a href={view.href('/accuracy')}>{t('accuracy.title')}</a> ·{' '}
              <a href={view.href('/corrections')}>{t('correction.title')}</a> ·{' '}
              <a href={view.href('/plans')}>{t('plan.heading')}</a> ·{' '}
              <a href={view.href('/digest')}>{t('digest.title')}</a>
              {view.hasOperations ? (
                <>
                  {' · '}
                  <a href={view.href('/operations')}>{t('operations.title')}</a>
                </>
              ) : null}
              {contestable.test(view.path) ? (
                <>
                  {' · '}
                  <a rel="nofollow" href={challengeAddress(view)}>
                    {t('challenge.title')}
                  </a>
                </>
              ) : null}
            </p>
            <p>
              {methodVersion === null
                ? t('site.footerUnmeasured', { version })
                : t('site.footer', { version, method: methodVersion })}
            </p>
          </div>
        </footer>
      </body>
    </html>
  );
}
