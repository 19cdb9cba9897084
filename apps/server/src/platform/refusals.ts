import type { Language } from './language.ts';
import { planningRefusals } from './planning-refusals.ts';

/**
 * Every refusal that a person can meet: HTTP status, and per language what was refused and what to do.
 * `{name}` stands for a value given with the refusal. Sections follow the rooms; a code never changes its meaning.
 */
export const refusals = {
  // platform
  'not-found': {
    status: 404,
    en: ['There is nothing here that you may see.', 'Check the address, or ask whoever sent it to you.'],
    fr: [
      'Il n’y a rien ici que vous puissiez voir.',
      'Vérifiez l’adresse ou demandez à la personne qui vous l’a envoyée.',
    ],
  },
  'invalid-request': {
    status: 422,
    en: ['{where}: {what}', 'Correct the value and send it again. Nothing was changed.'],
    fr: ['{where} : {what}', 'Corrigez la valeur et renvoyez-la. Rien n’a été modifié.'],
  },
  'too-large': {
    status: 413,
    en: ['This is larger than {limit}.', 'Send less at a time. Nothing was kept.'],
    fr: ['Cet envoi dépasse {limit}.', 'Envoyez moins à la fois. Rien n’a été conservé.'],
  },
  'too-many-requests': {
    status: 429,
    en: ['Too many requests in a short time.', 'Wait {seconds} seconds and try again.'],
    fr: ['Trop de demandes en peu de temps.', 'Patientez {seconds} secondes et réessayez.'],
  },
  'not-from-this-site': {
    status: 403,
    en: ['This was sent from a page of another site.', 'Open Coprod itself and do it there. Nothing was changed.'],
    fr: ['Cette demande vient d’une page d’un autre site.', 'Ouvrez Coprod et faites-la de là. Rien n’a été modifié.'],
  },
  'wrong-media-type': {
    status: 415,
    en: ['This kind of content is not read here.', 'Send it as the documentation of this address says.'],
    fr: ['Ce type de contenu n’est pas lu ici.', 'Envoyez-le comme l’indique la documentation de cette adresse.'],
  },
  unexpected: {
    status: 500,
    en: [
      'Something went wrong on our side. Nothing was half done.',
      'Try again; if it stays, give your administrator the number {number}.',
    ],
    fr: [
      'Un incident s’est produit de notre côté. Rien n’a été fait à moitié.',
      'Réessayez ; si cela persiste, communiquez le numéro {number} à votre administrateur.',
    ],
  },
  'read-only': {
    status: 503,
    en: [
      'The ledger does not match its last checkpoint at entry {entry}.',
      'Reading goes on; writing waits for your administrator. Nothing was changed.',
    ],
    fr: [
      'Le registre ne correspond plus à son dernier sceau à l’entrée {entry}.',
      'La lecture continue ; l’écriture attend votre administrateur. Rien n’a été modifié.',
    ],
  },

  // access
  'not-signed-in': {
    status: 401,
    en: ['You are not signed in.', 'Sign in and try again; what you wrote is kept.'],
    fr: ['Vous n’êtes pas connecté.', 'Connectez-vous et réessayez ; ce que vous avez écrit est conservé.'],
  },
  'not-your-role': {
    status: 403,
    en: ['This act belongs to: {roles}.', 'Ask one of them, or ask your administrator for the role.'],
    fr: ['Cet acte revient à : {roles}.', 'Adressez-vous à l’un d’eux ou demandez ce rôle à votre administrateur.'],
  },
  'not-in-the-scope-of-this-key': {
    status: 403,
    en: ['This key may not do that.', 'Make a key with the scope {scope}.'],
    fr: ['Cette clé ne le permet pas.', 'Créez une clé avec la portée {scope}.'],
  },
  'link-used-up': {
    status: 410,
    en: ['This link has been used or has run out.', 'Ask for a new one.'],
    fr: ['Ce lien a déjà servi ou a expiré.', 'Demandez-en un nouveau.'],
  },
  'name-taken': {
    status: 409,
    en: ['“{name}” is already there.', 'Choose another name, or open the one that exists.'],
    fr: ['« {name} » existe déjà.', 'Choisissez un autre nom ou ouvrez celui qui existe.'],
  },
  'last-administrator': {
    status: 409,
    en: ['{name} is the last administrator.', 'Make somebody else administrator first.'],
    fr: ['{name} est le dernier administrateur.', 'Nommez d’abord un autre administrateur.'],
  },
  'wrong-credential': {
    status: 403,
    en: ['The password does not match. Nothing was signed.', 'Type it again; the text stays as it is.'],
    fr: ['Le mot de passe ne correspond pas. Rien n’a été signé.', 'Saisissez-le à nouveau ; le texte reste tel quel.'],
  },
  'not-in-a-demo': {
    status: 403,
    en: ['This is possible in a demo organization only.', 'Sign in as yourself.'],
    fr: ['Cela n’est possible que dans une organisation de démonstration.', 'Connectez-vous sous votre nom.'],
  },

  'sign-in-first': {
    status: 409,
    en: [
      'This invitation is for {email}, who has an account already.',
      'Sign in with that address and open the link again.',
    ],
    fr: [
      'Cette invitation est destinée à {email}, qui a déjà un compte.',
      'Connectez-vous avec cette adresse, puis ouvrez à nouveau le lien.',
    ],
  },
  'already-a-member': {
    status: 409,
    en: ['{name} belongs here already.', 'Change the roles in the list of people instead.'],
    fr: ['{name} fait déjà partie de l’organisation.', 'Modifiez plutôt les rôles dans la liste des personnes.'],
  },
  'not-in-a-real-organization': {
    status: 403,
    en: ['The demo and real organizations stay apart.', 'Use an address that is not one of the demo.'],
    fr: [
      'La démonstration et les organisations réelles restent séparées.',
      'Utilisez une adresse qui n’est pas celle de la démonstration.',
    ],
  },
  'nobody-is-invited-to-a-demo': {
    status: 403,
    en: ['Nobody is invited to a demo organization.', 'Create your organization, then invite your colleagues there.'],
    fr: [
      'On n’invite personne dans une organisation de démonstration.',
      'Créez votre organisation, puis invitez-y vos collègues.',
    ],
  },
  'not-by-a-key': {
    status: 403,
    en: ['A key makes no keys.', 'Sign in yourself and make it in the settings.'],
    fr: ['Une clé ne crée pas de clé.', 'Connectez-vous vous-même et créez-la depuis la configuration.'],
  },

  // core
  'base-overtaken': {
    status: 409,
    en: ['The rule moved to v{version} while you were writing.', 'Your text is safe; rebase it to go on.'],
    fr: [
      'La règle est passée en v{version} pendant que vous écriviez.',
      'Votre texte est conservé ; actualisez-le pour continuer.',
    ],
  },
  'objection-open': {
    status: 409,
    en: [
      '{count} objection(s) have no answer yet, so this cannot be decided.',
      'Answer them, or wait for their authors.',
    ],
    fr: ['{count} objection(s) sans réponse : la décision n’est pas possible.', 'Répondez-y ou attendez leur auteur.'],
  },
  'term-not-over': {
    status: 409,
    en: ['The term runs until {term}; until then anybody may object.', 'Decide after the term.'],
    fr: ['Le terme court jusqu’au {term} ; d’ici là chacun peut objecter.', 'Décidez après le terme.'],
  },
  'proposal-closed': {
    status: 409,
    en: ['This proposal is closed.', 'Open the rule and propose a new change.'],
    fr: ['Cette proposition est close.', 'Ouvrez la règle et proposez un nouveau changement.'],
  },
  'secrecy-not-yours': {
    status: 403,
    en: [
      'Whether a block is secret is said by the owner of the rule or a quality manager.',
      'Ask one of them; the text you wrote is kept.',
    ],
    fr: [
      'Le responsable de la règle ou un responsable qualité décide si un bloc est secret.',
      'Demandez-le à l’un d’eux ; le texte que vous avez écrit est conservé.',
    ],
  },
  'block-changed-meanwhile': {
    status: 409,
    en: [
      '{name} changed this block while you were writing.',
      'Both texts are shown; choose or join them. Nothing is lost.',
    ],
    fr: [
      '{name} a modifié ce bloc pendant que vous écriviez.',
      'Les deux textes sont affichés ; choisissez ou réunissez-les. Rien n’est perdu.',
    ],
  },
  'nothing-proposed': {
    status: 409,
    en: ['The text is the same as the one in force.', 'Change a block or a parameter first.'],
    fr: ['Le texte est identique à celui en vigueur.', 'Modifiez d’abord un bloc ou un paramètre.'],
  },
  'effect-missing': {
    status: 409,
    en: [
      'The effect on working conditions is not stated.',
      'Say what changes in hours, pace, mobility and autonomy; “none” is an answer.',
    ],
    fr: [
      'L’effet sur les conditions de travail n’est pas indiqué.',
      'Dites ce qui change en horaires, rythme, mobilité et autonomie ; « aucun » est une réponse.',
    ],
  },
  'parameter-out-of-bounds': {
    status: 422,
    en: ['{name}: {value} lies outside {minimum} to {maximum}.', 'Choose a value within these bounds.'],
    fr: ['{name} : {value} est hors de {minimum} à {maximum}.', 'Choisissez une valeur dans ces bornes.'],
  },
  'later-needs-a-day': {
    status: 422,
    en: ['Later needs a day after today, within a year.', 'Choose the day on which this shall stand here again.'],
    fr: [
      '« Plus tard » demande un jour après aujourd’hui, dans l’année.',
      'Choisissez le jour où cette ligne doit revenir.',
    ],
  },
  'already-answered': {
    status: 409,
    en: ['This has been answered already.', 'Open it to read the answer.'],
    fr: ['Une réponse a déjà été donnée.', 'Ouvrez pour la lire.'],
  },
  'not-in-force': {
    status: 409,
    en: ['{label} has no version in force.', 'Decide its proposal first.'],
    fr: ['{label} n’a pas de version en vigueur.', 'Décidez d’abord sa proposition.'],
  },
  'second-signature-needed': {
    status: 409,
    en: ['{customer} competes with {rivals}, who already holds this block.', 'A second signature is needed.'],
    fr: ['{customer} est concurrent de {rivals}, qui détient déjà ce bloc.', 'Une seconde signature est nécessaire.'],
  },

  // core: transmissions and disclosures
  'not-a-secret': {
    status: 409,
    en: [
      'This block is not secret, so it needs no grant.',
      'Transmit it as it is, or mark it secret in a proposal first.',
    ],
    fr: [
      'Ce bloc n’est pas secret : il n’a pas besoin d’être communiqué.',
      'Transmettez-le tel quel, ou marquez-le d’abord comme secret dans une proposition.',
    ],
  },
  'already-granted': {
    status: 409,
    en: [
      '{customer} holds this block already, or the grant waits for a second signature.',
      'Open the grants to see it.',
    ],
    fr: [
      '{customer} détient déjà ce bloc, ou la communication attend une seconde signature.',
      'Ouvrez les communications pour la voir.',
    ],
  },
  'second-person-needed': {
    status: 409,
    en: ['The second signature belongs to somebody else than the first.', 'Ask another quality manager to sign.'],
    fr: [
      'La seconde signature revient à une autre personne que la première.',
      'Demandez à un autre responsable qualité de signer.',
    ],
  },
  'overtaken-since-preview': {
    status: 409,
    en: [
      'The rule or a grant changed since this was prepared. Nothing has left.',
      'Prepare it again and read what would leave now.',
    ],
    fr: [
      'La règle ou une communication a changé depuis cette préparation. Rien n’est parti.',
      'Préparez-la à nouveau et relisez ce qui partirait maintenant.',
    ],
  },
  'due-before-today': {
    status: 422,
    en: ['The acknowledgement would be due before today.', 'Choose today or a later day. Nothing has left.'],
    fr: [
      'L’accusé de réception serait dû avant aujourd’hui.',
      'Choisissez aujourd’hui ou un jour ultérieur. Rien n’est parti.',
    ],
  },
  superseded: {
    status: 409,
    en: ['A newer version has been sent since.', 'Open the newer one.'],
    fr: ['Une version plus récente a été transmise depuis.', 'Ouvrez la plus récente.'],
  },
  'nobody-to-remind': {
    status: 409,
    en: ['Nobody on this customer’s side can acknowledge.', 'Invite an approver or an auditor.'],
    fr: ['Personne chez ce client ne peut accuser réception.', 'Invitez un approbateur ou un auditeur.'],
  },
  'not-a-picture': {
    status: 422,
    en: ['This file is not a PNG, JPEG, GIF or WebP picture.', 'Save it in one of these formats and add it again.'],
    fr: [
      'Ce fichier n’est pas une image PNG, JPEG, GIF ou WebP.',
      'Enregistrez-la dans l’un de ces formats et ajoutez-la à nouveau.',
    ],
  },

  ...planningRefusals,
  // certification
  'unreadable-table': {
    status: 422,
    en: [
      'This file cannot be read as a table: line {line}, {what}.',
      'Save it as CSV with the columns clause and text, and send it again. Nothing was kept.',
    ],
    fr: [
      'Ce fichier ne peut pas être lu comme un tableau : ligne {line}, {what}.',
      'Enregistrez-le en CSV avec les colonnes clause et texte, puis renvoyez-le. Rien n’a été conservé.',
    ],
  },
  'changed-since-preview': {
    status: 409,
    en: ['The catalogue changed since this preview. Nothing was written.', 'Look at the new preview and confirm it.'],
    fr: ['Le référentiel a changé depuis cet aperçu. Rien n’a été écrit.', 'Relisez le nouvel aperçu et confirmez-le.'],
  },
  'import-built-on': {
    status: 409,
    en: [
      'Clause {clause} of this import has been worked with since. Nothing was taken back.',
      'Import the corrected table: changed words replace the ones that came by mistake.',
    ],
    fr: [
      'La clause {clause} de cet import a servi depuis. Rien n’a été annulé.',
      'Importez le tableau corrigé : les textes modifiés remplacent ceux qui sont venus par erreur.',
    ],
  },
  'replaced-already': {
    status: 409,
    en: ['Edition {edition} was replaced by edition {later} already.', 'Replace edition {later} instead.'],
    fr: ['L’édition {edition} est déjà remplacée par l’édition {later}.', 'Remplacez plutôt l’édition {later}.'],
  },
  'clause-there-already': {
    status: 409,
    en: [
      'Clause {clause} is in this catalogue already.',
      'Open it; changed words come in as a new edition or by an import.',
    ],
    fr: [
      'La clause {clause} figure déjà dans ce référentiel.',
      'Ouvrez-la ; un texte modifié arrive par une nouvelle édition ou un import.',
    ],
  },

  // voice
  'name-missing': {
    status: 422,
    en: ['It may be cited by name, but nobody is named.', 'Write the name, or choose “without name”.'],
    fr: [
      'L’accord vaut pour une citation nominative, mais aucun nom n’est indiqué.',
      'Indiquez le nom ou choisissez « sans le nom ».',
    ],
  },
  'sent-before-with-other-content': {
    status: 409,
    en: [
      'This was sent before with other content. What came first is kept.',
      'Keep it as a new one; nothing on this device is lost.',
    ],
    fr: [
      'Cet envoi a déjà été reçu avec un autre contenu. Le premier est conservé.',
      'Gardez-le comme nouvelle saisie ; rien n’est perdu sur cet appareil.',
    ],
  },
  'not-a-photo': {
    status: 415,
    en: ['This is no whole picture that can be kept.', 'Send it as JPEG, PNG or WebP; “Shrink” makes one of it.'],
    fr: [
      'Ce n’est pas une image complète que l’on puisse conserver.',
      'Envoyez-la en JPEG, PNG ou WebP ; « Réduire » en fait une.',
    ],
  },
  'too-many-photos': {
    status: 409,
    en: ['There are {most} photos already.', 'Take one away; the words are kept.'],
    fr: ['Il y a déjà {most} photos.', 'Retirez-en une ; les paroles sont conservées.'],
  },
  'words-withdrawn': {
    status: 409,
    en: ['The customer has withdrawn these words.', 'They count, and are shown nowhere any more.'],
    fr: ['Le client a retiré ces paroles.', 'Elles comptent et ne sont plus affichées nulle part.'],
  },
} as const satisfies Record<string, RefusalText>;

export type RefusalCode = keyof typeof refusals;

/** What one refusal says. */
export type RefusalText = { readonly status: number } & Readonly<
  Record<Language, readonly [what: string, whatToDo: string]>
>;

/** The sentence of a refusal and what to do about it, in the reader's language, with its values put in. */
export function sentence(
  code: RefusalCode,
  values: Readonly<Record<string, string | number>>,
  language: Language,
): { readonly what: string; readonly whatToDo: string } {
  const put = (text: string): string =>
    text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
  const [what, whatToDo] = refusals[code][language];
  return { what: put(what), whatToDo: put(whatToDo) };
}
