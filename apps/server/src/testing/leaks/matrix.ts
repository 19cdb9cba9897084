import type { Role } from '../../access/roles.ts';
import { type Owner, type Secret, owners } from './secrets.ts';

/** Somebody who looks. */
export type Viewer = {
  readonly name: string;
  readonly at: 'organization' | 'customer A' | 'customer B' | 'other organization' | 'nowhere';
  readonly role: Role | null;
  /** Whether he is of the team that heard what was planted as ours. */
  readonly isOfTheTeam?: boolean;
};

/** Who may see the secrets of a table: of the organization side (`*` or roles), and of a customer's side (`own` rows, or none). */
export type Row = {
  readonly staff: '*' | readonly Role[];
  readonly customer: 'own' | 'shared' | 'none';
  /** Whose rows only the team sees that heard them: what is joined to no theme yet, and what never leaves the team. */
  readonly ofItsTeam?: readonly Owner[];
};

const inside: Row = { staff: '*', customer: 'none' };
const alsoCustomer: Row = { staff: '*', customer: 'own' };
const nobody: Row = { staff: [], customer: 'none' };
/** Planted as joined to a theme, but for the rows that are simply ours. */
const joined = { staff: '*', ofItsTeam: ['ours'] } as const;
const theTeams: Row = { staff: [], customer: 'none', ofItsTeam: owners };

/** One line for each table. A table without one fails the matrix. */
export const tableRows: Readonly<Record<string, Row>> = {
  'access.api_key': { staff: ['administrator'], customer: 'none' },
  'access.customer': alsoCustomer,
  'access.invitation': { staff: ['administrator', 'quality-manager', 'planner'], customer: 'none' },
  'access.mail': { staff: ['administrator'], customer: 'none' },
  'access.membership': alsoCustomer,
  'access.organization': { staff: '*', customer: 'shared' },
  'access.team': inside,
  'access.welcome': nobody,
  'auth.account': nobody,
  'auth.passkey': nobody,
  'auth.person': nobody,
  'auth.rateLimit': nobody,
  'auth.session': nobody,
  'auth.twoFactor': nobody,
  'auth.verification': nobody,
  'certification.answer': alsoCustomer,
  'certification.catalogue': alsoCustomer,
  'certification.requirement': alsoCustomer,
  'core.act': inside,
  'core.act_rule': inside,
  'core.answer': inside,
  'core.block_version': inside,
  'core.counter': inside,
  'core.decision': inside,
  'core.disclosure': alsoCustomer,
  'core.draft_block': inside,
  'core.draft_parameter': inside,
  'core.file': alsoCustomer,
  'core.intervention': alsoCustomer,
  'core.ledger_body': alsoCustomer,
  'core.ledger_checkpoint': { staff: '*', customer: 'shared' },
  'core.ledger_difference': inside,
  'core.ledger_entry': alsoCustomer,
  'core.ledger_key': nobody,
  'core.ledger_node': { staff: '*', customer: 'shared' },
  'core.parameter_version': inside,
  'core.prepared_transmission': inside,
  'core.presence': inside,
  'core.proposal': inside,
  'core.put_off': nobody,
  'core.proposal_intervention': inside,
  'core.remark': inside,
  'core.rule': inside,
  'core.rule_version': inside,
  'core.search_document': alsoCustomer,
  'core.transmission': alsoCustomer,
  'core.transmission_block': inside,
  'core.transmission_file': alsoCustomer,
  'core.use_report': inside,
  'core.voice_on_proposal': inside,
  'planning.file': inside,
  'planning.file_part': inside,
  'planning.interchange': inside,
  'planning.identification': inside,
  'planning.outgoing': inside,
  'planning.partner': inside,
  'planning.plan': inside,
  'planning.plan_cost': { staff: ['planner', 'administrator'], customer: 'none' },
  'planning.plant_price': { staff: ['planner', 'administrator'], customer: 'none' },
  'planning.plant_row': inside,
  'planning.problem': inside,
  'planning.problem_price': { staff: ['planner', 'administrator'], customer: 'none' },
  'planning.promise': alsoCustomer,
  'planning.release': alsoCustomer,
  'planning.release_line': alsoCustomer,
  'planning.reply': alsoCustomer,
  'planning.handling_unit': alsoCustomer,
  'planning.shipment': alsoCustomer,
  'planning.shipment_line': alsoCustomer,
  'planning.shipped_total': inside,
  'planning.shipping': inside,
  'planning.total_question': inside,
  'planning.way': inside,
  'planning.table_mapping': inside,
  'planning.table_reading': inside,
  'voice.answer': { ...joined, customer: 'own' },
  'voice.capture': nobody,
  'voice.consent_change': { ...joined, customer: 'none' },
  'voice.expectation': { ...joined, customer: 'own' },
  'voice.heard': nobody,
  'voice.joining': inside,
  'voice.photo': theTeams,
  'voice.speaker': { ...joined, customer: 'own' },
  'voice.technician_view': theTeams,
  'voice.theme': inside,
  'voice.theme_proposal': inside,
};

/** Columns that their row's reader must not see all the same: what is said about a customer is not said to him. */
const hiddenFromCustomers: ReadonlySet<string> = new Set(['access.customer.conflict_class']);

/** Whether what came back may hold the secret. */
export function maySee(viewer: Viewer, { table, column, owner }: Secret): boolean {
  const row = tableRows[table];
  if (row === undefined) return false;
  switch (viewer.at) {
    case 'nowhere':
      return false;
    case 'organization':
      return owner !== 'of the other organization' && isStaffs(row, viewer, owner);
    case 'other organization':
      return owner === 'of the other organization' && isStaffs(row, viewer, owner);
    case 'customer A':
    case 'customer B': {
      if (hiddenFromCustomers.has(`${table}.${column}`)) return false;
      if (row.customer === 'shared') return owner !== 'of the other organization';
      return row.customer === 'own' && owner === (`of ${viewer.at}` satisfies Owner);
    }
  }
}

const isStaffs = (row: Row, viewer: Viewer, owner: Owner): boolean =>
  row.ofItsTeam?.includes(owner) === true
    ? viewer.isOfTheTeam === true && owner === 'ours'
    : row.staff === '*' || row.staff.includes(viewer.role!);

/** How a route is called. */
export type RouteRow = {
  /** Why nobody is answered by it with planted rows, where that is so. */
  readonly silent?: string;
  /** Why there is no text of anybody in what it answers, where that is so: with real documents every other route must show some. */
  readonly bare?: string;
  /** Query of the call, without `?`; `$name` stands for the planted id of that name. */
  readonly query?: string;
  /** A body that the route takes, so that the call reaches the rows; bytes are sent as they are. */
  readonly body?: (idOf: (name: string) => string) => unknown;
};

const read: RouteRow = {};
/** Planted rows are no real documents and break what would show them: leak-documents.test.ts looks through real ones. */
const unreadable: RouteRow = { silent: 'planted rows are no real documents' };
/** What proves the ledger to others tells of its entries nothing but their hashes (RFC 9162); the bodies are behind other routes. */
const hashesOnly: RouteRow = { bare: 'hashes and sizes alone' };
const empty: RouteRow = { body: () => ({}) };
const password = 'correct horse battery';
const signature = { meaning: 'I sign', credential: { password } };
const effect = { hours: 'none', pace: 'none', mobility: 'none', autonomy: 'none' };
const aMapping = encodeURIComponent(
  JSON.stringify({
    headingRows: 1,
    customerItem: 0,
    date: 1,
    quantity: 2,
    dateOrder: 'year-month-day',
    decimalMark: '.',
    kinds: { '*': 'firm' },
  }),
);
const o = '/organizations/:organization';
export const partnerSettings = {
  mode: 'production',
  profile: 'standard',
  overrides: {},
  byHand: true,
  answerSyntax: 'always',
  answerEnvelope: 'never',
  answerApplication: 'never',
  x12Answer: '997',
  family: 'edifact',
  directory: '96A',
  ownId: null as string | null,
  ownQualifier: '',
  folderOut: null,
};

/** One line for each route. A route without one fails the matrix. */
export const routeRows: Readonly<Record<string, RouteRow>> = {
  'GET /me': read,
  'GET /welcome/:token': { bare: 'says only whether the link still opens' },
  'POST /welcome': {
    body: () => ({
      token: 'guessed',
      name: 'X',
      language: 'en',
      timeZone: 'Europe/Paris',
      waysIn: ['voice'],
      person: { name: 'X', email: 'x@example.test', password },
    }),
  },
  'POST /welcome/demo': { body: () => ({ token: 'guessed' }) },
  'GET /invitations/:token': { silent: 'only hashes of tokens are kept; leak-documents.test.ts has a real link' },
  'POST /invitations/:token/acceptance': { body: () => ({ name: 'X', password }) },
  [`GET ${o}/demo/people`]: {
    silent: 'no demo here',
    bare: 'a real organization has no people to step into: refused to everybody (access/demo.test.ts)',
  },
  [`POST ${o}/demo/step-into`]: { body: (idOf) => ({ membership: idOf('membership') }) },
  [`POST ${o}/invitations`]: {
    body: (idOf) => ({ email: 'new@example.test', name: 'New', customer: idOf('customer'), roles: ['reader'] }),
  },
  [`GET ${o}/invitations`]: read,
  [`POST ${o}/invitations/:invitation/withdraw`]: empty,
  [`GET ${o}/members`]: read,
  [`PUT ${o}/members/:membership`]: { body: () => ({ roles: ['member'] }) },
  [`POST ${o}/members/:membership/end`]: empty,
  [`GET ${o}/teams`]: read,
  [`POST ${o}/teams`]: { body: () => ({ name: 'Team of the matrix' }) },
  [`PUT ${o}/teams/:team`]: { body: () => ({ name: 'Renamed by the matrix' }) },
  [`POST ${o}/customers`]: { body: () => ({ name: 'Customer of the matrix', language: 'en' }) },
  [`PUT ${o}/customers/:customer`]: { body: () => ({ name: 'Renamed by the matrix', language: 'en' }) },
  [`GET ${o}/api-keys`]: read,
  [`POST ${o}/api-keys`]: { body: () => ({ name: 'Key of the matrix', scopes: ['read'] }) },
  [`POST ${o}/api-keys/:key/revocation`]: empty,
  [`PUT ${o}/settings`]: {
    body: () => ({ name: 'Renamed by the matrix', language: 'en', timeZone: 'Europe/Paris', waysIn: ['voice'] }),
  },
  [`GET ${o}/outbox`]: read,
  [`GET ${o}/interventions`]: read,
  [`GET ${o}/interventions/:intervention`]: read,
  [`POST ${o}/interventions`]: { body: () => ({ channel: 'voice', words: 'Matrix', language: 'en' }) },
  [`POST ${o}/interventions/:intervention/answer`]: { body: () => ({ outcome: 'answered', words: 'Matrix' }) },
  [`PUT ${o}/interventions/:intervention/assignee`]: { body: (idOf) => ({ assignee: idOf('membership') }) },
  [`GET ${o}/rules`]: read,
  [`GET ${o}/parameters/:kind`]: { bare: 'the table of the program, the same for everybody' },
  [`GET ${o}/rules/:rule`]: read,
  [`GET ${o}/rules/:rule/versions`]: read,
  [`GET ${o}/rules/:rule/versions/:version`]: read,
  [`GET ${o}/rules/:rule/versions/:version/difference/:with`]: read,
  [`GET ${o}/rules/:rule/use`]: read,
  [`POST ${o}/rules/:rule/use`]: { body: () => ({ kind: 'in-use' }) },
  [`DELETE ${o}/rules/:rule/use/read`]: read,
  [`GET ${o}/rules/:rule/acts`]: { bare: 'ids, moments and values of parameters; no text' },
  [`PUT ${o}/rules/:rule/owner`]: { body: (idOf) => ({ owner: idOf('membership') }) },
  [`GET ${o}/rules/:rule/versions/:version/blocks/:block/lineage`]: read,
  [`GET ${o}/rules/:rule/versions/:version/parameters/:name/lineage`]: read,
  [`GET ${o}/rules/:rule/versions/:version/blocks/:block/lineage.prov.json`]: read,
  [`GET ${o}/rules/:rule/versions/:version/parameters/:name/lineage.prov.json`]: read,
  [`GET ${o}/proposals`]: read,
  [`POST ${o}/proposals`]: {
    body: (idOf) => ({ title: 'Matrix', method: 'by-owner', on: { kind: 'rule', rule: idOf('rule') } }),
  },
  [`GET ${o}/proposals/:proposal`]: read,
  [`GET ${o}/proposals/:proposal/draft`]: read,
  [`PUT ${o}/proposals/:proposal/draft`]: {
    body: (idOf) => ({ changes: [{ kind: 'move', block: idOf('block'), after: null }] }),
  },
  [`PUT ${o}/proposals/:proposal/parameters/:name`]: { body: () => ({ value: 2 }) },
  [`PUT ${o}/proposals/:proposal/presence`]: { body: (idOf) => ({ block: idOf('block') }) },
  [`DELETE ${o}/proposals/:proposal/presence`]: empty,
  [`POST ${o}/proposals/:proposal/interventions`]: { body: (idOf) => ({ intervention: idOf('intervention') }) },
  [`POST ${o}/proposals/:proposal/open`]: { body: () => ({ title: 'Matrix', method: 'by-owner', effect }) },
  [`POST ${o}/proposals/:proposal/remarks`]: { body: () => ({ kind: 'argument', words: 'Matrix' }) },
  [`POST ${o}/remarks/:remark/answers`]: { body: () => ({ words: 'Matrix' }) },
  [`POST ${o}/remarks/:remark/withdraw`]: empty,
  [`PUT ${o}/proposals/:proposal/voice`]: { body: () => ({ voice: 'consent' }) },
  [`POST ${o}/proposals/:proposal/rebase`]: empty,
  [`POST ${o}/proposals/:proposal/withdraw`]: empty,
  [`POST ${o}/proposals/:proposal/decide`]: {
    body: () => ({ outcome: 'adopted', reasons: 'Matrix', meaning: 'I decide', credential: { password } }),
  },
  [`GET ${o}/waiting`]: read,
  [`PUT ${o}/waiting/later`]: {
    body: (idOf) => ({ act: 'answer', subject: { kind: 'intervention', id: idOf('intervention') }, until: null }),
  },
  [`GET ${o}/done`]: read,
  [`GET ${o}/search`]: { query: 'q=zqleak' },
  [`GET ${o}/customers`]: read,
  [`GET ${o}/customers/:customer/rules`]: read,
  [`GET ${o}/people`]: read,
  [`GET ${o}/ledger`]: read,
  [`GET ${o}/ledger/entries/:entry`]: read,
  [`GET ${o}/ledger/entries/:entry/receipt`]: {
    silent: 'a planted body is no canonical entry; leak-documents.test.ts has real ones',
  },
  [`GET ${o}/ledger/checkpoint`]: hashesOnly,
  [`GET ${o}/ledger/key`]: { bare: 'a public key' },
  [`GET ${o}/ledger/consistency`]: { ...hashesOnly, query: 'from=0&to=1' },
  [`GET ${o}/ledger/tile/*`]: hashesOnly,
  [`GET ${o}/live`]: read,
  [`GET ${o}/rules/:rule/composer`]: read,
  [`POST ${o}/rules/:rule/transmissions/prepare`]: {
    body: (idOf) => ({ customers: [{ customer: idOf('customer'), withheld: [] }] }),
  },
  [`POST ${o}/rules/:rule/transmissions`]: { body: (idOf) => ({ prepared: [idOf('prepared')], ...signature }) },
  [`GET ${o}/catalogues`]: unreadable,
  [`POST ${o}/catalogues`]: {
    body: (idOf) => ({ customer: idOf('customer'), name: 'Of the matrix', edition: '1', language: 'en' }),
  },
  [`POST ${o}/catalogues/:catalogue/requirements`]: { body: () => ({ clause: '9.9', words: 'Asked by the matrix.' }) },
  [`POST ${o}/catalogues/:catalogue/import/preview`]: {
    body: () => Buffer.from('clause,words\n1,Asked by the matrix.\n'),
  },
  [`POST ${o}/catalogues/:catalogue/import`]: {
    query: `seal=${'0'.repeat(64)}`,
    body: () => Buffer.from('clause,words\n1,Asked by the matrix.\n'),
  },
  [`GET ${o}/catalogues/:catalogue`]: unreadable,
  [`GET ${o}/catalogues/:catalogue/difference`]: unreadable,
  [`POST ${o}/catalogues/:catalogue/imports/:import/take-back`]: empty,
  [`GET ${o}/catalogues/:catalogue/requirements.csv`]: unreadable,
  [`GET ${o}/requirements`]: unreadable,
  [`PUT ${o}/requirements`]: {
    body: (idOf) => ({ requirements: [idOf('requirement')], notApplicableBecause: 'The matrix says so.' }),
  },
  [`GET ${o}/requirements/:requirement`]: unreadable,
  [`PUT ${o}/requirements/:requirement`]: { body: () => ({ notApplicableBecause: 'The matrix says so.' }) },
  [`PUT ${o}/requirements/:requirement/blocks/:block`]: { body: (idOf) => ({ rule: idOf('rule') }) },
  [`DELETE ${o}/requirements/:requirement/blocks/:block`]: unreadable,
  [`POST ${o}/procedures`]: {
    body: (idOf) => ({ title: 'Of the matrix', language: 'en', requirements: [idOf('requirement')] }),
  },
  [`GET ${o}/rules/:rule/requirements`]: unreadable,
  [`GET ${o}/coverage`]: unreadable,
  [`GET ${o}/coverage/grid`]: unreadable,
  [`POST ${o}/procedures/markdown`]: { query: 'title=Matrix&language=en', body: () => Buffer.from('# Of the matrix') },
  [`GET ${o}/rules/:rule/text.md`]: unreadable,
  [`GET ${o}/proposals/:proposal/text.md`]: read,
  [`POST ${o}/markdown`]: { body: () => Buffer.from('# Of the matrix\n') },
  [`GET ${o}/transmissions`]: unreadable,
  [`GET ${o}/transmissions/:transmission`]: unreadable,
  [`GET ${o}/transmissions/:transmission/document.json`]: unreadable,
  [`GET ${o}/transmissions/:transmission/document.pdf`]: unreadable,
  [`POST ${o}/transmissions/:transmission/acknowledge`]: empty,
  [`POST ${o}/transmissions/:transmission/ask`]: { body: () => ({ words: 'Matrix', language: 'en' }) },
  [`POST ${o}/transmissions/:transmission/remind`]: empty,
  [`GET ${o}/disclosures`]: read,
  [`POST ${o}/disclosures`]: {
    body: (idOf) => ({
      rule: idOf('rule'),
      block: idOf('block'),
      customer: idOf('customer'),
      agreement: 'Matrix',
      ...signature,
    }),
  },
  [`POST ${o}/disclosures/:disclosure/second`]: { body: () => signature },
  [`POST ${o}/disclosures/:disclosure/revoke`]: { body: () => signature },
  [`POST ${o}/files`]: { query: 'name=matrix.png', body: () => Buffer.from('no picture') },
  [`GET ${o}/files/:file`]: unreadable,
  [`GET ${o}/captures/choices`]: read,
  [`PUT ${o}/captures/:capture`]: {
    body: (idOf) => ({
      customer: idOf('customer'),
      label: '',
      site: '',
      words: 'Matrix',
      language: 'en',
      consent: 'none',
      contact: { mail: null, phone: null },
      view: null,
      happenedAt: '2026-01-05T08:00:00Z',
    }),
  },
  [`PUT ${o}/captures/:capture/photos/:photo`]: { body: () => Buffer.from('no picture') },
  [`GET ${o}/expectations`]: read,
  [`GET ${o}/expectations/:expectation`]: read,
  [`GET ${o}/expectations/:expectation/photos/:photo`]: read,
  [`POST ${o}/expectations/:expectation/heard`]: { body: () => ({ heard: true }) },
  [`POST ${o}/expectations/:expectation/consent`]: { body: () => ({ consent: 'none', reason: 'Matrix' }) },
  [`POST ${o}/expectations/:expectation/withdrawal`]: { body: () => ({ reason: 'Matrix' }) },
  [`POST ${o}/answers/:answer/reply`]: { body: () => ({ words: 'Matrix' }) },
  [`POST ${o}/answers/:answer/link`]: empty,
  [`GET ${o}/themes`]: read,
  [`POST ${o}/themes`]: { body: (idOf) => ({ title: 'Matrix', expectations: [idOf('expectation')] }) },
  [`GET ${o}/themes/:theme`]: read,
  [`GET ${o}/themes/:theme/suggestions`]: read,
  [`POST ${o}/themes/:theme/joinings`]: { body: (idOf) => ({ expectations: [idOf('expectation')] }) },
  [`POST ${o}/themes/:theme/split`]: {
    body: (idOf) => ({ title: 'Matrix', expectations: [idOf('expectation')] }),
  },
  [`POST ${o}/joinings/:joining/undoing`]: empty,
  [`POST ${o}/themes/:theme/proposals`]: {
    body: (idOf) => ({ title: 'Matrix', on: { kind: 'rule', rule: idOf('rule') } }),
  },
  'GET /answers/:token': { silent: 'only hashes of tokens are kept; leak-documents.test.ts has a real link' },
  'POST /answers/:token/contest': { body: () => ({ words: 'Matrix' }) },
  'POST /answers/:token/withdrawal': empty,
  [`GET ${o}/said`]: read,
  [`GET ${o}/said/answers/:answer`]: unreadable,
  [`POST ${o}/said/answers/:answer/contest`]: { body: () => ({ words: 'Matrix' }) },
  [`POST ${o}/said/:expectation/withdrawal`]: empty,
  [`POST ${o}/interchanges`]: { query: 'name=matrix.edi', body: () => Buffer.from('UNA no interchange') },
  [`GET ${o}/files/:file/bytes`]: read,
  [`GET ${o}/interchanges`]: unreadable,
  [`GET ${o}/interchanges/:interchange`]: unreadable,
  [`GET ${o}/interchanges/:interchange/bytes`]: read,
  [`POST ${o}/interchanges/:interchange/decision`]: { body: () => ({ choice: 'set-aside' }) },
  [`GET ${o}/table-mappings`]: unreadable,
  [`POST ${o}/table-mappings`]: {
    query: `name=Matrix&customer=$customer&mapping=${aMapping}`,
    body: () => Buffer.from('Item,Day,Quantity\nA,2026-11-30,1\n'),
  },
  [`DELETE ${o}/table-mappings/:mapping`]: read,
  [`POST ${o}/tables/preview`]: {
    query: `mapping=${aMapping}`,
    bare: 'says what stands in the file that was sent along',
    body: () => Buffer.from('Item,Day,Quantity\nA,2026-11-30,1\n'),
  },
  [`POST ${o}/tables`]: {
    query: 'mapping=$mapping&name=matrix.csv',
    body: () => Buffer.from('Item,Day,Quantity\nA,2026-11-30,1\n'),
  },
  [`GET ${o}/releases/:release/table`]: unreadable,
  [`GET ${o}/partners`]: read,
  [`POST ${o}/partners`]: { body: (idOf) => ({ customer: idOf('customer'), sender: 'Matrix' }) },
  [`GET ${o}/partners/:partner`]: unreadable,
  [`PUT ${o}/partners/:partner`]: { body: () => partnerSettings },
  [`DELETE ${o}/partners/:partner/identifications/:identification`]: read,
  [`POST ${o}/partners/:partner/ways`]: { body: () => ({ kind: 'folder', folder: 'matrix' }) },
  [`DELETE ${o}/partners/:partner/ways/:way`]: read,
  [`GET ${o}/shipping`]: read,
  [`PUT ${o}/shipping`]: { body: () => ({ gs1Prefix: '1234567', shipFrom: 'Matrix' }) },
  [`GET ${o}/shippable`]: {
    query: 'customer=00000000-0000-7000-8000-000000000000',
    silent: 'a customer of this number is nobody',
    bare: 'asked of a customer that is nobody: it has no lines',
  },
  [`GET ${o}/shipments`]: read,
  [`POST ${o}/shipments`]: {
    body: (idOf) => ({
      customer: idOf('customer'),
      lines: [{ release: idOf('release'), line: 0, quantity: 1, perPack: 1 }],
    }),
  },
  [`GET ${o}/shipments/:shipment`]: read,
  [`POST ${o}/shipments/:shipment/departure`]: empty,
  [`GET ${o}/shipments/:shipment/labels`]: read,
  [`GET ${o}/cumulatives`]: read,
  [`POST ${o}/cumulatives/:question/answer`]: { body: () => ({ take: 'ours', reason: 'Matrix' }) },
  [`GET ${o}/outgoing`]: read,
  [`GET ${o}/outgoing/:outgoing`]: read,
  [`GET ${o}/outgoing/:outgoing/bytes`]: read,
  [`POST ${o}/outgoing/:outgoing/sent`]: empty,
  [`GET ${o}/releases`]: read,
  [`GET ${o}/releases/:release`]: unreadable,
  [`POST ${o}/interventions/:intervention/reply`]: { body: () => ({ kind: 'accept', words: 'Matrix' }) },
  [`POST ${o}/interventions/:intervention/rule-wish`]: { body: () => ({ words: 'Three days.', language: 'en' }) },
  [`POST ${o}/interventions/:intervention/rule-change`]: {
    body: (idOf) => ({ rule: idOf('rule'), title: 'Matrix' }),
  },
  [`GET ${o}/offers`]: unreadable,
  [`GET ${o}/offers/:offer`]: unreadable,
  [`POST ${o}/offers/:offer/answer`]: { body: () => ({ outcome: 'rejected', words: 'Matrix' }) },
  [`GET ${o}/promises`]: unreadable,
  [`GET ${o}/promises/:promise`]: unreadable,
  [`GET ${o}/plant`]: unreadable,
  [`GET ${o}/plant/:sheet`]: unreadable,
  [`PUT ${o}/plant/:sheet`]: { body: (idOf) => ({ changes: [{ id: idOf('row'), cells: { item: 'Matrix' } }] }) },
  [`POST ${o}/plant/:sheet/import/preview`]: { body: () => Buffer.from('item,stock\nMatrix,1\n') },
  [`POST ${o}/plant/:sheet/import`]: {
    query: `seal=${'0'.repeat(64)}`,
    body: () => Buffer.from('item,stock\nMatrix,1\n'),
  },
  [`GET ${o}/plans`]: unreadable,
  [`GET ${o}/plans/in-force`]: unreadable,
  [`GET ${o}/plans/:plan`]: unreadable,
  [`POST ${o}/plans`]: empty,
  [`POST ${o}/plans/:plan/try`]: { body: () => ({ lots: [], settle: 'as-is' }) },
  [`POST ${o}/plans/:plan/adopt`]: { body: () => signature },
  [`DELETE ${o}/plans/:plan`]: unreadable,
  [`GET ${o}/plans/:plan/compare/:with`]: unreadable,
  [`GET ${o}/plans/:plan/explain/:demand`]: { ...unreadable, bare: 'nothing of that name is late' },
  [`GET ${o}/plans/:plan/shift-list`]: {
    ...unreadable,
    bare: 'no lot runs on that day; items and lines are shown by the plan itself',
    query: 'day=2026-01-05',
  },
  [`GET ${o}/releases/:release/price`]: {
    ...unreadable,
    bare: 'figures; the items of an offer are those of the release itself (planning/plan/plant-and-draft.test.ts)',
  },
  [`POST ${o}/releases/:release/offer`]: { body: () => ({ chosen: 'matrix', words: 'Matrix' }) },
};
