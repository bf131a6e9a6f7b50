import { startEmbedded } from '../../db/embedded.ts';

// A process of its own that holds a data folder until it is killed; run by embedded.test.ts.
const [dataFolder = ''] = process.argv.slice(2);
try {
  const server = await startEmbedded({ dataFolder, durable: false });
  process.stdout.write(`${JSON.stringify({ ...server.connection, server: server.pid })}\n`);
  setInterval(() => undefined, 60_000);
} catch (error) {
  process.stdout.write(`${(error as Error).message}\n`);
  process.exitCode = 1;
}
