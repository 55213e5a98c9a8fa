import { describe, expect, it } from 'vitest';
import { asTsv } from './as-tsv.ts';
import type { ColumnView } from './column-view.ts';

const column = (name: string): ColumnView => ({
  name,
  label: name.toUpperCase(),
  type: 'text',
  width: 100,
  align: 'left',
  shownAtFirst: true,
  exportAs: 'text',
  exportLabel: name.toUpperCase(),
  personal: false,
  words: (value) => String(value ?? ''),
  render: () => null,
});

describe('rows copied for a spreadsheet', () => {
  it('are one line each, whatever their text holds', () => {
    const rows = [{ a: 'un\tdeux\ntrois', b: 4 }];
    expect(asTsv([column('a'), column('b')], rows)).toBe('A\tB\r\nun deux trois\t4');
  });

  it('S27 a tab or a line break before a formula hides none', () => {
    expect(asTsv([column('a')], [{ a: '\t=1+1' }])).toBe("A\r\n' =1+1");
    expect(asTsv([column('a')], [{ a: '\r\n@SUM(A1)' }])).toBe("A\r\n' @SUM(A1)");
  });

  it.each(['=1+1', '+33 1', '-2', '@here', '＝1+1'])('never become a formula: %s', (text) => {
    expect(asTsv([column('a')], [{ a: text }])).toBe(`A\r\n'${text}`);
  });
});
