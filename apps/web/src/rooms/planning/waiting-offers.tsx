import { Box, Group, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { TextLink } from '../../shell/link.tsx';
import { useMember } from '../../shell/member.ts';
import { useFormats } from '../../use-formats.ts';
import { waitingOffersQuery } from './queries.ts';

/** Counter-offers that nobody has answered yet: they are no promises, and stand above them. */
export function WaitingOffers() {
  const { t } = useTranslation('planning');
  const { slug, side } = useMember();
  const formats = useFormats();
  const { data } = useQuery(waitingOffersQuery(slug));
  if (data === undefined || data.rows.length === 0) return null;
  return (
    <Box component="section" aria-labelledby="waiting-offers" mt="md" mb="lg">
      <Title order={2} size="h4" id="waiting-offers" mb="xs">
        {t('promises.waiting')}
      </Title>
      {data.rows.map((offer) => (
        <Group key={offer.id} gap="sm" mb={4}>
          <TextLink
            underline="always"
            to="/o/$organization/offers/$offer"
            params={{ organization: slug, offer: offer.id }}
          >
            {offer.item}
          </TextLink>
          {side === 'organization' ? <Text span>{offer.customer}</Text> : null}
          <Text span>
            {formats.list(
              offer.lines.map(({ on, quantity }) =>
                t('promises.amount', { quantity: formats.number(quantity), day: formats.day(on) }),
              ),
            )}
          </Text>
          <Text span size="sm" c="dimmed">
            {formats.relative(offer.madeAt)}
          </Text>
        </Group>
      ))}
    </Box>
  );
}
