import { createCommandStack } from '../../core/commands/command-stack.ts';
import { getPages } from '../../core/library/queries/document.ts';
import { findQuote } from '../../shared/anchoring/find-quote.ts';
import { makeAnchor } from '../../shared/anchoring/make-anchor.ts';
import type { LabelTarget } from '../../shared/domain/command.ts';
import type { LabelKind } from '../../shared/domain/label.ts';
import type { PassageAnchor } from '../../shared/domain/passage.ts';
import type { Page } from '../../shared/domain/source-document.ts';
import { fail } from '../../shared/failure.ts';
import { parse, required, wholeNumber } from '../arguments.ts';
import type { Terminal } from '../terminal.ts';
import { withLibrary } from '../with-library.ts';

const manyNames = { type: 'string', multiple: true } as const;

export async function tag(terminal: Terminal, args: readonly string[]): Promise<number> {
  const { values, positionals } = parse(args, {
    doc: { type: 'string' },
    page: { type: 'string' },
    quote: { type: 'string' },
    note: { type: 'string' },
    tag: manyNames,
    case: manyNames,
    event: manyNames,
  });
  const folder = required(positionals[0], 'LIB');
  const documentId = wholeNumber(required(values.doc, '--doc'), '--doc');
  const page = wholeNumber(required(values.page, '--page'), '--page');
  const quote = required(values.quote, '--quote');
  const tags = tidyNames(values.tag);
  const cases = tidyNames(values.case);
  const events = tidyNames(values.event);
  return withLibrary(terminal, folder, values['passphrase-file'], ({ library, search }) => {
    const pages = getPages(library.database, documentId, page, page + 1);
    if (pages[0]?.number !== page) throw fail({ kind: 'not-found', noun: 'page' });
    const anchor = anchorQuote(pages, quote);
    const commands = createCommandStack(library.database, ({ changedDocuments }) => {
      for (const id of changedDocuments) search.documentChanged(id);
    });
    const { passageIds } = commands.run({
      kind: 'passage.create',
      documentId,
      anchor,
      colour: 'yellow',
      note: values.note ?? '',
      labels: [...targets('tag', tags), ...targets('case', cases), ...targets('event', events)],
    });
    terminal.result(
      {
        passageId: passageIds[0],
        documentId,
        page: anchor.start.page,
        start: anchor.start.offset,
        end: anchor.end.offset,
        quote: anchor.quote,
        tags,
        cases,
        events,
      },
      terminal.words.t('tagged', { ns: 'cli', page: anchor.start.page }),
    );
    return 0;
  });
}

/** Looks on the page, then across its lower edge. @throws FailureError `quote-not-found`. */
function anchorQuote(pages: readonly Page[], quote: string): PassageAnchor {
  const [first, second] = pages;
  if (!first) throw fail({ kind: 'quote-not-found' });
  const onPage = findQuote(first.text, quote);
  if (onPage) {
    const at = (offset: number) => ({ page: first.number, offset });
    return makeAnchor(pages, at(onPage.start), at(onPage.end), []);
  }
  const edge = first.text.length + 1;
  const across = second && findQuote(`${first.text}\n${second.text}`, quote);
  if (!across || across.start >= edge) throw fail({ kind: 'quote-not-found' });
  return makeAnchor(
    pages,
    { page: first.number, offset: across.start },
    { page: second.number, offset: across.end - edge },
    [],
  );
}

/** Names without white space around them or line breaks in them; none that is empty. */
function tidyNames(names: readonly string[] | undefined): string[] {
  return (names ?? []).map((name) => name.replaceAll(/\s+/gu, ' ').trim()).filter(Boolean);
}

function targets(kind: LabelKind, names: readonly string[]): LabelTarget[] {
  return names.map((name) => ({ kind, id: null, name }));
}
