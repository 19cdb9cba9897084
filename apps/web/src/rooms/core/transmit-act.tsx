import { useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useActs } from '../../shell/acts.ts';
import { ButtonLink } from '../../shell/link.tsx';
import { type Member, useMember } from '../../shell/member.ts';
import type { Rule } from './queries.ts';

const transmitters = {
  procedure: ['quality-manager'],
  planning: ['quality-manager', 'planner'],
  service: ['quality-manager', 'team-lead'],
} as const satisfies Record<Rule['kind'], readonly string[]>;

/** Whether this person hands over rules of this kind; the server refuses the others. */
export const mayTransmit = (member: Member, kind: Rule['kind']): boolean =>
  member.side === 'organization' && member.has(...transmitters[kind]);

/** The act of a rule in force, on its page and in the search. Nothing for those who do not hand it over. */
export function TransmitAct({ rule }: { readonly rule: Rule }) {
  const member = useMember();
  if (rule.current === 0 || !mayTransmit(member, rule.kind)) return null;
  return <Transmit slug={member.slug} rule={rule.id} label={rule.label} />;
}

function Transmit({ slug, rule, label }: { readonly slug: string; readonly rule: string; readonly label: string }) {
  const { t } = useTranslation('transmissions');
  const navigate = useNavigate();
  const acts = useMemo(
    () => [
      {
        name: t('compose.actOf', { label }),
        run: () => void navigate({ to: '/o/$organization/rules/$rule/transmit', params: { organization: slug, rule } }),
      },
    ],
    [t, navigate, slug, rule, label],
  );
  useActs(acts);
  return (
    <ButtonLink to="/o/$organization/rules/$rule/transmit" params={{ organization: slug, rule }}>
      {t('compose.act')}
    </ButtonLink>
  );
}
