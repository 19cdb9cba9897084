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
    for (let i = 0; i < Number(times ?? 1); i++) elements.push({ required: required === '!', components });
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
