import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { TextLink } from '../../shell/link.tsx';
import { useMember } from '../../shell/member.ts';
import { useFormats } from '../../use-formats.ts';
import type { Cited } from './queries.ts';

type Limit = Cited['by'];

/** A rule as an act cites it: "R-12 v3 frozen 5 days", a link for those who may open it. */
export function RuleChip({ rule, by }: { readonly rule: Omit<Cited, 'by'>; readonly by: Limit }) {
  const { t } = useTranslation('planning');
  const { slug } = useMember();
  const name = `${rule.label} v${rule.version}`;
  const says = t(`limit.${by}`, { value: String(rule.value) });
  return (
    <Text span size="sm">
      {rule.id === null ? (
        name
      ) : (
        <TextLink underline="always" to="/o/$organization/rules/$rule" params={{ organization: slug, rule: rule.id }}>
          {name}
        </TextLink>
      )}{' '}
      {says}
    </Text>
  );
}

/** The sentence by which an answer stands on a rule. */
export function RuleSentence({ rule, customer }: { readonly rule: Cited; readonly customer: string }) {
  const { side } = useMember();
  const { t } = useTranslation('planning');
  const formats = useFormats();
  const since = formats.date(rule.since.slice(0, 10));
  return (
    <Text>
      <RuleChip rule={rule} by={rule.by} />
      {', '}
      {rule.agreed
        ? side === 'customer'
          ? t('offer.agreed', { day: since })
          : t('offer.agreedWith', { customer, day: since })
        : t('offer.since', { day: since })}
    </Text>
  );
}
