/** An e-mail as text: who wrote to whom and when, its words, and the names of what was attached. */
import PostalMime, { type Address } from 'postal-mime';
import { htmlToText } from '../html-text.ts';

export interface MailText {
  readonly title: string;
  readonly author: string;
  /** EDTF day in the time zone of nobody (UTC), or empty. */
  readonly created: string;
  readonly language: string;
  readonly text: string;
}

/** Parts in parts: more is no mail that a person wrote. */
const MOST_NESTING = 30;

/** Nothing of an attachment is kept but its name: it is in the original. @throws Error when it is no e-mail. */
export async function mailToText(bytes: Uint8Array): Promise<MailText> {
  const mail = await PostalMime.parse(bytes, { maxNestingDepth: MOST_NESTING });
  const from = mail.from ? [mail.from] : [];
  const head = [
    line('From', from.map(addressWords).join(', ')),
    line('To', (mail.to ?? []).map(addressWords).join(', ')),
    line('Cc', (mail.cc ?? []).map(addressWords).join(', ')),
    line('Date', oneLine(mail.headers.find(({ key }) => key === 'date')?.value ?? '')),
    line('Subject', oneLine(mail.subject ?? '')),
  ];
  const body = mail.text?.trim() ? mail.text : await wordsOf(mail.html ?? '');
  const attached = mail.attachments.map(({ filename, mimeType }) =>
    line('Attachment', oneLine(filename ?? mimeType)),
  );
  return {
    title: oneLine(mail.subject ?? ''),
    author: oneLine(mail.from?.name || mail.from?.address || ''),
    created: dayOf(mail.date),
    language: '',
    text: [head.join(''), body, attached.join('')]
      .map((part) => part.trim())
      .filter((part) => part !== '')
      .join('\n\n'),
  };
}

function line(name: string, value: string): string {
  return value === '' ? '' : `${name}: ${value}\n`;
}

function addressWords({ name, address, group }: Address): string {
  if (group) return `${oneLine(name)}: ${group.map(addressWords).join(', ')};`;
  const known = oneLine(name);
  return known === '' ? address : `${known} <${address}>`;
}

function oneLine(words: string): string {
  return words.replaceAll(/[\p{C}\p{Z}\s]+/gu, ' ').trim();
}

async function wordsOf(html: string): Promise<string> {
  return html === '' ? '' : (await htmlToText(html, () => Promise.resolve())).text;
}

function dayOf(date: string | undefined): string {
  return /^(?:19|20)\d{2}-\d{2}-\d{2}(?=T)/u.exec(date ?? '')?.[0] ?? '';
}
