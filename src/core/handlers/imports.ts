/** Imports run as jobs; their reports stay in memory until the library is closed. */
import { needsAttention, type ImportReportLine } from '../../shared/domain/job.ts';
import { fail } from '../../shared/failure.ts';
import { importFiles } from '../import/import-files.ts';
import type { LibraryContext } from './context.ts';
import type { Handler } from './handler.ts';

export const importHandlers: {
  'import.start': Handler<'import.start'>;
  'import.report': Handler<'import.report'>;
  'job.list': Handler<'job.list'>;
  'job.cancel': Handler<'job.cancel'>;
} = {
  'import.start': (context, { paths }) => startImport(context, paths),
  'import.report': ({ reports }, { jobId }) => {
    const report = reports.get(jobId);
    if (!report) throw fail({ kind: 'not-found', noun: 'job' });
    return report;
  },
  'job.list': ({ jobs }) => jobs.list(),
  'job.cancel': ({ jobs }, { jobId }) => {
    jobs.cancel(jobId);
    return null;
  },
};

function startImport(context: LibraryContext, paths: readonly string[]): number {
  const report: ImportReportLine[] = [];
  const id = context.jobs.start('import', async (reporter) => {
    await importFiles(context, paths, {
      signal: reporter.signal,
      onProgress: (now) => reporter.progress(now),
      onFile(line) {
        report.push(line);
        if (needsAttention(line.outcome)) reporter.problem();
        context.push({ kind: 'library-changed', what: ['document'] });
      },
    });
    if (report.length === 0 && !reporter.signal.aborted) throw fail({ kind: 'nothing-to-import' });
  });
  context.reports.set(id, report);
  return id;
}
