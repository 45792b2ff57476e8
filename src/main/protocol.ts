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
/** Each drawing cage has its own, so that no two documents ever share a process or a store. */
export function drawingOrigin(cage: number): string {
  return `${APP_SCHEME}://drawing-${cage}`;
}

/** Pages that a person sees, and pages that read hostile files. */
export type Site = 'interface' | 'cage';

/**
 * Strict on purpose: no 'unsafe-inline', no 'wasm-unsafe-eval'. Only cages may start a worker, pdf.js'; its URL is made by
 * the one trusted-types policy there (renderer/pdf-worker.ts).
 */
export function contentSecurityPolicy(site: Site): string {
  const inCage = site === 'cage';
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    inCage ? "img-src 'none'" : "img-src 'self' blob:",
    "font-src 'self'",
    "connect-src 'self'",
    inCage ? "worker-src 'self'" : "worker-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "object-src 'none'",
    "frame-src 'none'",
    "frame-ancestors 'none'",
    // Without allow-modals, allow-downloads and allow-popups: no window.print(), no dialogs, no windows. A download makes a
    // file in the downloads folder before `will-download` can refuse it.
    `sandbox allow-scripts allow-same-origin${inCage ? '' : ' allow-forms'}`,
    "require-trusted-types-for 'script'",
    inCage ? 'trusted-types kartoteka' : "trusted-types 'none'",
  ].join('; ');
}

/** Where pdf.js' reader of files and its data lie, and the pages of the cages: the interface is not served any of it. */
const ONLY_FOR_CAGES = /^\/(pdfjs|extractor|drawing)\/|^\/assets\/[^/]*worker/u;

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
export function serveApp(target: Session, root: string, site: Site): void {
  target.protocol.handle(APP_SCHEME, appServer(root, site));
}

/** Answers requests with what lies below `root` now, and with nothing that comes there later. */
export function appServer(root: string, site: Site): (request: Request) => Promise<Response> {
  const files = manifestOf(root, site);
  const headersFor = (file: string): Record<string, string> => ({
    'content-security-policy': contentSecurityPolicy(site),
    'content-type': MEDIA_TYPES[extname(file)] ?? 'application/octet-stream',
    ...COMMON_HEADERS,
  });
  return async ({ url, method }) => {
    const file = method === 'GET' ? files.get(pathOf(url)) : undefined;
    if (file === undefined) return new Response(null, { status: 404, headers: headersFor('') });
    const bytes = new Uint8Array(await readFile(file));
    return new Response(bytes, { headers: headersFor(file) });
  };
}

/** URL path to absolute file. */
function manifestOf(root: string, site: Site): ReadonlyMap<string, string> {
  const files = readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  const paths = files.map((file): [string, string] => [
    `/${relative(root, file).replaceAll(sep, '/')}`,
    file,
  ]);
  return new Map(paths.filter(([path]) => site === 'cage' || !ONLY_FOR_CAGES.test(path)));
}

function pathOf(url: string): string {
  try {
    return decodeURIComponent(new URL(url).pathname);
  } catch {
    return '';
  }
}

const COMMON_HEADERS = {
  'x-content-type-options': 'nosniff',
  'x-dns-prefetch-control': 'off',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'cache-control': 'no-store',
} as const;
