/** What nobody caught: Electron would show a dialog with the message, which may hold a path or a text. */
import { app } from 'electron';
import { failureOf } from '../shared/failure.ts';

export function reportFatalErrors(): void {
  const report = (error: unknown): void => {
    const failure = failureOf(error);
    const reference = failure.kind === 'internal' ? failure.reference : failure.kind;
    // In a checkout the stack helps; a released program names the error and nothing else.
    const where = app.isPackaged || !(error instanceof Error) ? '' : `\n${error.stack ?? ''}`;
    process.stderr.write(`Kartoteka: unexpected error (${reference})${where}\n`);
  };
  process.on('uncaughtException', report);
  process.on('unhandledRejection', report);
}
