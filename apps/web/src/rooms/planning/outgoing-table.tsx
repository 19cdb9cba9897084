import { Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ToneBadge } from '../../components/state-badge.tsx';
import { TextLink } from '../../shell/link.tsx';
import { useMember } from '../../shell/member.ts';
import { useFormats } from '../../use-formats.ts';
import type { OutgoingRow } from './queries.ts';

/** What left for a partner or waits to leave, and what he said of it. */
export function OutgoingTable({ rows }: { readonly rows: readonly OutgoingRow[] }) {
  const { t } = useTranslation('planning');
  const { slug } = useMember();
  const formats = useFormats();
  return (
    <Table aria-label={t('partner.sent')}>
      <Table.Tbody>
        {rows.map((row) => (
          <Table.Tr key={row.id}>
            <Table.Td>
              <TextLink
                underline="always"
                to="/o/$organization/outgoing/$outgoing"
                params={{ organization: slug, outgoing: row.id }}
              >
                {row.kind} {row.reference}
              </TextLink>
            </Table.Td>
            <Table.Td>{formats.moment(row.madeAt)}</Table.Td>
            <Table.Td>
              <OutgoingState row={row} />
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

/** Where it stands: it waits, is sent, or its recipient has said something of it. */
export function OutgoingState({ row }: { readonly row: Pick<OutgoingRow, 'state' | 'verdict'> }) {
  const { t } = useTranslation('planning');
  if (row.verdict === 'rejected') return <ToneBadge tone="red">{t('outgoing.verdict.rejected')}</ToneBadge>;
  if (row.verdict !== null) return <ToneBadge tone="green">{t(`outgoing.verdict.${row.verdict}`)}</ToneBadge>;
  return <ToneBadge tone={row.state === 'waiting' ? 'amber' : 'petrol'}>{t(`outgoing.state.${row.state}`)}</ToneBadge>;
}
