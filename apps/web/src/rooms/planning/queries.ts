import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { components } from '../../api.gen.ts';
import { api, ask, headersFor } from '../../api.ts';
import { asBytes } from '../../bytes.ts';
import { problemOf, Refused } from '../../problem.ts';
import { keyOf } from '../../queries.ts';

type Schemas = components['schemas'];
export type ReleaseLine = Schemas['ReleaseLine'];
export type Week = Schemas['WeekCompared'];
export type Interchange = Schemas['Interchange'];
export type Offer = Schemas['Offer'];
export type Partner = Schemas['PartnerPage'];
export type OutgoingRow = Schemas['Outgoing'];
export type ShippableLine = Schemas['ShippableLine'];
export type ShipmentRow = Schemas['Shipment'];
export type CumulativeRow = Schemas['CumulativeRow'];
export type TablePreview = Schemas['TablePreview'];
export type KeptMapping = Schemas['KeptMapping'];
export type Cited = NonNullable<Offer['rule']>;

const pathOf = (organization: string) => ({ organization });
const pageAfter = (after: string) => ({ ...(after === '' ? {} : { after }), limit: 100 });

export const releasesQuery = (
  organization: string,
  filter: { readonly outside: boolean; readonly customer: string | undefined; readonly state: string | undefined },
) =>
  infiniteQueryOptions({
    queryKey: keyOf(organization, 'release', 'list', filter),
    queryFn: ({ pageParam }) =>
      ask(
        api.GET('/api/organizations/{organization}/releases', {
          params: {
            path: pathOf(organization),
            query: {
              ...pageAfter(pageParam),
              ...(filter.outside ? { outside: 'true' } : {}),
              ...(filter.customer === undefined ? {} : { customer: filter.customer }),
              // The server refuses a state that it does not know; the address is the reader's.
              ...(filter.state === undefined ? {} : { state: filter.state as Schemas['Release']['state'] }),
            },
          },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  });

export const releaseQuery = (organization: string, release: string) =>
  queryOptions({
    queryKey: keyOf(organization, 'release', release),
    queryFn: () =>
      ask(
        api.GET('/api/organizations/{organization}/releases/{release}', {
          params: { path: { organization, release } },
        }),
      ),
  });

export const messagesQuery = (organization: string, state: string | undefined) =>
  infiniteQueryOptions({
    queryKey: keyOf(organization, 'interchange', 'list', state),
    queryFn: ({ pageParam }) =>
      ask(
        api.GET('/api/organizations/{organization}/interchanges', {
          params: {
            path: pathOf(organization),
            query: {
              ...pageAfter(pageParam),
              // The server refuses a state that it does not know; the address is the reader's.
              ...(state === undefined ? {} : { state: state as Interchange['state'] }),
            },
          },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  });

export const messageQuery = (organization: string, interchange: string) =>
  queryOptions({
    queryKey: keyOf(organization, 'interchange', interchange),
    queryFn: () =>
      ask(
        api.GET('/api/organizations/{organization}/interchanges/{interchange}', {
          params: { path: { organization, interchange } },
        }),
      ),
  });

export const partnersQuery = (organization: string) =>
  queryOptions({
    queryKey: keyOf(organization, 'partner'),
    queryFn: () => ask(api.GET('/api/organizations/{organization}/partners', { params: { path: { organization } } })),
  });

export const partnerQuery = (organization: string, partner: string) =>
  queryOptions({
    queryKey: keyOf(organization, 'partner', partner),
    queryFn: () =>
      ask(
        api.GET('/api/organizations/{organization}/partners/{partner}', {
          params: { path: { organization, partner } },
        }),
      ),
  });

export const outgoingQuery = (organization: string, partner: string) =>
  queryOptions({
    queryKey: keyOf(organization, 'outgoing', 'list', partner),
    queryFn: () =>
      ask(
        api.GET('/api/organizations/{organization}/outgoing', {
          params: { path: { organization }, query: { partner, limit: 50 } },
        }),
      ),
  });

export const oneOutgoingQuery = (organization: string, outgoing: string) =>
  queryOptions({
    queryKey: keyOf(organization, 'outgoing', outgoing),
    queryFn: () =>
      ask(
        api.GET('/api/organizations/{organization}/outgoing/{outgoing}', {
          params: { path: { organization, outgoing } },
        }),
      ),
  });

export const shipmentsQuery = (organization: string) =>
  infiniteQueryOptions({
    queryKey: keyOf(organization, 'shipment', 'list'),
    queryFn: ({ pageParam }) =>
      ask(
        api.GET('/api/organizations/{organization}/shipments', {
          params: { path: pathOf(organization), query: pageAfter(pageParam) },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  });

export const shipmentQuery = (organization: string, shipment: string) =>
  queryOptions({
    queryKey: keyOf(organization, 'shipment', shipment),
    queryFn: () =>
      ask(
        api.GET('/api/organizations/{organization}/shipments/{shipment}', {
          params: { path: { organization, shipment } },
        }),
      ),
  });

export const shippingQuery = (organization: string) =>
  queryOptions({
    queryKey: keyOf(organization, 'shipping'),
    queryFn: () => ask(api.GET('/api/organizations/{organization}/shipping', { params: { path: { organization } } })),
  });

export const shippableQuery = (organization: string, customer: string) =>
  queryOptions({
    queryKey: keyOf(organization, 'shipment', 'shippable', customer),
    queryFn: () =>
      ask(
        api.GET('/api/organizations/{organization}/shippable', {
          params: { path: { organization }, query: { customer } },
        }),
      ),
  });

export const cumulativesQuery = (organization: string) =>
  queryOptions({
    queryKey: keyOf(organization, 'cumulative'),
    queryFn: () =>
      ask(api.GET('/api/organizations/{organization}/cumulatives', { params: { path: { organization } } })),
  });

export const tableMappingsQuery = (organization: string) =>
  queryOptions({
    queryKey: keyOf(organization, 'table-mapping'),
    queryFn: () =>
      ask(api.GET('/api/organizations/{organization}/table-mappings', { params: { path: { organization } } })),
  });

/** A look at a file of the planner's own machine, by a mapping where there is one; nothing is kept of it. */
export const tablePreviewQuery = (
  organization: string,
  file: File | null,
  wish: { readonly mapping: string | null; readonly sheet: string | null; readonly day: string },
) =>
  queryOptions({
    queryKey: ['table-preview', organization, file?.name, file?.size, file?.lastModified, wish],
    enabled: file !== null,
    gcTime: 60_000,
    placeholderData: (before: TablePreview | undefined) => before,
    queryFn: () =>
      ask(
        api.POST('/api/organizations/{organization}/tables/preview', {
          params: {
            path: { organization },
            query: {
              day: wish.day,
              ...(wish.mapping === null ? {} : { mapping: wish.mapping }),
              ...(wish.sheet === null ? {} : { sheet: wish.sheet }),
            },
          },
          body: file as Blob,
          ...asBytes,
        }),
      ),
  });

export const promisesQuery = (organization: string) =>
  infiniteQueryOptions({
    queryKey: keyOf(organization, 'promise', 'list'),
    queryFn: ({ pageParam }) =>
      ask(
        api.GET('/api/organizations/{organization}/promises', {
          params: { path: pathOf(organization), query: pageAfter(pageParam) },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  });

export const promiseQuery = (organization: string, promise: string) =>
  queryOptions({
    queryKey: keyOf(organization, 'promise', promise),
    queryFn: () =>
      ask(
        api.GET('/api/organizations/{organization}/promises/{promise}', {
          params: { path: { organization, promise } },
        }),
      ),
  });

export const waitingOffersQuery = (organization: string) =>
  queryOptions({
    queryKey: keyOf(organization, 'offer', 'waiting'),
    queryFn: () =>
      ask(
        api.GET('/api/organizations/{organization}/offers', {
          params: { path: { organization }, query: { state: 'offered', limit: 100 } },
        }),
      ),
  });

export const offerQuery = (organization: string, offer: string) =>
  queryOptions({
    queryKey: keyOf(organization, 'offer', offer),
    queryFn: () =>
      ask(api.GET('/api/organizations/{organization}/offers/{offer}', { params: { path: { organization, offer } } })),
  });

/** Sends a file as the bytes it has. @throws Refused; what was refused is kept all the same, and its problem names the interchange */
export async function sendFile(organization: string, file: File): Promise<Schemas['FileReceived']> {
  const url = `${location.origin}/api/organizations/${encodeURIComponent(organization)}/interchanges?by=page&name=${encodeURIComponent(file.name)}`;
  const answer = await fetch(url, {
    method: 'POST',
    headers: { ...headersFor(url), 'Content-Type': 'application/octet-stream' },
    body: file,
  }).catch(() => {
    throw new Refused(problemOf(undefined, 0));
  });
  const body: unknown = await answer.json();
  if (!answer.ok) throw new Refused(problemOf(body, answer.status));
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the server's own answer
  return body as Schemas['FileReceived'];
}
