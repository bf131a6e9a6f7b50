import { type Browser, chromium } from 'playwright-core';
import { unpackChromium } from '../../crawlers/browser/chromium-files.ts';
import { browserFolder } from './front-page/site.ts';

/** The browser of npm, to look at the project's own pages with; close it afterwards. */
export async function launchChromium(folder = browserFolder): Promise<Browser> {
  const files = await unpackChromium(folder);
  const { fontConfiguration, libraries } = files;
  const launch = (env: Record<string, string>) =>
    chromium.launch({
      executablePath: files.executable,
      args: ['--no-sandbox', '--no-zygote', '--disable-gpu', '--disable-dev-shm-usage'],
      env: { PATH: '/usr/bin:/bin', LANG: 'C.UTF-8', ...env },
    });
  const fonts: Record<string, string> =
    fontConfiguration === null ? {} : { FONTCONFIG_FILE: fontConfiguration };
  // Some machines have the system libraries, some need those of the package.
  return launch(fonts).catch(() => launch({ ...fonts, LD_LIBRARY_PATH: libraries ?? '' }));
}
