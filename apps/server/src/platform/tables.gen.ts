// Written by `npm run tables` from apps/server/migrations. Do not edit.
import type { Generated, GeneratedAlways } from 'kysely';
import type { BytesColumn, JsonColumn } from './values.ts';

export interface AccessApiKey {
  organization_id: string;
  api_key_id: string;
  membership_id: string;
  name: string;
  hint: string;
  key_hash: BytesColumn;
  scopes: string[];
  created_at: Generated<Temporal.Instant>;
  expires_at: Temporal.Instant | null;
  revoked_at: Temporal.Instant | null;
  last_used_on: Temporal.PlainDate | null;
}

export interface AccessCustomer {
  organization_id: string;
  customer_id: string;
  name: string;
  conflict_class: string | null;
  language: Generated<'en' | 'fr'>;
  added_at: Generated<Temporal.Instant>;
}

export interface AccessInvitation {
  organization_id: string;
  invitation_id: string;
  email: string;
  name: string;
  side: 'organization' | 'customer';
  customer_id: string | null;
  team_id: string | null;
  roles: string[];
  token_hash: BytesColumn;
  invited_by: string;
  invited_at: Generated<Temporal.Instant>;
  expires_at: Temporal.Instant;
  accepted_at: Temporal.Instant | null;
  withdrawn_at: Temporal.Instant | null;
}

export interface AccessMail {
  organization_id: string;
  mail_id: string;
  recipient: string;
  customer_id: string | null;
  subject: string;
  body: string;
  about_kind: string | null;
  about_id: string | null;
  written_at: Generated<Temporal.Instant>;
  sent_at: Temporal.Instant | null;
  failure: string | null;
  attempts: Generated<number>;
}

export interface AccessMembership {
  organization_id: string;
  membership_id: string;
  person_id: string;
  side: 'organization' | 'customer';
  customer_id: string | null;
  team_id: string | null;
  name: string;
  email: string;
  roles: string[];
  since: Generated<Temporal.Instant>;
  ended_at: Temporal.Instant | null;
}

export interface AccessOrganization {
  organization_id: string;
  slug: string;
  name: string;
  language: 'en' | 'fr';
  time_zone: string;
  ways_in: string[];
  demo: Generated<boolean>;
  founded_at: Generated<Temporal.Instant>;
  demo_ready_at: Temporal.Instant | null;
}

export interface AccessTeam {
  organization_id: string;
  team_id: string;
  name: string;
}

export interface AccessWelcome {
  token_hash: BytesColumn;
  made_at: Generated<Temporal.Instant>;
  used_at: Temporal.Instant | null;
}

export interface AuthAccount {
  id: string;
  accountId: string;
  providerId: string;
  userId: string;
  accessToken: string | null;
  refreshToken: string | null;
  idToken: string | null;
  accessTokenExpiresAt: Temporal.Instant | null;
  refreshTokenExpiresAt: Temporal.Instant | null;
  scope: string | null;
  password: string | null;
  createdAt: Generated<Temporal.Instant>;
  updatedAt: Temporal.Instant;
}

export interface AuthPasskey {
  id: string;
  name: string | null;
  publicKey: string;
  userId: string;
  credentialID: string;
  counter: number;
  deviceType: string;
  backedUp: boolean;
  transports: string | null;
  createdAt: Temporal.Instant | null;
  aaguid: string | null;
}

export interface AuthPerson {
  id: string;
  name: string;
  email: string;
  emailVerified: boolean;
  image: string | null;
  createdAt: Generated<Temporal.Instant>;
  updatedAt: Generated<Temporal.Instant>;
  twoFactorEnabled: boolean | null;
}

export interface AuthRateLimit {
  id: string;
  key: string;
  count: number;
  lastRequest: number;
}

export interface AuthSession {
  id: string;
  expiresAt: Temporal.Instant;
  token: string;
  createdAt: Generated<Temporal.Instant>;
  updatedAt: Temporal.Instant;
  ipAddress: string | null;
  userAgent: string | null;
  userId: string;
}

export interface AuthTwoFactor {
  id: string;
  secret: string;
  backupCodes: string;
  userId: string;
  verified: boolean | null;
  failedVerificationCount: number | null;
  lockedUntil: Temporal.Instant | null;
}

export interface AuthVerification {
  id: string;
  identifier: string;
  value: string;
  expiresAt: Temporal.Instant;
  createdAt: Generated<Temporal.Instant>;
  updatedAt: Generated<Temporal.Instant>;
}

export interface CertificationAnswer {
  organization_id: string;
  requirement_id: string;
  block_id: string;
  rule_id: string;
  partly: Generated<boolean>;
  linked_by: string;
  linked_at: Temporal.Instant;
}

export interface CertificationCatalogue {
  organization_id: string;
  catalogue_id: string;
  customer_id: string;
  name: string;
  edition: string;
  language: 'en' | 'fr';
  source: Generated<string>;
  made_by: string;
  made_at: Temporal.Instant;
  replaces: string | null;
}

export interface CertificationRequirement {
  organization_id: string;
  requirement_id: string;
  catalogue_id: string;
  customer_id: string;
  clause: string;
  clause_key: string;
  words: string;
  source: Generated<string>;
  intervention_id: string;
  entry_id: string;
  received_at: Temporal.Instant;
  replaced_by: string | null;
  not_applicable_because: string | null;
  owner_id: string | null;
  import_id: string | null;
  taken_back_at: Temporal.Instant | null;
  stands: GeneratedAlways<boolean>;
}

export interface CoreAct {
  organization_id: string;
  act_id: string;
  kind: string;
  subject_kind: string;
  subject_id: string;
  customer_id: string | null;
  acted_at: Generated<Temporal.Instant>;
}

export interface CoreActRule {
  organization_id: string;
  act_id: string;
  rule_id: string;
  version: number;
  parameters: JsonColumn;
}

export interface CoreAnswer {
  organization_id: string;
  answer_id: string;
  remark_id: string;
  words: string;
  said_by: string;
  said_at: Generated<Temporal.Instant>;
}

export interface CoreBlockVersion {
  organization_id: string;
  rule_id: string;
  version: number;
  block_id: string;
  position: number;
  kind: 'heading' | 'paragraph' | 'list' | 'table' | 'picture';
  content: JsonColumn;
  secret: boolean;
  changed: boolean;
  from_block_id: string | null;
}

export interface CoreCounter {
  organization_id: string;
  name: string;
  value: number;
}

export interface CoreDecision {
  organization_id: string;
  decision_id: string;
  proposal_id: string;
  rule_id: string;
  version: number | null;
  outcome: 'adopted' | 'refused';
  method: 'by-owner' | 'by-consent';
  reasons: string;
  decided_by: string;
  in_whose_name: string;
  meaning: string;
  credential: 'password' | 'passkey' | 'demo';
  content_sha256: BytesColumn;
  decided_at: Temporal.Instant;
}

export interface CoreDisclosure {
  organization_id: string;
  disclosure_id: string;
  rule_id: string;
  block_id: string;
  customer_id: string;
  agreement: string;
  granted_by: string;
  second_by: string | null;
  granted_at: Generated<Temporal.Instant>;
  until: Temporal.PlainDate | null;
  revoked_at: Temporal.Instant | null;
  revoked_by: string | null;
  needs_second: Generated<boolean>;
  second_at: Temporal.Instant | null;
}

export interface CoreDraftBlock {
  organization_id: string;
  proposal_id: string;
  block_id: string;
  rank: string;
  kind: 'heading' | 'paragraph' | 'list' | 'table' | 'picture';
  content: JsonColumn;
  secret: Generated<boolean>;
  from_block_id: string | null;
  revision: Generated<number>;
  changed_by: string;
  changed_at: Generated<Temporal.Instant>;
  removed: Generated<boolean>;
}

export interface CoreDraftParameter {
  organization_id: string;
  proposal_id: string;
  name: string;
  value: JsonColumn;
  revision: Generated<number>;
  changed_by: string;
  changed_at: Generated<Temporal.Instant>;
}

export interface CoreFile {
  organization_id: string;
  file_id: string;
  name: string;
  media_type: string;
  bytes: BytesColumn;
  sha256: BytesColumn;
  kept_at: Generated<Temporal.Instant>;
}

export interface CoreIntervention {
  organization_id: string;
  intervention_id: string;
  number: number;
  channel: 'certification' | 'voice' | 'planning';
  customer_id: string | null;
  customer_label: string | null;
  words: string;
  words_language: string;
  source_kind: string;
  source_id: string | null;
  consent: Generated<'by-name' | 'without-name' | 'none'>;
  happened_at: Temporal.Instant;
  received_at: Temporal.Instant;
  brought_by: string | null;
  state: Generated<'open' | 'offered' | 'answered' | 'refused' | 'withdrawn'>;
  due_at: Temporal.Instant | null;
  assigned_to: string | null;
  answer: string | null;
  answer_language: string | null;
  answered_at: Temporal.Instant | null;
  answered_by: string | null;
}

export interface CoreLedgerBody {
  organization_id: string;
  entry_id: string;
  customer_id: string | null;
  body: string;
  salt: BytesColumn;
}

export interface CoreLedgerCheckpoint {
  organization_id: string;
  size: number;
  root: BytesColumn;
  note: string;
  signed_at: Temporal.Instant;
}

export interface CoreLedgerDifference {
  organization_id: string;
  found_at: Generated<Temporal.Instant>;
  position: number;
  what: string;
}

export interface CoreLedgerEntry {
  organization_id: string;
  entry_id: string;
  kind: string;
  subject_kind: string;
  subject_id: string;
  customer_id: string | null;
  membership_id: string | null;
  written_at: Temporal.Instant;
  commitment: BytesColumn;
  position: number | null;
}

export interface CoreLedgerKey {
  organization_id: string;
  key_name: string;
  public_key: BytesColumn;
  sealed_private_key: BytesColumn;
  made_at: Generated<Temporal.Instant>;
}

export interface CoreLedgerNode {
  organization_id: string;
  level: number;
  index: number;
  hash: BytesColumn;
}

export interface CoreParameterVersion {
  organization_id: string;
  rule_id: string;
  version: number;
  name: string;
  value: JsonColumn;
  changed: boolean;
}

export interface CorePreparedTransmission {
  organization_id: string;
  prepared_id: string;
  rule_id: string;
  version: number;
  customer_id: string;
  document: JsonColumn;
  bytes: BytesColumn;
  sha256: BytesColumn;
  pdf: BytesColumn;
  pdf_sha256: BytesColumn;
  blocks: JsonColumn;
  prepared_by: string;
  prepared_at: Temporal.Instant;
}

export interface CorePresence {
  organization_id: string;
  proposal_id: string;
  membership_id: string;
  block_id: string | null;
  seen_at: Temporal.Instant;
}

export interface CoreProposal {
  organization_id: string;
  proposal_id: string;
  number: number;
  rule_id: string;
  base_version: number;
  title: string;
  why: Generated<string>;
  state: 'draft' | 'open' | 'decided' | 'refused' | 'withdrawn';
  method: 'by-owner' | 'by-consent';
  term: Temporal.Instant | null;
  regulation: 'control' | 'autonomous' | 'joint';
  effect_hours: Generated<string>;
  effect_pace: Generated<string>;
  effect_mobility: Generated<string>;
  effect_autonomy: Generated<string>;
  proposed_by: string;
  begun_at: Generated<Temporal.Instant>;
  opened_at: Temporal.Instant | null;
  closed_at: Temporal.Instant | null;
}

export interface CoreProposalIntervention {
  organization_id: string;
  proposal_id: string;
  intervention_id: string;
  block_id: string | null;
  parameter: string | null;
  linked_by: string;
  linked_at: Generated<Temporal.Instant>;
}

export interface CorePutOff {
  organization_id: string;
  membership_id: string;
  act: string;
  subject_kind: string;
  subject_id: string;
  until: Temporal.PlainDate;
  put_off_at: Temporal.Instant;
}

export interface CoreRemark {
  organization_id: string;
  remark_id: string;
  proposal_id: string;
  kind: 'argument' | 'objection';
  ground: 'hours' | 'pace' | 'mobility' | 'autonomy' | 'other' | null;
  block_id: string | null;
  block_text: string | null;
  words: string;
  said_by: string;
  said_at: Generated<Temporal.Instant>;
  withdrawn_at: Temporal.Instant | null;
}

export interface CoreRule {
  organization_id: string;
  rule_id: string;
  number: number;
  label: string;
  kind: 'procedure' | 'planning' | 'service';
  regulation: 'control' | 'autonomous' | 'joint';
  title: string;
  language: 'en' | 'fr';
  customer_id: string | null;
  owner_id: string;
  review_on: Temporal.PlainDate | null;
  version: Generated<number>;
  withdrawn_at: Temporal.Instant | null;
  made_at: Generated<Temporal.Instant>;
}

export interface CoreRuleVersion {
  organization_id: string;
  rule_id: string;
  version: number;
  title: string;
  regulation: string;
  proposal_id: string;
  decision_id: string;
  in_force_from: Temporal.Instant;
}

export interface CoreSearchDocument {
  organization_id: string;
  subject_kind: string;
  subject_id: string;
  audience: string;
  label: string;
  title: string;
  body: string;
  words: GeneratedAlways<string | null>;
  changed_at: Generated<Temporal.Instant>;
}

export interface CoreTransmission {
  organization_id: string;
  transmission_id: string;
  number: number;
  customer_id: string;
  subject_kind: 'rule' | 'answer' | 'statement';
  rule_id: string | null;
  version: number | null;
  title: string;
  language: string;
  document: JsonColumn;
  bytes: BytesColumn;
  sha256: BytesColumn;
  pdf: BytesColumn<null>;
  pdf_sha256: BytesColumn<null>;
  entry_id: string;
  transmitted_by: string;
  transmitted_at: Temporal.Instant;
  seen_at: Temporal.Instant | null;
  acknowledged_at: Temporal.Instant | null;
  acknowledged_by: string | null;
  acknowledged_name: string | null;
  acknowledgement_due_on: Temporal.PlainDate | null;
  superseded_by: string | null;
}

export interface CoreTransmissionBlock {
  organization_id: string;
  transmission_id: string;
  block_id: string;
  disclosed: boolean;
}

export interface CoreTransmissionFile {
  organization_id: string;
  transmission_id: string;
  file_id: string;
  customer_id: string;
}

export interface CoreUseReport {
  organization_id: string;
  use_report_id: string;
  rule_id: string;
  version: number;
  membership_id: string;
  team_id: string | null;
  kind: 'in-use' | 'differently' | 'read';
  because: Generated<string>;
  block_id: string | null;
  said_at: Generated<Temporal.Instant>;
}

export interface CoreVoiceOnProposal {
  organization_id: string;
  proposal_id: string;
  membership_id: string;
  given_at: Generated<Temporal.Instant>;
  in_name_of: string | null;
}

export interface PlanningFile {
  organization_id: string;
  file_id: string;
  sha256: BytesColumn;
  bytes: BytesColumn;
  name: string;
  came_by: 'page' | 'post' | 'folder';
  received_at: Temporal.Instant;
  received_by: string | null;
  parts: number;
  way_key: string | null;
  way_folder: string | null;
}

export interface PlanningFilePart {
  organization_id: string;
  file_id: string;
  part: number;
  interchange_id: string;
}

export interface PlanningHandlingUnit {
  organization_id: string;
  shipment_id: string;
  unit: number;
  customer_id: string;
  line: number;
  sscc: string;
  quantity: string;
}

export interface PlanningIdentification {
  organization_id: string;
  identification_id: string;
  sender: string;
  qualifier: Generated<string>;
  added_by: string | null;
  added_at: Temporal.Instant;
  ended_at: Temporal.Instant | null;
  partner_id: string;
  kind: Generated<'interchange' | 'group'>;
}

export interface PlanningInterchange {
  organization_id: string;
  interchange_id: string;
  file_id: string;
  part: number;
  from_byte: number;
  to_byte: number;
  sha256: BytesColumn;
  received_at: Temporal.Instant;
  family: string | null;
  sender: string | null;
  qualifier: Generated<string>;
  control_reference: string | null;
  customer_id: string | null;
  state: 'unknown-sender' | 'unreadable' | 'quarantined' | 'received' | 'applied' | 'set-aside' | 'test';
  finding: JsonColumn<null>;
  conflicts_with: string | null;
  decided_at: Temporal.Instant | null;
  decided_by: string | null;
  partner_id: string | null;
  test: Generated<boolean>;
  reason: 'changed' | 'way-of-another' | 'not-his-way' | 'not-by-hand' | 'group-sender' | null;
}

export interface PlanningOutgoing {
  organization_id: string;
  outgoing_id: string;
  partner_id: string;
  customer_id: string;
  number: number;
  control_reference: string;
  kind: 'CONTRL' | 'APERAK' | '997' | '999' | 'TA1' | 'DESADV' | '856' | '4913';
  name: string;
  bytes: BytesColumn;
  test: boolean;
  answers: string | null;
  message: Generated<number>;
  document: string | null;
  made_at: Temporal.Instant;
  state: 'waiting' | 'sent';
  sent_at: Temporal.Instant | null;
  sent_by: 'folder' | 'pick-up' | 'page' | null;
  verdict: 'received' | 'accepted' | 'rejected' | null;
  verdict_words: string | null;
  verdict_by: string | null;
  verdict_at: Temporal.Instant | null;
}

export interface PlanningPartner {
  organization_id: string;
  partner_id: string;
  customer_id: string;
  mode: Generated<'test' | 'production'>;
  profile: Generated<string>;
  overrides: JsonColumn<undefined>;
  by_hand: Generated<boolean>;
  answer_syntax: Generated<'never' | 'refusals' | 'always'>;
  answer_envelope: Generated<'never' | 'refusals' | 'always'>;
  answer_application: Generated<'never' | 'refusals' | 'always'>;
  x12_answer: Generated<string>;
  family: Generated<'edifact' | 'x12' | 'vda'>;
  directory: Generated<string>;
  own_id: string | null;
  own_qualifier: Generated<string>;
  folder_out: string | null;
  added_by: string | null;
  added_at: Temporal.Instant;
}

export interface PlanningPlan {
  organization_id: string;
  plan_id: string;
  number: number;
  state: 'draft' | 'in-force' | 'replaced' | 'discarded';
  made_at: Temporal.Instant;
  because: 'release' | 'person';
  release_id: string | null;
  customer_id: string | null;
  made_by: string | null;
  base: string | null;
  fingerprint: BytesColumn;
  plan: JsonColumn;
  plan_sha256: BytesColumn;
  outcome: JsonColumn;
  late: number;
  rules: JsonColumn;
  adopted_at: Temporal.Instant | null;
  adopted_by: string | null;
  ended_at: Temporal.Instant | null;
}

export interface PlanningPlanCost {
  organization_id: string;
  plan_id: string;
  costs: JsonColumn;
  by_demand: JsonColumn;
}

export interface PlanningPlantPrice {
  organization_id: string;
  row_id: string;
  cells: JsonColumn;
}

export interface PlanningPlantRow {
  organization_id: string;
  row_id: string;
  sheet: string;
  key: string;
  cells: JsonColumn;
  changed_at: Temporal.Instant;
  changed_by: string | null;
}

export interface PlanningProblem {
  organization_id: string;
  fingerprint: BytesColumn;
  facts: JsonColumn;
}

export interface PlanningProblemPrice {
  organization_id: string;
  fingerprint: BytesColumn;
  problem: JsonColumn;
}

export interface PlanningPromise {
  organization_id: string;
  promise_id: string;
  customer_id: string;
  reply_id: string | null;
  item: string;
  unit: string | null;
  asked_on: Temporal.PlainDate;
  asked_quantity: string;
  promised_on: Temporal.PlainDate;
  promised_quantity: string;
  made_at: Temporal.Instant;
  plan_id: string | null;
  ended_at: Temporal.Instant | null;
}

export interface PlanningRelease {
  organization_id: string;
  release_id: string;
  interchange_id: string;
  message: number;
  customer_id: string;
  thread: string;
  kind: 'release' | 'call-off';
  document: string;
  document_day: Temporal.PlainDate;
  document_order: string;
  message_type: string;
  place: string | null;
  state: 'applied' | 'late' | 'kept' | 'cancellation' | 'without-base' | 'repeated';
  replaces: string | null;
  outside: Generated<number>;
  changes: Generated<number>;
  content: JsonColumn;
  received_at: Temporal.Instant;
  applied_at: Temporal.Instant;
  digest: BytesColumn<null>;
}

export interface PlanningReleaseLine {
  organization_id: string;
  release_id: string;
  line: number;
  customer_id: string;
  line_key: string;
  item: string;
  description: string | null;
  unit: string | null;
  totals: JsonColumn;
  curve: JsonColumn;
  weeks: JsonColumn;
  outside: number;
  intervention_id: string | null;
  agreed: Generated<boolean>;
}

export interface PlanningReply {
  organization_id: string;
  reply_id: string;
  customer_id: string;
  intervention_id: string;
  release_id: string;
  line: number;
  item: string;
  unit: string | null;
  kind: 'accept' | 'refuse' | 'offer';
  asked: JsonColumn;
  lines: JsonColumn;
  words: string;
  language: string;
  rule: JsonColumn<null>;
  state: 'given' | 'offered' | 'taken' | 'rejected';
  made_at: Temporal.Instant;
  made_by: string;
  answered_at: Temporal.Instant | null;
  answered_by: string | null;
  answer_words: string | null;
}

export interface PlanningShipment {
  organization_id: string;
  shipment_id: string;
  customer_id: string;
  partner_id: string | null;
  note: string;
  ship_to: string;
  ship_to_name: string;
  unloading_point: string | null;
  carrier: string | null;
  state: 'prepared' | 'announced';
  made_at: Temporal.Instant;
  made_by: string;
  left_at: Temporal.Instant | null;
  outgoing_id: string | null;
}

export interface PlanningShipmentLine {
  organization_id: string;
  shipment_id: string;
  line: number;
  customer_id: string;
  release_id: string;
  release_line: number;
  promise_id: string | null;
  item: string;
  description: string | null;
  unit: string | null;
  quantity: string;
  per_pack: string;
  pack_type: string | null;
  total: string | null;
}

export interface PlanningShippedTotal {
  organization_id: string;
  customer_id: string;
  ship_to: string;
  item: string;
  total: string;
  since: Temporal.PlainDate | null;
}

export interface PlanningShipping {
  organization_id: string;
  shipping_id: string;
  gs1_prefix: string;
  ship_from: string;
  said_at: Temporal.Instant;
}

export interface PlanningTableMapping {
  organization_id: string;
  mapping_id: string;
  customer_id: string;
  name: string;
  mapping: JsonColumn;
  headings: JsonColumn;
  added_by: string | null;
  added_at: Temporal.Instant;
  ended_at: Temporal.Instant | null;
}

export interface PlanningTableReading {
  organization_id: string;
  interchange_id: string;
  mapping_id: string;
  sheet: string | null;
  document: string;
  document_day: Temporal.PlainDate;
}

export interface PlanningTotalQuestion {
  organization_id: string;
  question_id: string;
  customer_id: string;
  ship_to: string;
  item: string;
  release_id: string;
  note: string | null;
  shipped: string;
  received: string;
  asked_at: Temporal.Instant;
  answered_at: Temporal.Instant | null;
  answered_by: string | null;
  reason: string | null;
}

export interface PlanningWay {
  organization_id: string;
  way_id: string;
  partner_id: string;
  kind: 'key' | 'folder';
  api_key_id: string | null;
  label: string;
  folder: string | null;
  added_by: string | null;
  added_at: Temporal.Instant;
  ended_at: Temporal.Instant | null;
}

export interface VoiceAnswer {
  organization_id: string;
  answer_id: string;
  expectation_id: string;
  proposal_id: string;
  decision_id: string;
  customer_id: string | null;
  language: 'en' | 'fr';
  rule_title: string;
  bytes: BytesColumn<null>;
  sha256: BytesColumn<null>;
  entry_id: string;
  token_hash: BytesColumn;
  mailed: Generated<boolean>;
  answered_at: Temporal.Instant;
  seen_at: Temporal.Instant | null;
  contested_at: Temporal.Instant | null;
  contest_words: string | null;
  reply: string | null;
  replied_at: Temporal.Instant | null;
}

export interface VoiceCapture {
  organization_id: string;
  expectation_id: string;
  captured_by: string;
  contact_mail: string | null;
  contact_phone: string | null;
  digest: BytesColumn<null>;
  salt: BytesColumn<null>;
}

export interface VoiceConsentChange {
  organization_id: string;
  consent_change_id: string;
  expectation_id: string;
  before: 'by-name' | 'without-name' | 'none';
  after: 'by-name' | 'without-name' | 'none';
  asked_by: 'technician' | 'customer';
  reason: Generated<string>;
  changed_at: Temporal.Instant;
}

export interface VoiceExpectation {
  organization_id: string;
  expectation_id: string;
  team_id: string | null;
  words: string;
  words_language: 'en' | 'fr';
  consent: 'by-name' | 'without-name' | 'none';
  happened_at: Temporal.Instant;
  received_at: Temporal.Instant;
  lead_from: Temporal.Instant;
  heard: Generated<number>;
  photos: Generated<number>;
  theme_id: string | null;
  intervention_id: string | null;
  cited_at: Temporal.Instant | null;
  answered_at: Temporal.Instant | null;
  withdrawn_at: Temporal.Instant | null;
}

export interface VoiceHeard {
  organization_id: string;
  expectation_id: string;
  membership_id: string;
  heard_at: Temporal.Instant;
}

export interface VoiceJoining {
  organization_id: string;
  joining_id: string;
  theme_id: string;
  expectation_id: string;
  from_theme_id: string | null;
  because: Generated<string[]>;
  joined_by: string;
  joined_at: Temporal.Instant;
  undone_at: Temporal.Instant | null;
}

export interface VoicePhoto {
  organization_id: string;
  photo_id: string;
  expectation_id: string;
  media_type: string;
  bytes: BytesColumn<null>;
  sent_sha256: BytesColumn<null>;
  kept_at: Temporal.Instant;
}

export interface VoiceSpeaker {
  organization_id: string;
  expectation_id: string;
  customer_id: string | null;
  customer_label: string;
  site: Generated<string>;
  who: string;
}

export interface VoiceTechnicianView {
  organization_id: string;
  expectation_id: string;
  view: string;
  view_language: 'en' | 'fr';
}

export interface VoiceTheme {
  organization_id: string;
  theme_id: string;
  title: string;
  language: 'en' | 'fr';
  state: Generated<'open' | 'proposed' | 'answered'>;
  customers: Generated<number>;
  expectations: Generated<number>;
  sites: Generated<number>;
  counted_only: Generated<number>;
  made_at: Temporal.Instant;
}

export interface VoiceThemeProposal {
  organization_id: string;
  theme_id: string;
  proposal_id: string;
  begun_at: Temporal.Instant;
}

/** Every table of the schema, for `Kysely<Tables>`. */
export interface Tables {
  'access.api_key': AccessApiKey;
  'access.customer': AccessCustomer;
  'access.invitation': AccessInvitation;
  'access.mail': AccessMail;
  'access.membership': AccessMembership;
  'access.organization': AccessOrganization;
  'access.team': AccessTeam;
  'access.welcome': AccessWelcome;
  'auth.account': AuthAccount;
  'auth.passkey': AuthPasskey;
  'auth.person': AuthPerson;
  'auth.rateLimit': AuthRateLimit;
  'auth.session': AuthSession;
  'auth.twoFactor': AuthTwoFactor;
  'auth.verification': AuthVerification;
  'certification.answer': CertificationAnswer;
  'certification.catalogue': CertificationCatalogue;
  'certification.requirement': CertificationRequirement;
  'core.act': CoreAct;
  'core.act_rule': CoreActRule;
  'core.answer': CoreAnswer;
  'core.block_version': CoreBlockVersion;
  'core.counter': CoreCounter;
  'core.decision': CoreDecision;
  'core.disclosure': CoreDisclosure;
  'core.draft_block': CoreDraftBlock;
  'core.draft_parameter': CoreDraftParameter;
  'core.file': CoreFile;
  'core.intervention': CoreIntervention;
  'core.ledger_body': CoreLedgerBody;
  'core.ledger_checkpoint': CoreLedgerCheckpoint;
  'core.ledger_difference': CoreLedgerDifference;
  'core.ledger_entry': CoreLedgerEntry;
  'core.ledger_key': CoreLedgerKey;
  'core.ledger_node': CoreLedgerNode;
  'core.parameter_version': CoreParameterVersion;
  'core.prepared_transmission': CorePreparedTransmission;
  'core.presence': CorePresence;
  'core.proposal': CoreProposal;
  'core.proposal_intervention': CoreProposalIntervention;
  'core.put_off': CorePutOff;
  'core.remark': CoreRemark;
  'core.rule': CoreRule;
  'core.rule_version': CoreRuleVersion;
  'core.search_document': CoreSearchDocument;
  'core.transmission': CoreTransmission;
  'core.transmission_block': CoreTransmissionBlock;
  'core.transmission_file': CoreTransmissionFile;
  'core.use_report': CoreUseReport;
  'core.voice_on_proposal': CoreVoiceOnProposal;
  'planning.file': PlanningFile;
  'planning.file_part': PlanningFilePart;
  'planning.handling_unit': PlanningHandlingUnit;
  'planning.identification': PlanningIdentification;
  'planning.interchange': PlanningInterchange;
  'planning.outgoing': PlanningOutgoing;
  'planning.partner': PlanningPartner;
  'planning.plan': PlanningPlan;
  'planning.plan_cost': PlanningPlanCost;
  'planning.plant_price': PlanningPlantPrice;
  'planning.plant_row': PlanningPlantRow;
  'planning.problem': PlanningProblem;
  'planning.problem_price': PlanningProblemPrice;
  'planning.promise': PlanningPromise;
  'planning.release': PlanningRelease;
  'planning.release_line': PlanningReleaseLine;
  'planning.reply': PlanningReply;
  'planning.shipment': PlanningShipment;
  'planning.shipment_line': PlanningShipmentLine;
  'planning.shipped_total': PlanningShippedTotal;
  'planning.shipping': PlanningShipping;
  'planning.table_mapping': PlanningTableMapping;
  'planning.table_reading': PlanningTableReading;
  'planning.total_question': PlanningTotalQuestion;
  'planning.way': PlanningWay;
  'voice.answer': VoiceAnswer;
  'voice.capture': VoiceCapture;
  'voice.consent_change': VoiceConsentChange;
  'voice.expectation': VoiceExpectation;
  'voice.heard': VoiceHeard;
  'voice.joining': VoiceJoining;
  'voice.photo': VoicePhoto;
  'voice.speaker': VoiceSpeaker;
  'voice.technician_view': VoiceTechnicianView;
  'voice.theme': VoiceTheme;
  'voice.theme_proposal': VoiceThemeProposal;
}
