import { useTranslation } from 'react-i18next';
import { useFormats } from '../../use-formats.ts';
import type { Rule } from './queries.ts';

/** Writes a parameter as it stands in a text: `2 hours`, `1,250`, `yes`. */
export function useParameterText(): (parameter: Pick<Rule['parameters'][number], 'value' | 'unit'>) => string {
  const { t } = useTranslation('core');
  const formats = useFormats();
  return ({ value, unit }) => {
    if (typeof value === 'boolean') return t(value ? 'rule.yes' : 'rule.no');
    return unit === null ? formats.number(value) : `${formats.number(value)} ${unit}`;
  };
}
