/** Serves the built pages under `app:`; there is no `file:` and no path from a page ever meets the file system. */
import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';
import type { Session } from 'electron';

export const APP_SCHEME = 'app';
/** The pages have different origins, so that they never share a process. */
export const MAIN_ORIGIN = `${APP_SCHEME}://main`;
export const SESSION_ORIGIN = `${APP_SCHEME}://session`;
/** The two pages of the window: before a library is open, and the workbench. */
export const PAGE_URLS = {
  session: `${SESSION_ORIGIN}/session.html`,
  main: `${MAIN_ORIGIN}/index.html`,
} as const;
export const EXTRACTOR_ORIGIN = `${APP_SCHEME}://extractor`;

/**
 * Strict on purpose; `trusted-types` names the one policy, which makes the URL of the pdf.js worker
 * (renderer/pdf-worker.ts). No 'unsafe-inline', no 'wasm-unsafe-eval'.
 */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "object-src 'none'",
  "frame-src 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types kartoteka',
].join('; ');

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

/** Serves the pages of `root` to one session. */
export function serveApp(target: Session, root: string): void {
  target.protocol.handle(APP_SCHEME, appServer(root));
}

/** Answers requests with what lies below `root` now, and with nothing that comes there later. */
export function appServer(root: string): (request: Request) => Promise<Response> {
  const files = manifestOf(root);
  return async ({ url, method }) => {
    const file = method === 'GET' ? files.get(pathOf(url)) : undefined;
    if (file === undefined) return new Response(null, { status: 404, headers: headersFor('') });
    const bytes = new Uint8Array(await readFile(file));
    return new Response(bytes, { headers: headersFor(file) });
  };
}

/** URL path to absolute file. */
function manifestOf(root: string): ReadonlyMap<string, string> {
  const files = readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  return new Map(files.map((file) => [`/${relative(root, file).replaceAll(sep, '/')}`, file]));
}

function pathOf(url: string): string {
  try {
    return decodeURIComponent(new URL(url).pathname);
  } catch {
    return '';
  }
}

function headersFor(file: string): Record<string, string> {
  return {
    'content-security-policy': CONTENT_SECURITY_POLICY,
    'content-type': MEDIA_TYPES[extname(file)] ?? 'application/octet-stream',
    'x-content-type-options': 'nosniff',
    'x-dns-prefetch-control': 'off',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'cache-control': 'no-store',
  };
}
