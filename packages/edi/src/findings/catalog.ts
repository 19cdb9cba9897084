import type { Severity } from './finding.ts';

/** The four levels of validation: each is worth less when the one before it failed. */
export type Level = 'envelope' | 'structure' | 'codes' | 'sense';

interface Entry {
  readonly level: Level;
  readonly severity: Severity;
  readonly en: string;
  readonly fr: string;
}

const entry = (level: Level, severity: Severity, en: string, fr: string): Entry => ({ level, severity, en, fr });

const envelope = entry.bind(null, 'envelope');
const structure = entry.bind(null, 'structure');
const codes = entry.bind(null, 'codes');
const sense = entry.bind(null, 'sense');

/** Every finding that a reader can make, with its sentence; {found} and {expected} are filled in. */
export const CATALOG = {
  'empty-file': envelope('error', 'The file is empty.', 'Le fichier est vide.'),
  'unknown-format': envelope(
    'error',
    'This is neither EDIFACT nor X12 nor VDA: it begins with “{found}”.',
    'Ce n’est ni de l’EDIFACT, ni du X12, ni du VDA : le fichier commence par « {found} ».',
  ),
  'two-byte-text': envelope(
    'error',
    'The file is text of two bytes a character (UTF-16), which no EDI syntax knows; have it sent as it was before it was opened.',
    'Le fichier est un texte à deux octets par caractère (UTF-16), qu’aucune syntaxe EDI ne connaît ; faites-le envoyer tel qu’il était avant d’être ouvert.',
  ),
  'byte-order-mark': envelope(
    'note',
    'A byte order mark stands before the data; it was skipped.',
    'Une marque d’ordre des octets précède les données ; elle a été ignorée.',
  ),
  'leading-blanks': envelope(
    'note',
    'Blanks or control characters stand before the data; they were skipped.',
    'Des blancs ou des caractères de contrôle précèdent les données ; ils ont été ignorés.',
  ),
  'trailing-rubbish': envelope(
    'warning',
    'After the end of the interchange stands “{found}”, which is no interchange; it was not read.',
    'Après la fin de l’échange se trouve « {found} », qui n’est pas un échange ; cela n’a pas été lu.',
  ),
  'service-characters-inferred': envelope(
    'warning',
    'The separators are not the usual ones and no UNA announces them; “{found}” was taken from the header.',
    'Les séparateurs ne sont pas ceux d’usage et aucun UNA ne les annonce ; « {found} » a été déduit de l’en-tête.',
  ),
  'una-contradicted': envelope(
    'warning',
    'UNA announces other separators than the header uses (“{found}”); the header was followed.',
    'UNA annonce d’autres séparateurs que ceux de l’en-tête (« {found} ») ; l’en-tête a été suivi.',
  ),
  'una-short': envelope(
    'warning',
    'UNA has {found} characters instead of 9; the blank was taken as lost.',
    'UNA compte {found} caractères au lieu de 9 ; l’espace a été considéré comme perdu.',
  ),
  'una-repetition': envelope(
    'note',
    'UNA gives “{found}” as repetition separator, which this syntax version does not use; it was taken as text.',
    'UNA donne « {found} » comme séparateur de répétition, que cette version de syntaxe n’emploie pas ; il a été lu comme du texte.',
  ),
  'syntax-identifier-unknown': envelope(
    'warning',
    'The syntax identifier “{found}” is not one of ISO 9735; the text was read as ISO 8859-1.',
    'L’identifiant de syntaxe « {found} » n’est pas de l’ISO 9735 ; le texte a été lu en ISO 8859-1.',
  ),
  'syntax-version-unknown': envelope(
    'warning',
    'The syntax version “{found}” is unknown; version {expected} was assumed.',
    'La version de syntaxe « {found} » est inconnue ; la version {expected} a été supposée.',
  ),
  'character-outside-set': envelope(
    'warning',
    'Character {found} is outside of the announced set ({expected}); it was read as ISO 8859.',
    'Le caractère {found} est hors du jeu annoncé ({expected}) ; il a été lu en ISO 8859.',
  ),
  'charset-mislabelled': envelope(
    'warning',
    'The header says {expected}, but the text is UTF-8 (“{found}”); it was read as such.',
    'L’en-tête annonce {expected}, mais le texte est en UTF-8 (« {found} ») ; il a été lu ainsi.',
  ),
  'control-character': envelope(
    'warning',
    'A control character ({found}) stands inside data.',
    'Un caractère de contrôle ({found}) se trouve dans les données.',
  ),
  wrapped: envelope(
    'warning',
    'The data are cut into lines of {found} characters inside segments; the line breaks were taken out.',
    'Les données sont coupées en lignes de {found} caractères au sein des segments ; les sauts de ligne ont été retirés.',
  ),
  'indented-segment': envelope(
    'note',
    'Blanks stand before a segment; they were skipped.',
    'Des blancs précèdent un segment ; ils ont été ignorés.',
  ),
  'lower-case-tag': envelope(
    'warning',
    'The segment tag “{found}” is in lower case; it was read as {expected}.',
    'Le code de segment « {found} » est en minuscules ; il a été lu {expected}.',
  ),
  'segment-tag-invalid': envelope('error', '“{found}” is no segment tag.', '« {found} » n’est pas un code de segment.'),
  'segment-too-long': envelope(
    'error',
    'A segment is longer than {expected} bytes: its end is missing, or this is no EDI data.',
    'Un segment dépasse {expected} octets : sa fin manque, ou ce ne sont pas des données EDI.',
  ),
  'message-too-long': envelope(
    'error',
    'A message has more than {expected} segments; it was not read.',
    'Un message compte plus de {expected} segments ; il n’a pas été lu.',
  ),
  'message-too-large': envelope(
    'error',
    'A message has more than {expected} bytes; it was not read.',
    'Un message dépasse {expected} octets ; il n’a pas été lu.',
  ),
  'too-many-interchanges': envelope(
    'error',
    'The file has more than {expected} interchanges; the rest was not read.',
    'Le fichier compte plus de {expected} échanges ; la suite n’a pas été lue.',
  ),
  'too-many-messages': envelope(
    'error',
    'The file has more than {expected} messages; the rest was not read.',
    'Le fichier compte plus de {expected} messages ; la suite n’a pas été lue.',
  ),
  'too-many-findings': envelope(
    'warning',
    'More than {expected} findings: further ones are counted but not listed.',
    'Plus de {expected} constats : les suivants sont comptés mais non listés.',
  ),
  'header-incomplete': envelope(
    'error',
    'The interchange header lacks {expected}.',
    'Il manque à l’en-tête de l’échange : {expected}.',
  ),
  'party-missing': envelope(
    'warning',
    'The header names no sender or no recipient ({expected}): whom the file comes from has to be known otherwise.',
    'L’en-tête ne nomme pas l’émetteur ou le destinataire ({expected}) : il faut savoir autrement de qui vient le fichier.',
  ),
  'terminator-missing': envelope(
    'warning',
    'The trailer is whole, but nothing closes it at the end of the file.',
    'Le segment de fin est complet, mais rien ne le ferme à la fin du fichier.',
  ),
  'header-not-padded': envelope(
    'warning',
    'ISA has {found} characters instead of {expected}; its elements were counted instead.',
    'ISA compte {found} caractères au lieu de {expected} ; ses éléments ont été comptés.',
  ),
  'header-missing': envelope(
    'error',
    'The interchange begins with {found}; its header {expected} is missing.',
    'L’échange commence par {found} ; son en-tête {expected} manque.',
  ),
  'header-repeated': envelope(
    'warning',
    'The interchange header stands twice; the second one was skipped.',
    'L’en-tête de l’échange figure deux fois ; le second a été ignoré.',
  ),
  'date-unread': envelope(
    'warning',
    'The header date “{found}” is no date in the form {expected}.',
    'La date d’en-tête « {found} » n’est pas de la forme {expected}.',
  ),
  truncated: envelope(
    'error',
    'The file ends in the middle of a segment.',
    'Le fichier s’arrête au milieu d’un segment.',
  ),
  'trailer-missing': envelope(
    'error',
    'The interchange ends without its trailer {expected}: part of it may be missing.',
    'L’échange s’arrête sans sa fin {expected} : une partie peut manquer.',
  ),
  'control-reference-differs': envelope(
    'error',
    'The interchange reference at the end is “{found}”, at the beginning “{expected}”.',
    'La référence de l’échange est « {found} » à la fin et « {expected} » au début.',
  ),
  'interchange-count-wrong': envelope(
    'error',
    'The trailer counts {found} messages or groups; there are {expected}.',
    'La fin d’échange annonce {found} messages ou groupes ; il y en a {expected}.',
  ),
  'group-reference-differs': envelope(
    'error',
    'The group reference at the end is “{found}”, at the beginning “{expected}”.',
    'La référence du groupe est « {found} » à la fin et « {expected} » au début.',
  ),
  'group-count-wrong': envelope(
    'error',
    'The group trailer counts {found} messages; there are {expected}.',
    'La fin de groupe annonce {found} messages ; il y en a {expected}.',
  ),
  'group-trailer-missing': envelope(
    'error',
    'A group ends without its trailer {expected}.',
    'Un groupe s’arrête sans sa fin {expected}.',
  ),
  'group-header-missing': envelope(
    'error',
    'A group trailer ({found}) stands without a header.',
    'Une fin de groupe ({found}) figure sans en-tête.',
  ),
  'group-missing': envelope(
    'warning',
    'The messages stand in no group ({expected}); they were read all the same.',
    'Les messages ne sont dans aucun groupe ({expected}) ; ils ont été lus malgré tout.',
  ),
  'message-trailer-missing': envelope(
    'error',
    'The message ends without its trailer {expected}: part of it may be missing.',
    'Le message s’arrête sans sa fin {expected} : une partie peut manquer.',
  ),
  'message-header-missing': envelope(
    'error',
    'A message trailer ({found}) stands without a header.',
    'Une fin de message ({found}) figure sans en-tête.',
  ),
  'message-reference-differs': envelope(
    'error',
    'The message reference at the end is “{found}”, at the beginning “{expected}”.',
    'La référence du message est « {found} » à la fin et « {expected} » au début.',
  ),
  'segment-count-wrong': envelope(
    'error',
    'The message trailer counts {found} segments; there are {expected}.',
    'La fin de message annonce {found} segments ; il y en a {expected}.',
  ),
  'message-reference-repeated': envelope(
    'warning',
    'The message reference “{found}” was already used in this interchange.',
    'La référence de message « {found} » a déjà servi dans cet échange.',
  ),
  'control-reference-repeated': envelope(
    'warning',
    'The interchange reference “{found}” was already used in this file.',
    'La référence d’échange « {found} » a déjà servi dans ce fichier.',
  ),
  'segment-outside-message': envelope(
    'warning',
    'Segment {found} stands outside of any message; it was not read.',
    'Le segment {found} figure hors de tout message ; il n’a pas été lu.',
  ),
  'record-length': envelope(
    'warning',
    'A record has {found} characters instead of {expected}.',
    'Un enregistrement compte {found} caractères au lieu de {expected}.',
  ),
  'record-version-unknown': envelope(
    'warning',
    'Record version {found} is not one that is known here ({expected}); the known layout was used.',
    'La version d’enregistrement {found} n’est pas connue ici ({expected}) ; la structure connue a été employée.',
  ),
  'record-unknown': envelope(
    'warning',
    'Record {found} does not belong to this message; it was not read.',
    'L’enregistrement {found} n’appartient pas à ce message ; il n’a pas été lu.',
  ),
  'record-count-wrong': envelope(
    'error',
    'The trailer counts {found} records; there are {expected}.',
    'La fin de message annonce {found} enregistrements ; il y en a {expected}.',
  ),
  'no-message': envelope('warning', 'The interchange holds no message.', 'L’échange ne contient aucun message.'),

  'message-unknown': structure(
    'warning',
    'Messages {found} are not read here; the envelope was checked.',
    'Les messages {found} ne sont pas lus ici ; l’enveloppe a été vérifiée.',
  ),
  'directory-unknown': structure(
    'note',
    'There is no table for directory {found}; the one of {expected} was used.',
    'Il n’y a pas de table pour le répertoire {found} ; celle de {expected} a été employée.',
  ),
  'directory-mislabelled': structure(
    'warning',
    'The message says {found} but is built as {expected}; it was read as built.',
    'Le message annonce {found} mais est construit selon {expected} ; il a été lu tel qu’il est construit.',
  ),
  'status-order': structure(
    'warning',
    'Status and quantities come in the order {found}, not in the order of the directory ({expected}); they were read as they come.',
    'Statuts et quantités se suivent dans l’ordre {found}, et non dans celui du répertoire ({expected}) ; ils ont été lus tels quels.',
  ),
  'segment-missing': structure(
    'warning',
    'Segment {expected} is missing before {found}.',
    'Le segment {expected} manque avant {found}.',
  ),
  'segment-unexpected': structure(
    'warning',
    'Segment {found} has no place here in the standard.',
    'Le segment {found} n’a pas sa place ici selon la norme.',
  ),
  'segment-unknown': structure(
    'warning',
    'Segment {found} does not exist in this message.',
    'Le segment {found} n’existe pas dans ce message.',
  ),
  'segment-too-often': structure(
    'warning',
    'Segment {found} stands here more than {expected} times.',
    'Le segment {found} figure ici plus de {expected} fois.',
  ),
  'segment-empty': structure(
    'warning',
    'Segment {found} holds no data.',
    'Le segment {found} ne contient aucune donnée.',
  ),
  'element-missing': structure(
    'warning',
    'Element {expected} is required and missing.',
    'L’élément {expected} est obligatoire et manque.',
  ),
  'element-too-long': structure(
    'warning',
    '“{found}” is longer than the standard allows ({expected}); it was read whole.',
    '« {found} » dépasse la longueur permise par la norme ({expected}) ; il a été lu en entier.',
  ),
  'element-too-short': structure(
    'warning',
    '“{found}” is shorter than the standard asks ({expected}).',
    '« {found} » est plus court que ne le demande la norme ({expected}).',
  ),
  'element-unexpected': structure(
    'warning',
    '“{found}” stands behind the last element of the segment.',
    '« {found} » figure après le dernier élément du segment.',
  ),
  'component-unexpected': structure(
    'warning',
    '“{found}” stands behind the last component of the element.',
    '« {found} » figure après le dernier composant de l’élément.',
  ),
  'not-numeric': structure('warning', '“{found}” should be a number.', '« {found} » devrait être un nombre.'),

  'code-unknown': codes(
    'warning',
    'Code “{found}” is not known here ({expected}); nothing was concluded from it.',
    'Le code « {found} » n’est pas connu ici ({expected}) ; rien n’en a été conclu.',
  ),
  'date-format-unknown': codes(
    'warning',
    'The date format “{found}” is not known; the date was left out.',
    'Le format de date « {found} » n’est pas connu ; la date a été laissée de côté.',
  ),

  'date-wrong': sense(
    'error',
    '“{found}” is no date in the form {expected}.',
    '« {found} » n’est pas une date de la forme {expected}.',
  ),
  'date-ignored': sense(
    'warning',
    '“{found}” is no date in the form {expected}; it was left out.',
    '« {found} » n’est pas une date de la forme {expected} ; elle a été laissée de côté.',
  ),
  'date-format-differs': sense(
    'warning',
    'The date “{found}” has not the announced form {expected}; it was read by its length.',
    'La date « {found} » n’a pas la forme annoncée {expected} ; elle a été lue d’après sa longueur.',
  ),
  'date-special': sense(
    'warning',
    '“{found}” stands where a date should be; no known meaning, not read as a date.',
    '« {found} » figure à la place d’une date ; sens inconnu, non lu comme une date.',
  ),
  'date-meaningless': sense(
    'note',
    'A date with qualifier “{found}” has no place in the schedule; it was kept beside it.',
    'Une date de qualifiant « {found} » n’a pas de place dans le programme ; elle a été gardée à côté.',
  ),
  'period-start-odd': sense(
    'note',
    'A weekly or monthly quantity begins on {found}, inside its period; it was read as {expected}.',
    'Une quantité hebdomadaire ou mensuelle commence le {found}, au milieu de sa période ; elle a été lue {expected}.',
  ),
  'date-range-reversed': sense(
    'error',
    'The period ends before it begins: {found}.',
    'La période finit avant de commencer : {found}.',
  ),
  'quantity-wrong': sense('error', '“{found}” is no quantity.', '« {found} » n’est pas une quantité.'),
  'quantity-ambiguous': sense(
    'error',
    '“{found}” can be read as more than one number; it was not guessed.',
    '« {found} » peut se lire comme plusieurs nombres ; rien n’a été deviné.',
  ),
  'quantity-decorated': sense(
    'warning',
    'The quantity “{found}” was read as {expected}.',
    'La quantité « {found} » a été lue {expected}.',
  ),
  'decimal-mark-differs': sense(
    'warning',
    '“{found}” has another decimal mark than UNA announces; it was read as {expected}.',
    '« {found} » a une autre marque décimale que celle qu’annonce UNA ; la valeur lue est {expected}.',
  ),
  'item-number-untagged': sense(
    'note',
    'Nothing says whose number “{found}” is; it was read as the customer’s.',
    'Rien ne dit de qui est le numéro « {found} » ; il a été lu comme celui du client.',
  ),
  'implied-decimals-dropped': sense(
    'warning',
    'With implied decimals {found} pieces would have been received; whole numbers were read instead ({expected}).',
    'Avec des décimales implicites, {found} pièces auraient été reçues ; des nombres entiers ont été lus ({expected}).',
  ),
  'layout-unverified': sense(
    'note',
    'The layout of {found} is not confirmed by a guide; compare what was read with the paper.',
    'La structure de {found} n’est confirmée par aucun guide ; comparez ce qui a été lu avec le papier.',
  ),
  'code-unconfirmed': sense(
    'note',
    '{found} was read as “{expected}”, as is common; no guide at hand confirms it. Compare with the customer’s guide, and put it into his profile.',
    '{found} a été lu comme « {expected} », selon l’usage ; aucun guide disponible ne le confirme. Comparez avec le guide du client et inscrivez-le dans son profil.',
  ),
  'quantity-outside-item': sense(
    'error',
    'A quantity ({found}) stands outside of any item: nobody can say what it is a quantity of.',
    'Une quantité ({found}) ne se trouve dans aucun article : nul ne peut dire de quoi elle est la quantité.',
  ),
  'quantity-missing': sense('error', 'The quantity is missing.', 'La quantité manque.'),
  'quantity-negative': sense('warning', 'The quantity {found} is negative.', 'La quantité {found} est négative.'),
  'limit-exceeded': sense(
    'error',
    'More than {expected} {found} in one message; it was not read.',
    'Plus de {expected} {found} dans un message ; il n’a pas été lu.',
  ),
  'item-without-number': sense('error', 'An item has no number at all.', 'Un article n’a aucun numéro.'),
  'line-without-date': sense(
    'warning',
    'A schedule quantity of {found} has no date.',
    'Une quantité du programme ({found}) n’a pas de date.',
  ),
  'line-without-status': sense(
    'note',
    'Nothing says whether the quantities are firm or forecast.',
    'Rien ne dit si les quantités sont fermes ou prévisionnelles.',
  ),
  'customer-unclear': sense(
    'note',
    'The message does not name the customer; the sender of the interchange stands for it.',
    'Le message ne nomme pas le client ; l’émetteur de l’échange en tient lieu.',
  ),
  'ship-to-missing': sense('warning', 'An item has no place of delivery.', 'Un article n’a pas de lieu de livraison.'),
  'document-number-missing': sense('warning', 'The document has no number.', 'Le document n’a pas de numéro.'),
  'document-date-missing': sense('warning', 'The document has no date.', 'Le document n’a pas de date.'),
  'periods-overlap': sense(
    'warning',
    'The period {found} overlaps the one before it ({expected}): is a day counted twice?',
    'La période {found} chevauche la précédente ({expected}) : un jour est-il compté deux fois ?',
  ),
  'cumulative-contradicts': sense(
    'warning',
    'The cumulative is {found}; the one before it and the quantity make {expected}. Which is right?',
    'Le cumul est {found} ; le précédent et la quantité donnent {expected}. Lequel est juste ?',
  ),
  'cumulative-falls': sense(
    'warning',
    'The cumulative falls from {expected} to {found}. Which is right?',
    'Le cumul baisse de {expected} à {found}. Lequel est juste ?',
  ),
  'authorization-contradicts': sense(
    'warning',
    'The go-ahead is {found}, but received and called off until then are {expected}. Which is right?',
    'L’autorisation est {found}, mais le reçu et l’appelé d’ici là font {expected}. Lequel est juste ?',
  ),
  'authorization-below-received': sense(
    'warning',
    'The go-ahead {found} is below what was already received ({expected}).',
    'L’autorisation {found} est inférieure à ce qui a déjà été reçu ({expected}).',
  ),
  'receipt-above-total': sense(
    'warning',
    'The last receipt ({found}) is above the received total ({expected}). Which is right?',
    'La dernière réception ({found}) dépasse le cumul reçu ({expected}). Lequel est juste ?',
  ),
  'line-in-the-past': sense(
    'warning',
    'A call-off lies before the document ({expected}): {found}. Is it backlog?',
    'Un appel précède le document ({expected}) : {found}. Est-ce un retard ?',
  ),
  'quantity-divided': sense(
    'note',
    '{found} divides quantities among places; each place was read as an item of its own, the whole stands as their sum.',
    '{found} répartit des quantités entre des lieux ; chaque lieu a été lu comme un article à part, le total est leur somme.',
  ),
  'division-without-line': sense(
    'error',
    '{found} divides a quantity among places, but no quantity stands before it.',
    '{found} répartit une quantité entre des lieux, mais aucune quantité ne la précède.',
  ),
  'split-differs': sense(
    'warning',
    'The quantities by time add up to {found}, the quantity of the day is {expected}.',
    'Les quantités par heure totalisent {found}, la quantité du jour est {expected}.',
  ),
  'item-count-differs': sense(
    'warning',
    'The message counts {found} items; there are {expected}.',
    'Le message annonce {found} articles ; il y en a {expected}.',
  ),
  'horizon-reversed': sense(
    'warning',
    'The horizon ends ({found}) before it begins ({expected}).',
    'L’horizon finit ({found}) avant de commencer ({expected}).',
  ),
  'no-items': sense('warning', 'The document holds no item.', 'Le document ne contient aucun article.'),
} as const satisfies Record<string, Entry>;

export type FindingCode = keyof typeof CATALOG;
