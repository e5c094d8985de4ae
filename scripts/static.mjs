/**
 * Serves a folder below a path prefix, as GitHub Pages serves a project. For the tests and the measurements.
 *
 *     node scripts/static.mjs dist/web 4180 /some/sub/
 */
import { createReadStream, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const TYPES = /** @type {Record<string, string>} */ ({
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.md': 'text/markdown; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
  '.woff2': 'font/woff2',
});

/**
 * Resolves with the server once it listens on the loopback address.
 *
 * @param {string} folder
 * @param {number} port 0 for any that is free
 * @param {string} prefix starts and ends with a slash
 * @returns {Promise<import('node:http').Server>}
 */
export function serve(folder, port, prefix) {
  const root = resolve(folder);
  const server = createServer((request, response) => {
    const file = fileAt(root, prefix, request.url ?? '/');
    if (file === undefined) {
      response.writeHead(404, { 'content-type': 'text/plain' }).end('There is nothing here.\n');
      return;
    }
    // A .cast.gz is sent as the file it is: the page inflates it, not the browser.
    response.writeHead(200, { 'content-type': TYPES[extname(file)] ?? 'application/octet-stream', 'cache-control': 'no-cache' });
    createReadStream(file).pipe(response);
  });
  return new Promise((done, fail) => {
    server.once('error', fail);
    server.listen(port, '127.0.0.1', () => done(server));
  });
}

/**
 * @param {string} root
 * @param {string} prefix
 * @param {string} url
 */
function fileAt(root, prefix, url) {
  const { pathname } = new URL(url, 'http://localhost');
  if (!pathname.startsWith(prefix)) return undefined;
  const path = resolve(root, decodeURIComponent(pathname.slice(prefix.length)));
  if (path !== root && !path.startsWith(root + sep)) return undefined;
  const file = statSync(path, { throwIfNoEntry: false })?.isDirectory() ? join(path, 'index.html') : path;
  return statSync(file, { throwIfNoEntry: false })?.isFile() ? file : undefined;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [folder = 'dist/web', port = '4180', prefix = '/'] = process.argv.slice(2);
  await serve(folder, Number(port), prefix);
  console.log(`http://127.0.0.1:${port}${prefix}`);
}
