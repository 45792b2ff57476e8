import { describe, expect, it } from 'vitest';
import { librariesNotFound } from '../../../scripts/system-libraries.ts';
import {
  chooseOffered,
  displayPackages,
  unmet,
  windowPackages,
} from '../../../scripts/system/wanted-packages.ts';

describe('Debian packages', () => {
  it('are all missing on a bare system', () => {
    const wanted = [...windowPackages, ...displayPackages];
    expect(unmet(wanted, new Set())).toEqual(wanted);
  });

  it('are not asked for when one of the names is installed', () => {
    const wanted = [['libgtk-3-0t64', 'libgtk-3-0'], ['xvfb']] as const;
    expect(unmet(wanted, new Set(['libgtk-3-0']))).toEqual([['xvfb']]);
  });

  it('get the newer name where it is offered, the older one elsewhere', () => {
    const needs = [['libasound2t64', 'libasound2'], ['xvfb']] as const;
    expect(chooseOffered(needs, new Set(['libasound2t64', 'libasound2', 'xvfb']))).toEqual([
      'libasound2t64',
      'xvfb',
    ]);
    expect(chooseOffered(needs, new Set(['libasound2', 'xvfb']))).toEqual(['libasound2', 'xvfb']);
  });

  it('are named even when the package lists are empty', () => {
    expect(chooseOffered([['libasound2t64', 'libasound2']], new Set())).toEqual(['libasound2']);
  });
});

describe('output of ldd', () => {
  it('yields the libraries that were not found', () => {
    const output = [
      '\tlinux-vdso.so.1 (0x00007ffd2a9d3000)',
      '\tlibnss3.so => not found',
      '\tlibc.so.6 => /lib/x86_64-linux-gnu/libc.so.6 (0x00007f0c3a000000)',
      '\tlibgtk-3.so.0 => not found',
    ].join('\n');
    expect(librariesNotFound(output)).toEqual(['libnss3.so', 'libgtk-3.so.0']);
  });
});
