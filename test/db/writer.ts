import { openDatabase } from '../../db/index.ts';
import { storePages } from './writing.ts';

// A process of its own that stores pages until it is done or killed; run by crash.test.ts.
const [databaseUrl = '', archiveFolder = ''] = process.argv.slice(2);
const database = await openDatabase({ databaseUrl });
process.stdout.write('ready\n');
await storePages(database, archiveFolder);
await database.close();
