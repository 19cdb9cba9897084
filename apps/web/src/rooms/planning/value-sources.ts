import type { components } from '../../api.gen.ts';

type Segment = components['schemas']['MessagePage']['segments'][number];

/** Where a value of the meaning stands: characters `from` up to `to` of a segment's text, and the element by its number. */
export type ValueSource = {
  readonly segment: number;
  readonly tag: string;
  /** Null for a record of VDA, whose fields have no separators. */
  readonly element: number | null;
  readonly component: number | null;
  readonly from: number;
  readonly to: number;
};

/** A date stands in a segment after its quantity, a status before or after it: no further than this. */
const reach = 4;

/**
 * Finds where the values of a segment's meaning were sent: in the segment itself, else in those beside it that carry no meaning of
 * their own. Only what is written there as it was read is named; a value that was put together from several places has no source.
 */
export function sourcesOf(segments: readonly Segment[], place: number): readonly ValueSource[] {
  const own = segments[place];
  if (own === undefined || own.meaning === null) return [];
  const found: ValueSource[] = [];
  for (const value of valuesOf(own.meaning)) {
    const source = nearby(segments, place)
      .map((segment) => findIn(segment, value))
      .find((one) => one !== null);
    if (source !== undefined && source !== null) found.push(source);
  }
  return found;
}

function valuesOf(meaning: NonNullable<Segment['meaning']>): readonly string[] {
  return Object.entries(meaning)
    .filter(([name]) => name !== 'kind' && name !== 'firmness' && name !== 'of' && name !== 'action')
    .flatMap(([, value]) => (typeof value === 'string' && value !== '' ? [value] : []));
}

/** The segment, those behind it up to the next meaning, those before it back to the last one. */
function nearby(segments: readonly Segment[], place: number): readonly Segment[] {
  const side = (step: 1 | -1): readonly Segment[] => {
    const found: Segment[] = [];
    for (let at = place + step; found.length < reach; at += step) {
      const segment = segments[at];
      if (segment === undefined || segment.meaning !== null) return found;
      found.push(segment);
    }
    return found;
  };
  return [segments[place]!, ...side(1), ...side(-1)];
}

/** A day may be sent without its strokes or its century, a week without its letter, a time without its colon. */
function spellings(value: string): readonly string[] {
  const from = value.split('/')[0]!;
  const plain = from.replaceAll(/[-:TW]/g, '');
  const isMoment = /^\d{4}-(\d\d|W\d\d)/.test(from);
  return isMoment ? [plain, plain.slice(2), plain.slice(0, 8), plain.slice(2, 8)] : [value];
}

function findIn(segment: Segment, value: string): ValueSource | null {
  const spelled = spellings(value);
  if (/^\d{3}/.test(segment.tag)) {
    // Fixed places: a number may be filled up with zeros.
    for (const one of spelled) {
      const from = segment.text.indexOf(one, 5);
      if (from >= 0 && one.length > 1) return { ...at(segment, from, one.length), element: null, component: null };
    }
    return null;
  }
  const isX12 = segment.text[segment.tag.length] === '*';
  const separators = isX12 ? /[*~>]/ : /[+:']/;
  let element = 0;
  let component = 0;
  let start = 0;
  for (let end = 0; end <= segment.text.length; end++) {
    const sign = segment.text[end];
    // A released separator is data.
    if (!isX12 && sign === '?') end++;
    if (sign !== undefined && !separators.test(sign)) continue;
    const text = segment.text.slice(start, end).trim();
    if (element > 0 && spelled.includes(isX12 ? text : text.replaceAll(/\?(.)/g, '$1')))
      return { ...at(segment, start, end - start), element, component: component + 1 };
    if (sign === '+' || sign === '*') {
      element++;
      component = 0;
    } else component++;
    start = end + 1;
  }
  return null;
}

const at = (segment: Segment, from: number, length: number) => ({
  segment: segment.number,
  tag: segment.tag,
  from,
  to: from + length,
});
