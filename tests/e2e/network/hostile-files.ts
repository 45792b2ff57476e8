/** Hostile files for an import, each pointed at addresses of its own. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { handToApp } from '../../../scripts/runtime/scratch-folder.ts';
import { hostileHtml } from '../../fixtures/hostile/hostile-html.ts';
import { makeHostilePdf } from '../../fixtures/hostile/hostile-pdf.ts';
import { makeXfaPdf } from '../../fixtures/hostile/hostile-xfa.ts';
import { newTarget } from './targets.ts';

export interface HostileFiles {
  readonly paths: readonly string[];
  /** What can be clicked on the first page of the PDF. */
  readonly labels: readonly string[];
}

/** Writes them where the app can read them. */
export async function writeHostileFiles(folder: string): Promise<HostileFiles> {
  const links = newTarget('hostile PDF: what is clicked');
  const scripts = newTarget('hostile PDF: what runs by itself');
  const parts = newTarget('hostile PDF: parts that lie elsewhere');
  const xfa = newTarget('hostile XFA');
  const { bytes, labels } = await makeHostilePdf((feature) => {
    if (/XFA/u.test(feature)) return xfa.v4;
    if (/script|opening|showing|base/u.test(feature)) return scripts.v4;
    return /link|launch|submit|import|document|thread/u.test(feature) ? links.v4 : parts.v6;
  });
  const files: Record<string, Uint8Array | string> = {
    'hostile.pdf': bytes,
    'hostile-form.pdf': await makeXfaPdf((feature) => `http://${xfa.v4}/${feature}`),
    'hostile.html': hostileHtml(newTarget('hostile web page').v4),
  };
  const paths = Object.entries(files).map(([name, content]) => {
    const path = join(folder, name);
    writeFileSync(path, content);
    return path;
  });
  for (const path of paths) await handToApp(path);
  return { paths, labels };
}
