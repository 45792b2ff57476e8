import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { appServer, type Site } from '../../../src/main/protocol.ts';

const folder = mkdtempSync(join(tmpdir(), 'kartoteka-protocol-'));
const root = join(folder, 'renderer');
const FOR_CAGES = ['/assets/pdf.worker-x1.js', '/pdfjs/cmaps/a.bcmap', '/drawing/drawing.html'];

afterEach(() => rmSync(folder, { recursive: true, force: true }));

function prepare(site: Site = 'interface'): (path: string, method?: string) => Promise<Response> {
  for (const below of ['assets', 'pdfjs/cmaps', 'drawing']) {
    mkdirSync(join(root, below), { recursive: true });
  }
  for (const file of FOR_CAGES) writeFileSync(join(root, file), 'x');
  writeFileSync(join(root, 'index.html'), '<!doctype html>');
  writeFileSync(join(root, 'assets', 'a b.js'), 'export {}');
  writeFileSync(join(folder, 'secret.txt'), 'outside');
  const serve = appServer(root, site);
  return (path, method = 'GET') => serve(new Request(`app://main${path}`, { method }));
}

describe('the app: scheme', () => {
  it('serves a built file with its type, uncached, under the strict policy', async () => {
    const response = await prepare()('/index.html');
    expect(response.status).toBe(200);
    expect(await response.text()).toBe('<!doctype html>');
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(response.headers.get('cache-control')).toBe('no-store');
    const policy = response.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self';");
    expect(policy).not.toMatch(/unsafe|data:|https?:/);
  });

  it('finds a file whose name is escaped in the URL, whatever the query', async () => {
    const response = await prepare()('/assets/a%20b.js?v=1');
    expect(response.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    expect(await response.text()).toBe('export {}');
  });

  it.each([
    '/',
    '/assets',
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/assets/..%2f..%2fsecret.txt',
    '//index.html',
    '/%00',
    '/%zz',
  ])('refuses %s, still under the policy', async (path) => {
    const response = await prepare()(path);
    expect(response.status).toBe(404);
    expect(await response.text()).toBe('');
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
  });

  it('refuses other methods and what came after the start', async () => {
    const ask = prepare();
    writeFileSync(join(root, 'later.js'), 'x');
    expect((await ask('/later.js')).status).toBe(404);
    expect((await ask('/index.html', 'POST')).status).toBe(404);
  });

  it.each(FOR_CAGES)('serves %s to cages and not to the interface', async (path) => {
    expect((await prepare('cage')(path)).status).toBe(200);
    expect((await prepare('interface')(path)).status).toBe(404);
  });

  it('lets only cages start a worker', async () => {
    const policyOf = async (site: Site): Promise<string | null> =>
      (await prepare(site)('/index.html')).headers.get('content-security-policy');
    expect(await policyOf('interface')).toContain("worker-src 'none'");
    expect(await policyOf('interface')).toContain("trusted-types 'none'");
    expect(await policyOf('cage')).toContain("worker-src 'self'");
  });
});
