import { useTranslation } from 'react-i18next';
import { TextLink } from '../../../shell/link.tsx';
import { useMember } from '../../../shell/member.ts';
import { useFormats } from '../../../use-formats.ts';
import type { PlanRow } from './queries.ts';

/** The plan that a release called for, and how many seconds after the release was applied it stood ready. */
export function DraftOfRelease({ plan, appliedAt }: { readonly plan: PlanRow; readonly appliedAt: string }) {
  const { t } = useTranslation('plan');
  const { slug } = useMember();
  const formats = useFormats();
  const seconds = Temporal.Instant.from(plan.madeAt).since(appliedAt).total('seconds');
  return (
    <TextLink underline="always" to="/o/$organization/plan/drafts/$plan" params={{ organization: slug, plan: plan.id }}>
      {seconds < 3600
        ? t('release.draft', { seconds: formats.number(Math.max(0, seconds), 1) })
        : t('draft', { number: plan.number })}
    </TextLink>
  );
}
