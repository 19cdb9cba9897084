import { useTranslation } from 'react-i18next';
import { ButtonLink } from '../../shell/link.tsx';
import { useMember } from '../../shell/member.ts';
import { RulesPage } from '../core/rules-page.tsx';

/** The rules that are procedures. */
export function ProceduresPage() {
  const { t } = useTranslation('certification');
  const { slug } = useMember();
  return (
    <RulesPage
      kind="procedure"
      act={
        <ButtonLink variant="filled" to="/o/$organization/procedures/new" params={{ organization: slug }}>
          {t('newProcedure.act')}
        </ButtonLink>
      }
    />
  );
}
