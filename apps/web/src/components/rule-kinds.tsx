import { useTranslation } from 'react-i18next';
import { KindBadge } from './state-badge.tsx';

interface RuleKindsProps {
  readonly kind: 'procedure' | 'planning' | 'service';
  readonly regulation?: 'control' | 'autonomous' | 'joint';
}

/** Of a rule: its kind, and by whom it is made. */
export function RuleKinds({ kind, regulation }: RuleKindsProps) {
  const { t } = useTranslation();
  return (
    <>
      <KindBadge>{t(`kind.${kind}`)}</KindBadge>
      {regulation === undefined ? null : <KindBadge>{t(`regulation.${regulation}`)}</KindBadge>}
    </>
  );
}
