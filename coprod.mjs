#!/usr/bin/env node
// The launcher: runs under Node 20 or later with nothing installed, and sees to it that the rest runs under Node 26.
// In order: install what is missing, hand over to Node 26, build the web client (serve only), start the command line.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import module from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(fileURLToPath(import.meta.url));
const wanted = 26;
const french = /^fr/i.test(process.env.COPROD_LANGUAGE || process.env.LC_ALL || process.env.LANG || '');

watchParent();
if (!isInstalled()) install();
if (Number.parseInt(process.versions.node, 10) >= wanted) {
  if (process.argv[2] === 'serve' && !isBuilt()) build();
  module.enableCompileCache?.(join(root, 'node_modules/.cache/coprod'));
  const { main } = await import('./apps/cli/src/main.ts');
  process.exitCode = await main(process.argv.slice(2));
} else {
  handOver(findNode());
}

/**
 * npm does not pass SIGTERM on: it dies and leaves us. So does a launcher of an older Node that is killed.
 * Whoever was started by either ends when it is gone.
 */
function watchParent() {
  const end = () => process.kill(process.pid, 'SIGTERM');
  if (process.connected) {
    process.channel.unref();
    process.once('disconnect', end);
  } else if (process.env.npm_lifecycle_event) {
    const parent = process.ppid;
    const watch = setInterval(() => {
      if (process.ppid === parent) return;
      clearInterval(watch);
      end();
    }, 250);
    watch.unref();
  }
}

/** Whether node_modules holds what package-lock.json asks for on this machine. */
function isInstalled() {
  const lock = join(root, 'package-lock.json');
  const installed = join(root, 'node_modules/.package-lock.json');
  if (!existsSync(installed)) return false;
  if (statSync(installed).mtimeMs >= statSync(lock).mtimeMs) return true;
  // A checkout may touch the lock file without changing it.
  const have = JSON.parse(readFileSync(installed, 'utf8')).packages;
  const need = Object.entries(JSON.parse(readFileSync(lock, 'utf8')).packages);
  return need.every(
    ([path, entry]) =>
      path === '' ||
      entry.link ||
      entry.optional ||
      !path.includes('node_modules/') ||
      have[path]?.version === entry.version,
  );
}

function install() {
  say(
    'Installing what Coprod needs; this takes about half a minute, once.',
    'Installation des composants de Coprod ; une demi-minute environ, une seule fois.',
  );
  // The install scripts are those of the PostgreSQL packages, whose work is done at the first start.
  const flags = ['ci', '--ignore-scripts', '--loglevel=error', '--no-fund', '--no-audit'];
  const npm = findNpm();
  const { status, error } = npm
    ? spawnSync(process.execPath, [npm, ...flags], { cwd: root, stdio: 'inherit' })
    : spawnSync('npm', flags, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' });
  if (status === 0) return;
  fail(
    `The installation failed${error ? ` (${error.message})` : ''}: check the network or the proxy settings of npm, then start again.`,
    `L'installation a échoué${error ? ` (${error.message})` : ''} : vérifiez le réseau ou le proxy de npm, puis relancez.`,
  );
}

function findNpm() {
  const beside = join(dirname(process.execPath), '../lib/node_modules/npm/bin/npm-cli.js');
  return [process.env.npm_execpath, beside].find((path) => path?.endsWith('.js') && existsSync(path));
}

function findNode() {
  const platform = process.platform === 'win32' ? 'win' : process.platform;
  const require = module.createRequire(import.meta.url);
  for (const prefix of ['node', 'node-bin']) {
    try {
      const folder = dirname(require.resolve(`${prefix}-${platform}-${process.arch}/package.json`));
      return join(folder, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
    } catch {
      // Not this name; the loop's end says what to do.
    }
  }
  return fail(
    `Coprod needs Node ${wanted}, and npm has none for ${platform}-${process.arch}: install Node ${wanted}, then start again.`,
    `Coprod demande Node ${wanted}, et npm n'en a pas pour ${platform}-${process.arch} : installez Node ${wanted}, puis relancez.`,
  );
}

function handOver(node) {
  // The channel tells the other side when this process is gone.
  const child = spawn(node, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], {
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('error', (error) => fail(`${node}: ${error.message}`, `${node} : ${error.message}`));
  child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 143)));
}

/** Whether the built client is newer than all it is made of. */
function isBuilt() {
  // An installation may carry the built client without its sources.
  if (!existsSync(join(root, 'apps/web/index.html'))) return true;
  const page = join(root, 'apps/web/dist/index.html');
  return (
    existsSync(page) &&
    statSync(page).mtimeMs >
      Math.max(...['apps/web', 'packages', 'package-lock.json'].map((path) => newest(join(root, path))))
  );
}

function newest(path) {
  const status = statSync(path);
  if (!status.isDirectory()) return status.mtimeMs;
  const names = readdirSync(path).filter(
    (name) => !['node_modules', 'dist', 'browser'].includes(name) && !name.startsWith('dist.'),
  );
  return Math.max(0, ...names.map((name) => newest(join(path, name))));
}

/** Builds beside the old client and swaps, so that two starts at once, or one that is killed, leave a whole one. */
function build() {
  say('Building the web client.', "Construction de l'application web.");
  const web = join(root, 'apps/web');
  const fresh = join(web, `dist.${process.pid}`);
  const vite = join(root, 'node_modules/vite/bin/vite.js');
  const { status } = spawnSync(
    process.execPath,
    [vite, 'build', '--logLevel', 'error', '--outDir', fresh, '--emptyOutDir'],
    { cwd: web, stdio: 'inherit' },
  );
  if (status !== 0) {
    rmSync(fresh, { recursive: true, force: true });
    fail(
      'The web client could not be built; the reason stands above.',
      "L'application web n'a pas pu être construite ; la raison est indiquée ci-dessus.",
    );
  }
  const old = `${fresh}.old`;
  try {
    if (existsSync(join(web, 'dist'))) renameSync(join(web, 'dist'), old);
    renameSync(fresh, join(web, 'dist'));
  } catch (error) {
    // Another start has built it meanwhile.
    if (!existsSync(join(web, 'dist'))) throw error;
  }
  rmSync(old, { recursive: true, force: true });
  rmSync(fresh, { recursive: true, force: true });
}

function say(english, other) {
  console.error(`coprod: ${french ? other : english}`);
}

function fail(english, other) {
  say(english, other);
  process.exit(1);
}
