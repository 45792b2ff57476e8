/** Excerpts as Markdown (CommonMark), for reading and for mail. */
import type { Excerpt } from '../../shared/domain/excerpt.ts';
import type { i18n } from 'i18next';
import { pageReference } from './citation.ts';

/** Quotes of a report are data: escaped, so that none of them becomes a link, an image or HTML when it is shown. */
export function excerptsToMarkdown(excerpts: readonly Excerpt[], words: i18n): string {
  const t = words.getFixedT(null, 'excerpts');
  const blocks = excerpts.map((excerpt) => {
    const source = t('source', {
      title: escapeMarkdown(excerpt.documentTitle),
      page: escapeMarkdown(pageReference(excerpt)),
    });
    const facts = [
      [t('note'), excerpt.note],
      [t('tags'), excerpt.tags.join('; ')],
      [t('cases'), excerpt.cases.join('; ')],
      [t('events'), excerpt.events.join('; ')],
    ]
      .filter(([, value]) => value !== '')
      .map(([name = '', value = '']) => `- ${name}: ${indent(escapeMarkdown(value))}`);
    return [
      blockQuote(excerpt.region === null ? escapeMarkdown(excerpt.quote) : `*${t('region')}*`),
      '',
      `— ${source}`,
      '',
      ...facts,
      `- SHA-256: \`${excerpt.sha256}\``,
    ].join('\n');
  });
  return `# ${t('heading', { count: excerpts.length })}\n\n${blocks.join('\n\n---\n\n')}\n`;
}

function blockQuote(text: string): string {
  return text
    .split('\n')
    .map((line) => (line === '' ? '>' : `> ${line}`))
    .join('\n');
}

/** Keeps the further lines of a note inside its list item. */
function indent(text: string): string {
  return text.replaceAll('\n', '\n  ');
}

/** Backslash before what CommonMark and its common extensions read as markup (CommonMark 0.31, section 2.4). */
export function escapeMarkdown(text: string): string {
  return text
    .replaceAll(/[\\`*_[\]<>|~&]/gu, '\\$&')
    .replaceAll(/^(\s*)([#+-]|=+\s*$)/gmu, '$1\\$2')
    .replaceAll(/^(\s*\d+)([.)])(?=\s|$)/gmu, '$1\\$2');
}
