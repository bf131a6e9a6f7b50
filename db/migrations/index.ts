import type { Migration } from 'kysely/migration';
import { outletsItemsRegisterFigures } from './0001-outlets-items-register-figures.ts';
import { frontPages } from './0002-front-pages.ts';
import { registerHistory } from './0003-register-history.ts';
import { looks } from './0004-looks.ts';
import { feedReadings } from './0005-feed-readings.ts';
import { broadcasts } from './0006-broadcasts.ts';
import { publication } from './0007-publication.ts';
import { reviewAccounts } from './0008-review-accounts.ts';
import { operations } from './0009-operations.ts';
import { feedShapes } from './0010-feed-shapes.ts';
import { monthlyPartitions } from './0011-months.ts';
import { rollups } from './0012-rollups.ts';
import { retention } from './0013-retention.ts';
import { letters } from './0014-letters.ts';
import { lookTasks } from './0015-look-tasks.ts';
import { challengedTasks } from './0016-challenged-tasks.ts';
import { coverageMonths } from './0017-coverage-months.ts';
import { toldByMonth } from './0018-told-by-month.ts';
import { searchWindows } from './0019-search-windows.ts';
import { uncertainMentions } from './0020-uncertain-mentions.ts';
import { planNotices } from './0021-plan-notices.ts';
import { uncertainByPerson } from './0022-uncertain-by-person.ts';

/** Every migration by name, in order; add the next at the end and never change one above it. */
export const migrations: Readonly<Record<string, Migration>> = {
  '0001-outlets-items-register-figures': outletsItemsRegisterFigures,
  '0002-front-pages': frontPages,
  '0003-register-history': registerHistory,
  '0004-looks': looks,
  '0005-feed-readings': feedReadings,
  '0006-broadcasts': broadcasts,
  '0007-publication': publication,
  '0008-review-accounts': reviewAccounts,
  '0009-operations': operations,
  '0010-feed-shapes': feedShapes,
  '0011-months': monthlyPartitions,
  '0012-rollups': rollups,
  '0013-retention': retention,
  '0014-letters': letters,
  '0015-look-tasks': lookTasks,
  '0016-challenged-tasks': challengedTasks,
  '0017-coverage-months': coverageMonths,
  '0018-told-by-month': toldByMonth,
  '0019-search-windows': searchWindows,
  '0020-uncertain-mentions': uncertainMentions,
  '0021-plan-notices': planNotices,
  '0022-uncertain-by-person': uncertainByPerson,
};
