import type { Language } from '../platform/language.ts';

/** What Tarvel Pharma asks of who fills its solvents: clause, English, French. Seven clauses to each of nine chapters, and one more. */
const clauses: readonly (readonly [string, string, string])[] = [
  [
    '4.1',
    'The supplier names one person who answers for quality.',
    'Le fournisseur désigne une personne qui répond de la qualité.',
  ],
  [
    '4.2',
    'This person can stop a delivery without asking anybody.',
    'Cette personne peut arrêter une livraison sans demander l’accord de quiconque.',
  ],
  [
    '4.3',
    'Every procedure that concerns our products has an owner.',
    'Chaque procédure qui concerne nos produits a un responsable.',
  ],
  ['4.4', 'Procedures are reviewed at least once a year.', 'Les procédures sont revues au moins une fois par an.'],
  [
    '4.5',
    'A changed procedure is handed to us before it takes effect.',
    'Une procédure modifiée nous est transmise avant d’entrer en vigueur.',
  ],
  [
    '4.6',
    'Those who apply a procedure have read the version in force.',
    'Ceux qui appliquent une procédure ont lu la version en vigueur.',
  ],
  [
    '4.7',
    'Overtaken versions cannot be used by mistake.',
    'Les versions remplacées ne peuvent pas être utilisées par erreur.',
  ],
  [
    '5.1',
    'Each delivery of raw solvent is sampled before it is pumped.',
    'Chaque livraison de solvant brut est échantillonnée avant pompage.',
  ],
  ['5.2', 'The sample is kept for three years.', 'L’échantillon est conservé trois ans.'],
  ['5.3', 'Water content is measured on each delivery.', 'La teneur en eau est mesurée à chaque livraison.'],
  [
    '5.4',
    'A delivery above the limit is sent back, not blended.',
    'Une livraison hors limite est renvoyée, et non mélangée.',
  ],
  ['5.5', 'The tank into which a delivery went can be named.', 'La cuve qui a reçu une livraison peut être nommée.'],
  [
    '5.6',
    'Certificates of the maker are compared with own results.',
    'Les certificats du fabricant sont comparés aux résultats internes.',
  ],
  [
    '5.7',
    'A change of maker is told to us six weeks ahead.',
    'Un changement de fabricant nous est annoncé six semaines à l’avance.',
  ],
  ['6.1', 'Tanks hold one family of solvents only.', 'Une cuve ne reçoit qu’une seule famille de solvants.'],
  ['6.2', 'Tank temperature is recorded every hour.', 'La température des cuves est relevée toutes les heures.'],
  ['6.3', 'Level alarms are tested every month.', 'Les alarmes de niveau sont testées tous les mois.'],
  ['6.4', 'Earthing is checked before each transfer.', 'La mise à la terre est contrôlée avant chaque transfert.'],
  [
    '6.5',
    'Tanks are emptied and inspected every five years.',
    'Les cuves sont vidées et inspectées tous les cinq ans.',
  ],
  ['6.6', 'Residues are weighed and recorded.', 'Les résidus sont pesés et enregistrés.'],
  ['6.7', 'Nobody enters a tank alone.', 'Personne n’entre seul dans une cuve.'],
  ['7.1', 'The blend is made by weight, by two persons.', 'Le mélange est fait à la pesée, par deux personnes.'],
  ['7.2', 'Scales are verified each morning.', 'Les balances sont vérifiées chaque matin.'],
  ['7.3', 'The order in which components are added is written down.', 'L’ordre d’ajout des composants est écrit.'],
  [
    '7.4',
    'A blend outside its limits is corrected once at most.',
    'Un mélange hors limites est corrigé une fois au plus.',
  ],
  ['7.5', 'Each correction is told with the delivery.', 'Chaque correction est signalée avec la livraison.'],
  ['7.6', 'Each batch carries a number of its own.', 'Chaque lot porte un numéro propre.'],
  ['7.7', 'Batch records are kept for ten years.', 'Les dossiers de lot sont conservés dix ans.'],
  [
    '8.1',
    'Analysts are qualified for each method that they use.',
    'Les analystes sont qualifiés pour chaque méthode qu’ils utilisent.',
  ],
  ['8.2', 'Each method has a control sample.', 'Chaque méthode a un échantillon témoin.'],
  [
    '8.3',
    'A result outside its limits is never repeated without a written reason.',
    'Un résultat hors limites n’est jamais répété sans raison écrite.',
  ],
  ['8.4', 'Instruments have a calibration plan.', 'Les instruments ont un plan d’étalonnage.'],
  [
    '8.5',
    'An instrument that failed puts the results since its last check in question.',
    'Un instrument défaillant remet en cause les résultats depuis son dernier contrôle.',
  ],
  ['8.6', 'Raw data of measurements are kept.', 'Les données brutes des mesures sont conservées.'],
  ['8.7', 'Our own laboratory may repeat any measurement.', 'Notre laboratoire peut refaire toute mesure.'],
  ['9.1', 'Returned drums are inspected one by one.', 'Les fûts retournés sont inspectés un par un.'],
  ['9.2', 'Drums that held another family are refused.', 'Les fûts ayant contenu une autre famille sont refusés.'],
  ['9.3', 'Seals are new for each filling.', 'Les joints sont neufs à chaque remplissage.'],
  ['9.4', 'The weight of each filled drum is recorded.', 'La masse de chaque fût rempli est enregistrée.'],
  ['9.5', 'Labels can be read after rain.', 'Les étiquettes restent lisibles après la pluie.'],
  [
    '9.6',
    'The label shows batch, date and remaining shelf life.',
    'L’étiquette indique le lot, la date et la durée de conservation restante.',
  ],
  ['9.7', 'A label that fell off makes a drum unusable.', 'Un fût sans étiquette est inutilisable.'],
  ['10.1', 'Drums are rinsed before they are filled again.', 'Les fûts sont rincés avant d’être remplis de nouveau.'],
  [
    '10.2',
    'The rinsing agent leaves no trace that our method finds.',
    'L’agent de rinçage ne laisse aucune trace décelable par notre méthode.',
  ],
  ['10.3', 'The time of rinsing is fixed and measured.', 'La durée de rinçage est fixée et mesurée.'],
  ['10.4', 'Rinsing water is analysed once a day.', 'L’eau de rinçage est analysée une fois par jour.'],
  ['10.5', 'Drums are dry before they are filled.', 'Les fûts sont secs avant remplissage.'],
  ['10.6', 'A drum that fails is cut, not sold.', 'Un fût non conforme est découpé, et non revendu.'],
  ['10.7', 'Records of rinsing are kept for ten years.', 'Les enregistrements de rinçage sont conservés dix ans.'],
  ['11.1', 'Trucks are inspected before loading.', 'Les camions sont inspectés avant chargement.'],
  ['11.2', 'The last load of the truck is known.', 'Le dernier chargement du camion est connu.'],
  [
    '11.3',
    'Seals of the truck are numbered and told to us.',
    'Les scellés du camion sont numérotés et nous sont communiqués.',
  ],
  ['11.4', 'Drivers know what they carry.', 'Les chauffeurs savent ce qu’ils transportent.'],
  [
    '11.5',
    'A delay of more than two hours is told by telephone.',
    'Un retard de plus de deux heures est annoncé par téléphone.',
  ],
  ['11.6', 'Temperature on the way is recorded in summer.', 'La température du trajet est enregistrée en été.'],
  ['11.7', 'Refused goods come back on the same papers.', 'La marchandise refusée revient avec les mêmes documents.'],
  ['12.1', 'A complaint is answered within one working day.', 'Une réclamation reçoit une réponse sous un jour ouvré.'],
  [
    '12.2',
    'The cause is looked for with those who did the work.',
    'La cause est recherchée avec ceux qui ont fait le travail.',
  ],
  ['12.3', 'Measures are told with their date.', 'Les mesures sont communiquées avec leur date.'],
  [
    '12.4',
    'Whether a measure worked is checked after three months.',
    'L’efficacité d’une mesure est vérifiée après trois mois.',
  ],
  [
    '12.5',
    'Batches concerned can be called back within four hours.',
    'Les lots concernés peuvent être rappelés sous quatre heures.',
  ],
  ['12.6', 'A recall is exercised once a year.', 'Un rappel est simulé une fois par an.'],
  [
    '12.7',
    'We are told of complaints of others that concern our batches.',
    'Les réclamations d’autres clients qui concernent nos lots nous sont signalées.',
  ],
  ['13.1', 'Subcontractors are bound by the same clauses.', 'Les sous-traitants sont tenus par les mêmes clauses.'],
];

/** Clause 10.3 as the catalogue said it before Tarvel sharpened it. */
const earlier = {
  clause: '10.3',
  words: { en: 'The time of rinsing is fixed.', fr: 'La durée de rinçage est fixée.' },
} as const;

/** The catalogue as the file that Tarvel sends: first with the earlier words of 10.3, then with the words that hold. */
export function demoCatalogue(language: Language, edition: 'first' | 'sharpened'): Buffer {
  const rows = clauses.map(([clause, en, fr]) => {
    const words = edition === 'first' && clause === earlier.clause ? earlier.words[language] : { en, fr }[language];
    return `${clause};${words}`;
  });
  return Buffer.from(`clause;text\n${rows.join('\n')}\n`);
}

/** Answered in part only; 10.3 is too since its words changed. */
export const partlyAnswered: ReadonlySet<string> = new Set(['5.6', '6.5', '7.5', '8.7', '9.4', '11.6', '12.4']);
/** Answered by nothing yet. */
export const unanswered: ReadonlySet<string> = new Set(['5.7', '8.5', '11.3', '12.7', '13.1']);
