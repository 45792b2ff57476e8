import { describe, expect, it } from 'vitest';
import { htmlToText } from '../../../src/shared/extraction/html-text.ts';

const read = (html: string) => htmlToText(html, () => Promise.resolve());
const textOf = async (html: string): Promise<string> => (await read(html)).text;

describe('the words of a web page', () => {
  it.each([
    ['blocks and lines', '<p>One<br>two<p>three <b>bo</b>ld', 'One\ntwo\n\nthree bold'],
    ['white space of the source', '<div>\n  a \n\t b\n</div>\n<div>c</div>', 'a b\nc'],
    ['entities', '<p>Fish &amp; chips&nbsp;&laquo;x&raquo;</p>', 'Fish & chips\u00a0«x»'],
    ['lists and tables', '<ul><li>a<li>b</ul><table><tr><td>c<td>d<tr><td>e', 'a\nb\n\nc\td\ne'],
    ['preformatted text', '<pre>a\n  b</pre>c', 'a\n  b\n\nc'],
    [
      'scripts and styles',
      'a<script>var x = "<p>b</p>"; // </scr</script><style>p { content: "c" }</style> d',
      'a d',
    ],
    ['a script in an attribute', '<p onclick="alert(1)" title="x">a<img alt="y" src=z></p>', 'a'],
    ['what is not shown', 'a<template><p>b</template><svg><title>c</title></svg> d', 'a d'],
    ['a comment', 'a<!-- <p>b --> c', 'a c'],
    ['tags that are never closed', '<div><section><b>a<i>b', 'ab'],
    ['words that look like tags', 'a < b and c > d', 'a < b and c > d'],
  ])('leaves %s as a reader sees them', async (_name, html, text) => {
    expect(await textOf(html)).toBe(text);
  });

  it('takes the title from the head, not from pictures', async () => {
    const html =
      '<head><title>The\n ferry &amp; the bay</title></head><svg><title>x</title></svg>a';
    expect(await read(html)).toEqual({ title: 'The ferry & the bay', text: 'a' });
  });

  it('reads a page in steps, wherever they fall', async () => {
    const paragraph = '<p>The ferry &laquo;Orvel&raquo; was <b>late</b>.</p>\n';
    const copies = 20_000;
    let pauses = 0;
    const { text } = await htmlToText(paragraph.repeat(copies), () => {
      pauses += 1;
      return Promise.resolve();
    });
    expect(text === Array(copies).fill('The ferry «Orvel» was late.').join('\n\n')).toBe(true);
    expect(pauses).toBeGreaterThan(2);
  });

  it('is not stopped by elements nested a hundred thousand deep', async () => {
    expect(await textOf(`${'<div>'.repeat(100_000)}a`)).toBe('a');
  });
});
