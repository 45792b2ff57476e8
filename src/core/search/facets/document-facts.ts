/** What facets ask of documents; read anew only when something was written. */
import { z } from 'zod';
import type { DocumentFormat, Reliability } from '../../../shared/domain/source-document.ts';
import { foldValue } from '../../../shared/search/fold-value.ts';
import type { DayRange } from '../../dates/day-range.ts';
import { edtfDays } from '../../dates/edtf-days.ts';
import type { LibraryDatabase } from '../../library/connection.ts';
import { prepared } from '../index/prepared.ts';

export interface DocumentFacts {
  readonly format: DocumentFormat;
  readonly reliability: Reliability;
  /** The publisher; without one, where it was loaded from. Empty when neither is known. */
  readonly source: string;
  /** Everything `source:` finds it by, folded: publisher, host, names of its file with and without their endings. */
  readonly sourceNames: readonly string[];
  /** Of its date. */
  readonly days: DayRange | undefined;
}

interface Row extends Pick<DocumentFacts, 'format' | 'reliability'> {
  readonly id: number;
  readonly publisher: string;
  readonly sourceUrl: string;
  readonly date: string;
  /** JSON list. */
  readonly fileNames: string;
}

const fileNamesSchema = z.array(z.string());

export class DocumentFactsReader {
  readonly #database: LibraryDatabase;
  #facts = new Map<number, DocumentFacts>();
  /** Rows ever written by this connection; no other writes while a library is open. */
  #writes = -1;

  constructor(database: LibraryDatabase) {
    this.#database = database;
  }

  /** By document. */
  current(): ReadonlyMap<number, DocumentFacts> {
    const writes = prepared<number>(this.#database, 'SELECT total_changes()').pluck().get() ?? 0;
    if (writes !== this.#writes) {
      const rows = prepared<Row>(
        this.#database,
        `SELECT id, format, reliability, publisher, source_url AS sourceUrl, date,
                (SELECT json_group_array(name) FROM (SELECT source_document.file_name AS name UNION ALL
                   SELECT file_name FROM document_alias WHERE document_id = source_document.id)) AS fileNames
           FROM source_document`,
      );
      this.#facts = new Map(rows.all().map((row) => [row.id, factsOf(row)]));
      this.#writes = writes;
    }
    return this.#facts;
  }
}

function factsOf({
  format,
  reliability,
  publisher,
  sourceUrl,
  date,
  fileNames,
}: Row): DocumentFacts {
  const host = hostOf(sourceUrl);
  const names = fileNamesSchema.parse(JSON.parse(fileNames));
  const all = [publisher, host, ...names, ...names.map((name) => name.replace(/\.[^.]+$/v, ''))];
  return {
    format,
    reliability,
    source: publisher.trim() || host,
    sourceNames: [...new Set(all.map(foldValue))].filter((name) => name !== ''),
    days: edtfDays(date),
  };
}

/** Without `www.`; empty when the text is no address. */
function hostOf(address: string): string {
  if (address === '') return '';
  try {
    const url = new URL(address.includes('://') ? address : `https://${address}`);
    return url.hostname.replace(/^www\./v, '');
  } catch {
    return '';
  }
}
