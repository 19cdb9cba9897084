import { useLocalStorage } from '@mantine/hooks';

/** How one person likes his screen; kept on the device. */
export interface Preferences {
  /** Table rows of 36 px, or 44. */
  readonly density: 'compact' | 'roomy';
  /** Whether keys of one letter act. */
  readonly keys: boolean;
}

const defaults: Preferences = { density: 'compact', keys: true };

export function usePreferences(): readonly [Preferences, (change: Partial<Preferences>) => void] {
  const [kept, keep] = useLocalStorage<Partial<Preferences>>({
    key: 'coprod.preferences',
    defaultValue: {},
    getInitialValueInEffect: false,
  });
  const preferences = { ...defaults, ...kept };
  return [preferences, (change) => keep({ ...preferences, ...change })];
}
