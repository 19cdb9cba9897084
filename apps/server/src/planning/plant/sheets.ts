/**
 * The sheets in which a plant is kept: one definition for the page, the import, the export and the way into a planning problem. Units
 * stand in each column's name; money in units of the plant's currency.
 */
export type Column = {
  readonly name: string;
  readonly kind: 'text' | 'whole' | 'decimal' | 'flag' | 'time' | 'day' | 'weekdays' | 'moment';
  readonly en: string;
  readonly fr: string;
  /** What makes a row this one: two rows of a sheet may not share all of their keys. */
  readonly key?: boolean;
  /** Seen by the planner and the administrator alone. */
  readonly price?: boolean;
  /** Smallest value of a number; 0 unless said. */
  readonly least?: number;
  /** What is left undone, or assumed, as long as it is empty; nothing where an empty cell says something by itself. */
  readonly without?: { readonly effect: 'stops' | 'assumed'; readonly en: string; readonly fr: string };
};

export type SheetName = (typeof sheetNames)[number];
export const sheetNames = [
  'items',
  'bill',
  'components',
  'receipts',
  'lines',
  'runs',
  'changeovers',
  'setters',
  'shifts',
  'closures',
  'absences',
  'overtime',
  'extra-shifts',
  'temporary-workers',
  'moving-people',
  'outside',
  'customers',
  'plant',
] as const;

type Options = Omit<Column, 'name' | 'kind' | 'en' | 'fr'>;
const column =
  (kind: Column['kind']) =>
  (name: string, en: string, fr: string, options: Options = {}): Column => ({ name, kind, en, fr, ...options });
const text = column('text');
const whole = column('whole');
const decimal = column('decimal');
const flag = column('flag');
const time = column('time');
const day = column('day');
const weekdays = column('weekdays');
const moment = column('moment');
const price = (name: string, en: string, fr: string, options: Options = {}): Column =>
  decimal(name, en, fr, { price: true, ...options });
const key = { key: true } as const;

const stops = (en: string, fr: string) => ({ without: { effect: 'stops', en, fr } }) as const;
const assumed = (en: string, fr: string) => ({ without: { effect: 'assumed', en, fr } }) as const;

const notice = whole('noticeHours', 'Notice (h)', 'Préavis (h)');
const consent = text('consent', 'Who consents', 'Accord de');

export const sheets: Readonly<Record<SheetName, readonly Column[]>> = {
  items: [
    text('item', 'Item', 'Article', key),
    text('description', 'Description', 'Désignation'),
    text('family', 'Setup family', 'Famille de réglage'),
    text('tool', 'Tool', 'Outillage'),
    whole('container', 'Container (pieces)', 'Contenant (pièces)', {
      least: 1,
      ...assumed('Lots are counted in single pieces.', 'Les lots sont comptés à la pièce.'),
    }),
    flag('partContainer', 'Part-filled last container', 'Dernier contenant incomplet'),
    whole('minimumLot', 'Minimum lot (pieces)', 'Lot minimum (pièces)', { least: 1 }),
    whole('maximumLot', 'Maximum lot (pieces)', 'Lot maximum (pièces)', { least: 1 }),
    whole('stock', 'Stock (pieces)', 'Stock (pièces)', {
      ...assumed('The plan begins with no stock of it.', 'Le plan commence sans stock de cet article.'),
    }),
    // Filled in by the server when a stock is written without it.
    moment('stockAt', 'Counted at', 'Compté le'),
    whole('safetyStock', 'Safety stock (pieces)', 'Stock de sécurité (pièces)'),
    whole('maximumStock', 'Maximum stock (pieces)', 'Stock maximum (pièces)'),
    whole('lostPieces', 'Lost at a start (pieces)', 'Perdues au démarrage (pièces)'),
    whole('inspectionMinutes', 'First-off inspection (min)', 'Contrôle de première pièce (min)'),
    whole('transferMinutes', 'Transfer (min)', 'Transfert (min)'),
    whole('empties', 'Empties on hand', 'Contenants vides'),
    price('holding', 'Holding, per piece and day', 'Stockage, par pièce et par jour', {
      ...assumed('Stock of it costs nothing.', 'Son stock ne coûte rien.'),
    }),
    price('belowSafety', 'Below safety stock, per piece and day', 'Sous le stock de sécurité, par pièce et par jour'),
    price('aboveMaximum', 'Above maximum, per piece and day', 'Au-delà du maximum, par pièce et par jour'),
  ],
  bill: [
    text('item', 'Item', 'Article', key),
    text('of', 'Made of', 'Composé de', key),
    decimal('perPiece', 'Per piece', 'Par pièce', {
      ...stops('It is not taken from stock.', 'Il n’est pas prélevé sur le stock.'),
    }),
  ],
  components: [
    text('component', 'Component', 'Composant', key),
    decimal('stock', 'Stock', 'Stock', {
      ...assumed('The plan begins with none of it.', 'Le plan commence sans ce composant.'),
    }),
    whole('leadTimeDays', 'Lead time (days)', 'Délai d’approvisionnement (jours)', {
      ...stops('Nothing can be ordered beyond the receipts.', 'Rien ne peut être commandé au-delà des réceptions.'),
    }),
  ],
  receipts: [
    text('component', 'Component', 'Composant', key),
    day('on', 'Expected on', 'Attendue le', key),
    decimal('quantity', 'Quantity', 'Quantité', {
      ...stops('The receipt does not count.', 'La réception ne compte pas.'),
    }),
  ],
  lines: [
    text('line', 'Line', 'Ligne', key),
    text('calendar', 'Calendar', 'Calendrier', {
      ...stops('Nothing is planned on this line.', 'Rien n’est planifié sur cette ligne.'),
    }),
    whole('frozenDays', 'Fixed (days)', 'Figé (jours)'),
    text('setFor', 'Set up for (item or family)', 'Réglée pour (article ou famille)', {
      ...assumed('Its first lot needs a changeover.', 'Son premier lot demande un changement de série.'),
    }),
    text('skill', 'Skill', 'Compétence'),
    whole('heads', 'People per shift', 'Personnes par poste'),
  ],
  runs: [
    text('line', 'Line', 'Ligne', key),
    text('item', 'Item', 'Article', key),
    whole('heads', 'Crew', 'Effectif', key),
    decimal('seconds', 'Seconds per piece', 'Secondes par pièce', {
      least: 0.001,
      ...stops('This line does not make the item.', 'Cette ligne ne fabrique pas l’article.'),
    }),
  ],
  changeovers: [
    text('line', 'Line', 'Ligne', key),
    text('from', 'From (item, family or *)', 'De (article, famille ou *)', key),
    text('to', 'To (item, family or *)', 'Vers (article, famille ou *)', key),
    whole('minutes', 'Minutes', 'Minutes', {
      ...stops('The changeover is not counted.', 'Le changement de série n’est pas compté.'),
    }),
    text('setters', 'Done by setters', 'Fait par les régleurs'),
    price('cost', 'Cost', 'Coût'),
  ],
  setters: [
    text('setters', 'Setters', 'Régleurs', key),
    whole('heads', 'Changeovers at a time', 'Changements simultanés', {
      least: 1,
      ...stops('They are not counted as scarce.', 'Ils ne sont pas comptés comme limités.'),
    }),
  ],
  shifts: [
    text('calendar', 'Calendar', 'Calendrier', key),
    text('shift', 'Shift', 'Poste', key),
    weekdays('days', 'Days (1 Monday to 7)', 'Jours (1 lundi à 7)', {
      ...stops('Nobody works in this shift.', 'Personne ne travaille dans ce poste.'),
    }),
    time('from', 'From', 'De', { ...stops('Nobody works in this shift.', 'Personne ne travaille dans ce poste.') }),
    time('to', 'To', 'À', { ...stops('Nobody works in this shift.', 'Personne ne travaille dans ce poste.') }),
    time('breakFrom', 'Break from', 'Pause de'),
    time('breakTo', 'Break to', 'Pause à'),
  ],
  closures: [
    text('calendar', 'Calendar', 'Calendrier', key),
    day('from', 'First day closed', 'Premier jour fermé', key),
    day('until', 'Last day closed', 'Dernier jour fermé'),
    text('why', 'Why', 'Motif'),
  ],
  absences: [
    text('line', 'Line', 'Ligne', key),
    day('on', 'Day', 'Jour', key),
    text('shift', 'Shift', 'Poste', key),
    whole('heads', 'People absent', 'Personnes absentes', { least: 1 }),
  ],
  overtime: [
    text('line', 'Line', 'Ligne', key),
    text('shift', 'Shift', 'Poste', key),
    whole('stepMinutes', 'Step (min)', 'Pas (min)', { least: 1 }),
    whole('maximumMinutes', 'At most per day (min)', 'Au plus par jour (min)', {
      least: 1,
      ...stops('No overtime is offered.', 'Aucune heure supplémentaire n’est proposée.'),
    }),
    whole('perWeekMinutes', 'At most per week (min)', 'Au plus par semaine (min)'),
    notice,
    consent,
    price('perHour', 'Per hour', 'Par heure', {
      ...stops('No overtime is offered.', 'Aucune heure supplémentaire n’est proposée.'),
    }),
  ],
  'extra-shifts': [
    text('line', 'Line', 'Ligne', key),
    text('shift', 'Shift', 'Poste', key),
    weekdays('days', 'Days (1 Monday to 7)', 'Jours (1 lundi à 7)'),
    time('from', 'From', 'De'),
    time('to', 'To', 'À'),
    whole('perWeek', 'At most per week', 'Au plus par semaine', { least: 1 }),
    notice,
    consent,
    price('perShift', 'Per shift', 'Par poste', {
      ...stops('The shift is not offered.', 'Le poste n’est pas proposé.'),
    }),
  ],
  'temporary-workers': [
    text('skill', 'Skill', 'Compétence', key),
    whole('heads', 'People at most', 'Personnes au plus', {
      least: 1,
      ...stops('Nobody is hired.', 'Personne n’est recruté.'),
    }),
    notice,
    consent,
    price('perShift', 'Per person and shift', 'Par personne et par poste', {
      ...stops('Nobody is hired.', 'Personne n’est recruté.'),
    }),
  ],
  'moving-people': [
    text('skill', 'Skill', 'Compétence', key),
    consent,
    price('perShift', 'Per person and shift', 'Par personne et par poste', {
      ...stops('Nobody is moved between lines.', 'Personne ne change de ligne.'),
    }),
  ],
  outside: [
    text('item', 'Item', 'Article', key),
    whole('noticeHours', 'Notice (h)', 'Préavis (h)', {
      ...stops('Nothing is bought outside.', 'Rien n’est acheté à l’extérieur.'),
    }),
    whole('perWeek', 'At most per week (pieces)', 'Au plus par semaine (pièces)', {
      least: 1,
      ...stops('Nothing is bought outside.', 'Rien n’est acheté à l’extérieur.'),
    }),
    whole('minimum', 'At least (pieces)', 'Au moins (pièces)'),
    consent,
    price('perPiece', 'Per piece', 'Par pièce', {
      ...stops('Nothing is bought outside.', 'Rien n’est acheté à l’extérieur.'),
    }),
  ],
  customers: [
    text('customer', 'Customer (name or *)', 'Client (nom ou *)', key),
    whole('transitDays', 'Transit (days)', 'Transport (jours)', {
      ...assumed(
        'Goods leave on the day on which they are asked.',
        'Les marchandises partent le jour où elles sont demandées.',
      ),
    }),
    time('dispatch', 'Leaves at', 'Départ à', { ...assumed('Goods leave at 14:00.', 'Le départ est à 14:00.') }),
    price('latePerPieceDay', 'Late, per piece and day', 'Retard, par pièce et par jour', {
      ...assumed('A piece late for a day is priced 1.00.', 'Une pièce en retard d’un jour est comptée 1,00.'),
    }),
    price('lateStepHours', 'Once late for (h)', 'Dès un retard de (h)'),
    price('lateStep', 'then once', 'alors une fois'),
    price('brokenPromise', 'Promise broken', 'Engagement rompu'),
    price('unserved', 'Not served, per piece', 'Non livrée, par pièce'),
  ],
  plant: [
    text('plant', 'Plant', 'Usine', key),
    whole('daysAhead', 'Days planned ahead', 'Jours planifiés', {
      least: 1,
      ...assumed('20 days are planned ahead.', '20 jours sont planifiés.'),
    }),
    price('changedLot', 'A lot changed today', 'Un lot modifié aujourd’hui', {
      ...assumed('Changing what was planned costs nothing.', 'Modifier ce qui était prévu ne coûte rien.'),
    }),
    price('halvingDays', 'halves every (days)', 'moitié tous les (jours)', { least: 1 }),
  ],
};
