import type { RefusalText } from './refusals.ts';

/** Refusals of the planning way in: files, partners, releases, plant and plans, shipments. */
export const planningRefusals = {
  'nothing-to-plan': {
    status: 422,
    en: ['Nothing can be planned yet. {what}', 'Fill it in under Plant; what is there is kept.'],
    fr: ['Rien ne peut encore être planifié. {what}', 'Complétez l’atelier ; ce qui s’y trouve est conservé.'],
  },
  'offer-changed': {
    status: 409,
    en: ['This counter-offer no longer fits the plan.', 'Nothing was sent. Look at the offers again.'],
    fr: [
      'Cette contre-offre ne correspond plus au plan.',
      'Rien n’a été envoyé. Consultez à nouveau les contre-offres.',
    ],
  },
  'plant-cells': {
    status: 422,
    en: ['Some cells cannot be kept as they are.', 'Each says why; nothing else was changed.'],
    fr: [
      'Certaines cellules ne peuvent pas être conservées ainsi.',
      'Chacune dit pourquoi ; rien d’autre n’a été modifié.',
    ],
  },
  'too-many-rows': {
    status: 422,
    en: ['A sheet holds {most} rows at most.', 'Nothing was changed. Take in fewer rows.'],
    fr: ['Une feuille contient {most} lignes au plus.', 'Rien n’a été modifié. Reprenez moins de lignes.'],
  },
  'no-known-column': {
    status: 422,
    en: [
      'No column is called “{column}”.',
      'Name the columns in the first row as the sheet does; an export shows how.',
    ],
    fr: [
      'Aucune colonne ne s’appelle « {column} ».',
      'Nommez les colonnes dans la première ligne comme la feuille ; un export montre comment.',
    ],
  },
  'contradictory-pins': {
    status: 422,
    en: ['These pins cannot hold together. {what}', 'Release one of them and try again.'],
    fr: ['Ces épingles ne peuvent pas tenir ensemble. {quoi}', 'Retirez-en une et recommencez.'],
  },
  'plan-not-a-draft': {
    status: 409,
    en: ['This plan is no draft any more.', 'Open the plan in force, or make a new draft.'],
    fr: ['Ce plan n’est plus un projet.', 'Ouvrez le plan en vigueur ou faites un nouveau projet.'],
  },
  'plan-overtaken': {
    status: 409,
    en: [
      'Plan {number} came into force after this draft was begun.',
      'The draft is kept. Plan again from the plan in force.',
    ],
    fr: [
      'Le plan {number} est entré en vigueur après le début de ce projet.',
      'Le projet est conservé. Planifiez à nouveau à partir du plan en vigueur.',
    ],
  },
  'plan-breaks-rules': {
    status: 422,
    en: ['This draft cannot be carried out. {at}: {what}', 'Move or release the lot and try again.'],
    fr: ['Ce projet n’est pas réalisable. {at} : {what}', 'Déplacez ou libérez le lot et recommencez.'],
  },
  'unknown-sender': {
    status: 422,
    en: ['No customer uses the sender {sender} yet.', 'The file is kept; choose its customer and it will be read.'],
    fr: [
      'Aucun client n’utilise encore l’émetteur {sender}.',
      'Le fichier est conservé ; choisissez son client et il sera lu.',
    ],
  },
  'shipping-not-set': {
    status: 409,
    en: [
      'A label needs the company prefix that GS1 gave you, and the place that goods leave.',
      'Enter both under Shipments, then prepare the shipment again.',
    ],
    fr: [
      'Une étiquette demande le préfixe d’entreprise attribué par GS1 et le lieu d’où partent les marchandises.',
      'Saisissez les deux dans Expéditions, puis préparez de nouveau l’expédition.',
    ],
  },
  'not-whole-containers': {
    status: 422,
    en: ['{item} leaves in containers of {quantity}.', 'Choose a multiple of it, or another quantity per container.'],
    fr: ['{item} part en contenants de {quantity}.', 'Choisissez-en un multiple, ou une autre quantité par contenant.'],
  },
  'container-unknown': {
    status: 422,
    en: ['No release says how many {item} fit into a container.', 'Enter the quantity per container.'],
    fr: ['Aucun programme ne dit combien de {item} tient un contenant.', 'Saisissez la quantité par contenant.'],
  },
  'two-places': {
    status: 422,
    en: ['These items go to different places of delivery.', 'Prepare one shipment for each place.'],
    fr: ['Ces articles vont à des lieux de livraison différents.', 'Préparez une expédition par lieu.'],
  },
  'too-many-units': {
    status: 422,
    en: ['A shipment holds at most {most} containers.', 'Prepare the rest as another shipment.'],
    fr: ['Une expédition compte au plus {most} contenants.', 'Préparez le reste dans une autre expédition.'],
  },
  'way-of-another': {
    status: 409,
    en: [
      '{sender} signs this file, but it came by a key or a folder of another partner.',
      'It is kept in quarantine. Ask {sender} whether he sent it; then read it, or give him the key or the folder.',
    ],
    fr: [
      '{sender} signe ce fichier, mais il est arrivé par une clé ou un dossier d’un autre partenaire.',
      'Il est conservé en quarantaine. Demandez à {sender} s’il l’a envoyé ; lisez-le ensuite, ou attribuez-lui la clé ou le dossier.',
    ],
  },
  'not-his-way': {
    status: 409,
    en: [
      '{sender} has a key or a folder of his own, and this file did not come by it.',
      'It is kept in quarantine. Ask {sender} whether he sent it; then read it, or have him send it by his own way.',
    ],
    fr: [
      '{sender} dispose de sa propre clé ou de son propre dossier, et ce fichier n’est pas passé par là.',
      'Il est conservé en quarantaine. Demandez à {sender} s’il l’a envoyé ; lisez-le ensuite, ou faites-le envoyer par son propre accès.',
    ],
  },
  'not-by-hand': {
    status: 409,
    en: [
      'Files of {sender} are not put in by hand.',
      'It is kept in quarantine. Read it if you vouch for it, or allow this on the page of the partner.',
    ],
    fr: [
      'Les fichiers de {sender} ne sont pas déposés à la main.',
      'Il est conservé en quarantaine. Lisez-le si vous en répondez, ou autorisez-le sur la page du partenaire.',
    ],
  },
  'group-sender': {
    status: 409,
    en: [
      'A group in this file is signed by somebody who is not known at {sender}.',
      'It is kept in quarantine. Add the group’s sender (GS02) on the page of the partner, or set the file aside.',
    ],
    fr: [
      'Un groupe de ce fichier est signé par un émetteur inconnu chez {sender}.',
      'Il est conservé en quarantaine. Ajoutez l’émetteur du groupe (GS02) sur la page du partenaire, ou mettez le fichier de côté.',
    ],
  },
  'way-taken': {
    status: 409,
    en: [
      '{way} belongs to {customer} already.',
      'A key or a folder says who came: it is one partner’s. Choose another one, or end it there first.',
    ],
    fr: [
      '{way} appartient déjà à {customer}.',
      'Une clé ou un dossier dit qui est venu : il n’a qu’un partenaire. Choisissez-en un autre, ou retirez-le d’abord là-bas.',
    ],
  },
  'no-edi-key': {
    status: 422,
    en: [
      'This key may not send EDI files.',
      'Make a key with the right “edi”, signed in as a planner, and choose it here.',
    ],
    fr: [
      'Cette clé ne permet pas d’envoyer des fichiers EDI.',
      'Créez une clé avec le droit « edi », en tant que planificateur, puis choisissez-la ici.',
    ],
  },
  'unreadable-interchange': {
    status: 422,
    en: [
      'Segment {segment} ({tag}), byte {byte}: {why}',
      'The file is kept as it came. Ask the sender for a corrected one.',
    ],
    fr: [
      'Segment {segment} ({tag}), octet {byte} : {why}',
      'Le fichier est conservé tel qu’il est arrivé. Demandez à l’émetteur un fichier corrigé.',
    ],
  },
  'no-interchange': {
    status: 422,
    en: ['{why}', 'It is kept as it came. Ask the sender what it was meant to be.'],
    fr: ['{why}', 'Le contenu est conservé tel qu’il est arrivé. Demandez à l’émetteur ce que c’était.'],
  },
  'no-table': {
    status: 422,
    en: [
      'This is no table that can be read: neither CSV nor an Excel workbook (.xlsx).',
      'Save it as one of the two and send that.',
    ],
    fr: [
      'Ce n’est pas un tableau lisible : ni CSV, ni classeur Excel (.xlsx).',
      'Enregistrez-le dans l’un des deux formats et envoyez ce fichier.',
    ],
  },
  'table-too-large': {
    status: 413,
    en: [
      'Unpacked, this workbook is larger than any schedule: more than 64 MB, 100,000 rows or 1,000 columns.',
      'Copy the schedule alone into a new workbook. Nothing was kept.',
    ],
    fr: [
      'Décompressé, ce classeur dépasse tout programme de livraison : plus de 64 Mo, 100 000 lignes ou 1 000 colonnes.',
      'Copiez le seul programme dans un nouveau classeur. Rien n’a été conservé.',
    ],
  },
  'table-encrypted': {
    status: 422,
    en: [
      'The workbook is protected by a password, or of the format before 2007.',
      'Save it as .xlsx without a password and send that.',
    ],
    fr: [
      'Le classeur est protégé par un mot de passe, ou d’un format antérieur à 2007.',
      'Enregistrez-le en .xlsx sans mot de passe et envoyez ce fichier.',
    ],
  },
  'unreadable-row': {
    status: 422,
    en: [
      'Row {row}, column {column}: {why}',
      'The file is kept as it came and was not applied. Correct the mapping, or ask for a corrected file.',
    ],
    fr: [
      'Ligne {row}, colonne {column} : {why}',
      'Le fichier est conservé tel qu’il est arrivé et n’a pas été appliqué. Corrigez la correspondance, ou demandez un fichier corrigé.',
    ],
  },
  'changed-under-same-reference': {
    status: 409,
    en: ['{reference} came before with other content.', 'Both files are kept in quarantine; compare them and choose.'],
    fr: [
      'La référence {reference} est déjà arrivée avec un autre contenu.',
      'Les deux fichiers sont en quarantaine ; comparez-les et choisissez.',
    ],
  },
  'part-of-file-refused': {
    status: 422,
    en: [
      'Of the {count} interchanges in this file, {refused} could not be taken in.',
      'The file is kept and the others are taken in; read what is said of each.',
    ],
    fr: [
      'Sur les {count} échanges de ce fichier, {refused} n’ont pas pu être pris en compte.',
      'Le fichier est conservé et les autres sont pris en compte ; lisez ce qui est dit de chacun.',
    ],
  },
  'sender-taken': {
    status: 409,
    en: ['The sender {sender} belongs to {customer} already.', 'End that identification first.'],
    fr: ['L’émetteur {sender} appartient déjà à {customer}.', 'Mettez d’abord fin à cette identification.'],
  },
  'no-rule-told': {
    status: 409,
    en: ['No rule has been cited to you for this call-off.', 'Say what you expect under “What we said”.'],
    fr: [
      'Aucune règle ne vous a été citée pour cet appel de livraison.',
      'Dites ce que vous attendez sous « Ce que nous avons dit ».',
    ],
  },
  'offer-open': {
    status: 409,
    en: ['An offer waits for the customer’s answer.', 'Wait until he has taken or rejected it.'],
    fr: ['Une contre-offre attend la réponse du client.', 'Attendez qu’il l’ait acceptée ou refusée.'],
  },
} as const satisfies Record<string, RefusalText>;
