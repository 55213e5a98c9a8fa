/**
 * Walks over XML without building anything, in one pass: refuses document types and entities, other encodings, and
 * depth (TRUST S25), and shows each opening tag to its caller.
 */
import { SheetRefusal } from './sheet-refusal.ts';

const MOST_DEPTH = 64;

export interface Tag {
  /** Without its prefix. */
  readonly name: string;
  attribute(name: string): string | null;
}

/** The end of a tag that starts at `from`: a '>' between quotes does not count. */
function endOfTag(text: string, from: number): number {
  let quote = '';
  for (let at = from; at < text.length; at += 1) {
    const character = text[at] ?? '';
    if (quote !== '') {
      if (character === quote) quote = '';
    } else if (character === '"' || character === "'") quote = character;
    else if (character === '>') return at;
  }
  throw new SheetRefusal('xml-malformed');
}

function after(text: string, mark: string, from: number): number {
  const at = text.indexOf(mark, from);
  if (at < 0) throw new SheetRefusal('xml-malformed');
  return at + mark.length;
}

const escapeName = (name: string): string => name.replace(/[^A-Za-z:]/g, '');

function tagOf(inside: string): Tag {
  const name = /^[^\s/>]+/.exec(inside)?.[0] ?? '';
  return {
    name: name.slice(name.indexOf(':') + 1),
    attribute(wanted) {
      const found = new RegExp(`\\s${escapeName(wanted)}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(inside);
      return found?.[1] ?? found?.[2] ?? null;
    },
  };
}

function decode(content: Buffer): string {
  if (content.includes(0)) throw new SheetRefusal('xml-encoding');
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(content);
  } catch {
    throw new SheetRefusal('xml-encoding');
  }
  const declared = /^\s*<\?xml[^>]*\bencoding\s*=\s*["']([^"']*)["']/i.exec(text)?.[1];
  if (declared !== undefined && !/^(?:utf-?8|us-ascii)$/i.test(declared)) throw new SheetRefusal('xml-encoding');
  if (/<!\s*(?:DOCTYPE|ENTITY)/i.test(text)) throw new SheetRefusal('document-type');
  return text;
}

/**
 * @param onOpen called for each opening (or empty) tag, in document order
 * @throws SheetRefusal
 */
export function scanXml(content: Buffer, onOpen: (tag: Tag) => void): void {
  const text = decode(content);
  let depth = 0;
  for (let at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at)) {
    if (text.startsWith('<!--', at)) at = after(text, '-->', at + 4);
    else if (text.startsWith('<![CDATA[', at)) at = after(text, ']]>', at + 9);
    else if (text.startsWith('<?', at)) at = after(text, '?>', at + 2);
    else if (text.startsWith('<!', at)) throw new SheetRefusal('document-type');
    else {
      const end = endOfTag(text, at + 1);
      const inside = text.slice(at + 1, end);
      at = end + 1;
      if (inside.startsWith('/')) depth -= 1;
      else {
        onOpen(tagOf(inside));
        if (!inside.endsWith('/')) depth += 1;
      }
      if (depth > MOST_DEPTH) throw new SheetRefusal('xml-too-deep');
      if (depth < 0) throw new SheetRefusal('xml-malformed');
    }
  }
  if (depth !== 0) throw new SheetRefusal('xml-malformed');
}
