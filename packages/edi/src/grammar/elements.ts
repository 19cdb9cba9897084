/** What one component (or simple element) may hold. */
export interface ComponentSpec {
  readonly numeric: boolean;
  readonly max: number;
  readonly required: boolean;
  /** Least length; 0 where none is set. */
  readonly min: number;
}

export interface ElementSpec {
  readonly required: boolean;
  readonly components: readonly ComponentSpec[];
  /** Bits of the components that are required where the element is used. */
  readonly needed: number;
  /**
   * The same limits packed, one integer a component, for the pass over every element of a file: greatest length, and bit
   * 16 where a closer look is needed whatever the length (numbers, least lengths).
   */
  readonly limits: Int32Array;
}

/** In {@link ElementSpec.limits}: look closer. */
export const CLOSER = 1 << 16;

/** What a segment may hold. */
export interface SegmentSpec {
  readonly elements: readonly ElementSpec[];
  /** Number of the last required element; 0 when none is. */
  readonly lastRequired: number;
}

/** Compiles the notation of a segment; see {@link elementsOf}. */
export function segmentOf(notation: string): SegmentSpec {
  const elements = elementsOf(notation);
  return { elements, lastRequired: elements.findLastIndex((e) => e.required) + 1 };
}

/**
 * Compiles the notation of a segment: `x3!` text of at most 3, required; `n18` number; `x2-3` at least 2; `x35*4` four times;
 * `( )` a composite.
 */
export function elementsOf(notation: string): ElementSpec[] {
  const elements: ElementSpec[] = [];
  for (const [, composite, simple, required, times] of notation.matchAll(
    /(?:\(([^)]*)\)|([xn]\d+(?:-\d+)?))(!?)(?:\*(\d+))?/g,
  )) {
    const components = composite === undefined ? [component(simple!, required === '!')] : componentsOf(composite);
    for (let i = 0; i < Number(times ?? 1); i++)
      elements.push({
        required: required === '!',
        components,
        needed: components.reduce((bits, c, index) => (c.required ? bits | (1 << index) : bits), 0),
        limits: Int32Array.from(components, (c) => c.max | (c.numeric || c.min > 0 ? CLOSER : 0)),
      });
  }
  return elements;
}

function componentsOf(notation: string): ComponentSpec[] {
  const components: ComponentSpec[] = [];
  for (const [, simple, required, times] of notation.matchAll(/([xn]\d+(?:-\d+)?)(!?)(?:\*(\d+))?/g))
    for (let i = 0; i < Number(times ?? 1); i++) components.push(component(simple!, required === '!'));
  return components;
}

function component(notation: string, required: boolean): ComponentSpec {
  const [low, high] = notation.slice(1).split('-');
  return {
    numeric: notation.startsWith('n'),
    max: Number(high ?? low),
    min: high === undefined ? 0 : Number(low),
    required,
  };
}
