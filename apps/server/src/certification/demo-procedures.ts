import type { Language } from '../platform/language.ts';

type Text = Readonly<Record<Language, string>>;

/** Nine procedures, one to a chapter; their four paragraphs answer clauses 1 and 2, 3 and 4, 5 and 6, and 7. */
export const demoProcedures: readonly {
  readonly label: string;
  readonly chapter: string;
  readonly title: Text;
  readonly paragraphs: readonly Text[];
}[] = [
  {
    label: 'PR-QUA-01',
    chapter: '4',
    title: { en: 'Who answers for quality', fr: 'Qui répond de la qualité' },
    paragraphs: [
      {
        en: 'Camille answers for quality. She stops a delivery by telling the loading bay; nobody has to agree.',
        fr: 'Camille répond de la qualité. Elle arrête une livraison en prévenant le quai ; personne n’a à donner son accord.',
      },
      {
        en: 'Each procedure names its owner and the day of its next review, a year ahead at most.',
        fr: 'Chaque procédure indique son responsable et la date de sa prochaine revue, à un an au plus.',
      },
      {
        en: 'A change is transmitted to the customers it concerns before the first shift works by it, and those who apply it confirm that they have read it.',
        fr: 'Une modification est transmise aux clients concernés avant le premier poste qui l’applique, et ceux qui l’appliquent confirment leur lecture.',
      },
      {
        en: 'Paper copies are collected on the day on which a version is superseded.',
        fr: 'Les copies papier sont retirées le jour où une version est remplacée.',
      },
    ],
  },
  {
    label: 'PR-QUA-02',
    chapter: '5',
    title: { en: 'Taking in raw solvents', fr: 'Réception des solvants bruts' },
    paragraphs: [
      {
        en: 'The operator draws half a litre from each compartment before the pump is connected. The bottle goes to the sample room for three years.',
        fr: 'L’opérateur prélève un demi-litre par compartiment avant de raccorder la pompe. Le flacon est gardé trois ans à l’échantillothèque.',
      },
      {
        en: 'Water is measured by titration. Above 0.05 % the truck leaves with its load.',
        fr: 'L’eau est dosée par titrage. Au-delà de 0,05 %, le camion repart avec son chargement.',
      },
      {
        en: 'The tank is noted on the delivery note; the maker’s certificate is filed beside our result.',
        fr: 'La cuve est notée sur le bon de livraison ; le certificat du fabricant est classé avec notre résultat.',
      },
      {
        en: 'Purchasing tells the quality manager before another maker is tried.',
        fr: 'Les achats préviennent la responsable qualité avant d’essayer un autre fabricant.',
      },
    ],
  },
  {
    label: 'PR-QUA-03',
    chapter: '6',
    title: { en: 'Tank farm', fr: 'Parc de cuves' },
    paragraphs: [
      {
        en: 'A tank keeps its family of solvents. Its temperature is recorded every hour by the control room.',
        fr: 'Une cuve garde sa famille de solvants. Sa température est enregistrée toutes les heures en salle de contrôle.',
      },
      {
        en: 'Level alarms are tried on the first Monday of the month. The transfer begins when the earthing lamp is green.',
        fr: 'Les alarmes de niveau sont essayées le premier lundi du mois. Le transfert commence quand le voyant de terre est vert.',
      },
      {
        en: 'A tank is opened for inspection when its family changes; residues are weighed before they leave.',
        fr: 'Une cuve est ouverte pour inspection au changement de famille ; les résidus sont pesés avant évacuation.',
      },
      {
        en: 'Two people and a permit at each opening of a tank.',
        fr: 'Deux personnes et un permis à chaque ouverture de cuve.',
      },
    ],
  },
  {
    label: 'PR-QUA-04',
    chapter: '7',
    title: { en: 'Blending', fr: 'Mélange' },
    paragraphs: [
      {
        en: 'Two operators weigh; both write their names. The scale is verified at the start of the morning shift.',
        fr: 'Deux opérateurs pèsent ; tous deux inscrivent leur nom. La balance est vérifiée au début du poste du matin.',
      },
      {
        en: 'Components are added in the order of the batch sheet. A blend is corrected once; a second time it is set aside.',
        fr: 'Les composants sont ajoutés dans l’ordre de la fiche de lot. Un mélange est corrigé une fois ; la seconde, il est isolé.',
      },
      {
        en: 'A correction is written on the batch sheet, which carries the number of the batch.',
        fr: 'Une correction est inscrite sur la fiche de lot, qui porte le numéro du lot.',
      },
      { en: 'Batch sheets are kept for ten years.', fr: 'Les fiches de lot sont conservées dix ans.' },
    ],
  },
  {
    label: 'PR-QUA-05',
    chapter: '8',
    title: { en: 'Laboratory', fr: 'Laboratoire' },
    paragraphs: [
      {
        en: 'An analyst works by a method after three agreeing results on its control sample.',
        fr: 'Un analyste applique une méthode après trois résultats concordants sur son échantillon témoin.',
      },
      {
        en: 'A result outside its limits is written down first. It is repeated when the reason has been written. Instruments follow the calibration plan.',
        fr: 'Un résultat hors limites est d’abord inscrit. Il est répété une fois la raison écrite. Les instruments suivent le plan d’étalonnage.',
      },
      {
        en: 'Raw data stay on the laboratory’s server.',
        fr: 'Les données brutes restent sur le serveur du laboratoire.',
      },
      {
        en: 'A second half of each sample waits for the customer’s own laboratory.',
        fr: 'Une seconde moitié de chaque échantillon est tenue à la disposition du laboratoire du client.',
      },
    ],
  },
  {
    label: 'PR-QUA-06',
    chapter: '9',
    title: { en: 'Filling of drums', fr: 'Remplissage des fûts' },
    paragraphs: [
      {
        en: 'Each returned drum is opened and looked at. One that smells of another family goes back to its sender.',
        fr: 'Chaque fût retourné est ouvert et examiné. Celui qui sent une autre famille retourne à l’expéditeur.',
      },
      {
        en: 'A new seal at each filling. The scale stops the pump; its ticket goes to the batch sheet.',
        fr: 'Un joint neuf à chaque remplissage. La balance arrête la pompe ; son ticket rejoint la fiche de lot.',
      },
      {
        en: 'Labels are printed on film, with batch, date and shelf life.',
        fr: 'Les étiquettes sont imprimées sur film, avec lot, date et durée de conservation.',
      },
      { en: 'A drum without a label is emptied into waste.', fr: 'Un fût sans étiquette est vidé en déchet.' },
    ],
  },
  {
    label: 'PR-QUA-07',
    chapter: '10',
    title: { en: 'Drum cleaning', fr: 'Nettoyage des fûts' },
    paragraphs: [
      {
        en: 'Every drum is rinsed before it is filled again, with an agent that the agreed method does not find.',
        fr: 'Chaque fût est rincé avant d’être rempli de nouveau, avec un agent que la méthode convenue ne décèle pas.',
      },
      {
        en: 'The rinsing time is set on the machine. The water is analysed every morning.',
        fr: 'La durée de rinçage est réglée sur la machine. L’eau est analysée chaque matin.',
      },
      {
        en: 'Drums dry upside down for a night. One that is not clean is cut.',
        fr: 'Les fûts sèchent une nuit, tête en bas. Celui qui n’est pas propre est découpé.',
      },
      { en: 'The log of the machine is kept for ten years.', fr: 'Le journal de la machine est conservé dix ans.' },
    ],
  },
  {
    label: 'PR-LOG-08',
    chapter: '11',
    title: { en: 'Loading and transport', fr: 'Chargement et transport' },
    paragraphs: [
      {
        en: 'The bay inspects the truck and asks for the paper of its last load.',
        fr: 'Le quai inspecte le camion et demande le document de son dernier chargement.',
      },
      {
        en: 'The driver signs the sheet that says what he carries.',
        fr: 'Le chauffeur signe la fiche qui indique ce qu’il transporte.',
      },
      {
        en: 'The dispatcher calls the customer when a truck is two hours late. From June to September a recorder travels with the drums.',
        fr: 'L’expéditeur appelle le client quand un camion a deux heures de retard. De juin à septembre, un enregistreur voyage avec les fûts.',
      },
      {
        en: 'What comes back is received on the papers on which it left.',
        fr: 'Ce qui revient est reçu sur les documents de son départ.',
      },
    ],
  },
  {
    label: 'PR-QUA-09',
    chapter: '12',
    title: { en: 'Complaints and recall', fr: 'Réclamations et rappel' },
    paragraphs: [
      {
        en: 'A complaint has its first answer on the next working day. Those who did the work sit at the table when its cause is looked for.',
        fr: 'Une réclamation reçoit une première réponse le jour ouvré suivant. Ceux qui ont fait le travail participent à la recherche de sa cause.',
      },
      {
        en: 'The customer gets each measure with its date; the quality manager looks again after three months.',
        fr: 'Le client reçoit chaque mesure avec sa date ; la responsable qualité la réexamine après trois mois.',
      },
      {
        en: 'A recall reaches every batch within four hours. It is exercised each October.',
        fr: 'Un rappel atteint chaque lot sous quatre heures. Il est simulé chaque mois d’octobre.',
      },
      { en: 'Complaints are read together on Mondays.', fr: 'Les réclamations sont lues ensemble le lundi.' },
    ],
  },
];

/** What else is said in the demo. */
export const demoWords = {
  catalogue: { en: 'Requirements for suppliers of solvents', fr: 'Exigences aux fournisseurs de solvants' },
  contract: { en: 'Contract of 2 March, annex 3', fr: 'Contrat du 2 mars, annexe 3' },
  none: { en: 'None.', fr: 'Aucun.' },
  adopted: { en: 'Asked for by Tarvel, and how we work.', fr: 'Demandé par Tarvel, et conforme à notre travail.' },
  blend: {
    en: 'The rinsing agent is three parts isopropanol to one part ethyl lactate, at 40 °C.',
    fr: 'L’agent de rinçage est fait de trois parts d’isopropanol pour une part de lactate d’éthyle, à 40 °C.',
  },
  rinse: {
    en: 'Each drum is rinsed for 12 minutes, turned every 90 seconds.',
    fr: 'Chaque fût est rincé 12 minutes et retourné toutes les 90 secondes.',
  },
  shorter: {
    en: 'Each drum is rinsed for 9 minutes, turned every 60 seconds.',
    fr: 'Chaque fût est rincé 9 minutes et retourné toutes les 60 secondes.',
  },
  shorterTitle: { en: 'Shorter rinsing, turned more often', fr: 'Rinçage plus court, retournements plus fréquents' },
  objection: {
    en: 'Turning every 60 seconds by hand is not possible for one person at two machines.',
    fr: 'Retourner à la main toutes les 60 secondes est impossible pour une seule personne sur deux machines.',
  },
  objectionAnswer: {
    en: 'Agreed: the second machine has its turner since March, and nobody serves two machines by hand.',
    fr: 'D’accord : la seconde machine a son retourneur depuis mars, et personne ne sert deux machines à la main.',
  },
  agreement: { en: 'Secrecy agreement of 4 May', fr: 'Accord de confidentialité du 4 mai' },
  signed: { en: 'I hand over this version.', fr: 'Je transmets cette version.' },
  granted: {
    en: 'I grant this block under the agreement named.',
    fr: 'Je communique ce bloc au titre de l’accord cité.',
  },
  labelsTitle: { en: 'Drum labels before filling', fr: 'Étiquettes des fûts avant remplissage' },
  labels: {
    en: 'I stick the label before filling, while the drum is dry. Then none falls off.',
    fr: 'Je colle l’étiquette avant le remplissage, quand le fût est sec. Ainsi aucune ne tombe.',
  },
  labelsJoint: {
    en: 'The label is stuck before filling, while the drum is dry.',
    fr: 'L’étiquette est collée avant le remplissage, quand le fût est sec.',
  },
  labelsWhy: {
    en: 'Since Ali works so, no label has fallen off. The next shift wants it too.',
    fr: 'Depuis qu’Ali procède ainsi, aucune étiquette n’est tombée. Le poste suivant le souhaite aussi.',
  },
  openTitle: {
    en: 'What an instrument that failed puts in question',
    fr: 'Ce qu’un instrument défaillant remet en cause',
  },
  open: {
    en: 'When an instrument fails its check, every result since the last good check is looked at again, and the customers concerned are told.',
    fr: 'Quand un instrument échoue à son contrôle, chaque résultat depuis le dernier contrôle valable est réexaminé, et les clients concernés sont prévenus.',
  },
  openPace: {
    en: 'About two hours of review per case, in the laboratory.',
    fr: 'Environ deux heures de réexamen par cas, au laboratoire.',
  },
} as const satisfies Record<string, Text>;
