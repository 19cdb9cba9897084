import type { Language } from '../platform/language.ts';

type Both = Readonly<Record<Language, string>>;
const both = (en: string, fr: string): Both => ({ en, fr });

/** What is said under each theme of the demo, and how often. The first ones are said by 27 customers in 31 ways and times. */
export const demoThemes: readonly { readonly title: Both; readonly times: number; readonly words: readonly Both[] }[] =
  [
    {
      title: both('Nobody tells me when you come', 'Personne ne me dit quand vous venez'),
      times: 31,
      words: [
        both('I took the whole day off and he came at five.', 'J’ai posé ma journée et il est venu à cinq heures.'),
        both('Call before you come, I am not always in.', 'Appelez avant de venir, je ne suis pas toujours là.'),
        both('I waited all morning and nobody told me.', 'J’ai attendu toute la matinée, personne ne m’a prévenue.'),
        both('A message an hour before would be enough.', 'Un message une heure avant me suffirait.'),
        both(
          'You came while the ward was closed; one call would have helped.',
          'Vous êtes venus pendant la fermeture du service ; un appel aurait aidé.',
        ),
        both(
          'The slot was from eight to six, that is no slot.',
          'Le créneau allait de huit à dix-huit heures, ce n’est pas un créneau.',
        ),
      ],
    },
    {
      title: both('Two keys for the shed', 'Deux clés pour le local'),
      times: 14,
      words: [
        both('The caretaker has one key and he is never there.', 'Le gardien a une seule clé et il n’est jamais là.'),
        both(
          'You came three times for nothing because of the key.',
          'Vous êtes venus trois fois pour rien à cause de la clé.',
        ),
        both(
          'Keep a second key with you, we would sign for it.',
          'Gardez une deuxième clé, nous signerions pour cela.',
        ),
      ],
    },
    {
      title: both('Come in the evening', 'Venir le soir'),
      times: 18,
      words: [
        both(
          'We both work; after six would be good.',
          'Nous travaillons tous les deux ; après dix-huit heures, ce serait bien.',
        ),
        both(
          'One evening a week, I would wait longer for it.',
          'Un soir par semaine, je veux bien attendre plus longtemps.',
        ),
        both(
          'The shop is full in the day, come when it is shut.',
          'La boutique est pleine en journée, venez à la fermeture.',
        ),
      ],
    },
    {
      title: both('Tell me what you did', 'Dites-moi ce que vous avez fait'),
      times: 12,
      words: [
        both(
          'He was kind, but what was broken I do not know.',
          'Il était aimable, mais je ne sais pas ce qui était cassé.',
        ),
        both('Leave a note with what you changed.', 'Laissez un mot avec ce que vous avez changé.'),
      ],
    },
    {
      title: both('One person to call', 'Une seule personne à appeler'),
      times: 11,
      words: [
        both('I told the same story four times.', 'J’ai raconté quatre fois la même histoire.'),
        both('Give me one name and one number.', 'Donnez-moi un nom et un numéro.'),
      ],
    },
    {
      title: both('Do it in one visit', 'Tout faire en une visite'),
      times: 10,
      words: [
        both(
          'The second man came with what the first one lacked.',
          'Le second est venu avec ce qui manquait au premier.',
        ),
        both(
          'Ask me on the phone what box it is, then bring the part.',
          'Demandez-moi au téléphone quel boîtier c’est, puis apportez la pièce.',
        ),
      ],
    },
    {
      title: both('Tell me when it works again', 'Prévenez-moi quand ça remarche'),
      times: 9,
      words: [
        both('I learned from my neighbour that it was repaired.', 'J’ai appris par ma voisine que c’était réparé.'),
        both('Send a message when the line is back.', 'Envoyez un message quand la ligne est rétablie.'),
      ],
    },
    {
      title: both('Leave it as you found it', 'Laissez comme vous avez trouvé'),
      times: 9,
      words: [
        both(
          'There was plaster on the stairs for the children.',
          'Il y avait du plâtre dans l’escalier, avec les enfants.',
        ),
        both('Take the old cables with you.', 'Emportez les anciens câbles.'),
      ],
    },
    {
      title: both('Quiet hours on the wards', 'Heures calmes dans les services'),
      times: 7,
      words: [
        both(
          'No drilling between one and three, patients sleep.',
          'Pas de perceuse entre treize et quinze heures, les patients dorment.',
        ),
        both(
          'Ask the head nurse first, she knows the hours.',
          'Voyez d’abord la cadre de santé, elle connaît les heures.',
        ),
      ],
    },
  ];

/** Said once, and joined to nothing yet: 19 times. */
export const demoAlone: readonly Both[] = [
  both('The bill came before the repair.', 'La facture est arrivée avant la réparation.'),
  both('My mother does not hear the bell, knock loudly.', 'Ma mère n’entend pas la sonnette, frappez fort.'),
  both('Park in the yard, not in front of the gate.', 'Garez-vous dans la cour, pas devant le portail.'),
  both('I would like the same technician as last time.', 'Je voudrais le même technicien que la dernière fois.'),
];

export const demoHouseholds: readonly string[] = (
  'Aubin Barret Cadiou Delmas Esnault Fabre Gaudin Hardy Imbert Joly Kergoat Lacombe Maurel Nadal Ollier Perrin Quentin Rambaud ' +
  'Salmon Tessier Urbain Vasseur Weber Ymart Zeller Blin Carle Dorval Ferrand Grenier Huet Jamet Laurent Mercier Noel Pelletier'
)
  .split(' ')
  .map((name) => `Famille ${name}`);

export const demoTeams: readonly string[] = (
  'Nord Sud Est Ouest Centre Vallée Plateau Littoral Canal Gare Collines Rivière Forêt Port Citadelle Faubourg Marais Moulin Prairie ' +
  'Carrières Viaduc Remparts'
)
  .split(' ')
  .map((name) => `Équipe ${name}`);

/** One technician for each team beyond the first two, who have Alix and Sam. First names only. */
export const demoTechnicians: readonly string[] =
  'Andrea Billie Camil Dominique Eden Frédérique Gaby Hippolyte Inès Jessy Kim Lou Maxence Nour Océane Pascal Robin Stéphane Thaïs Yaël'.split(
    ' ',
  );

export const demoTexts = {
  rule: {
    title: both('Telling the customer before a visit', 'Prévenir le client avant une visite'),
    heading: both('1. Before the visit', '1. Avant la visite'),
    first: both('The technician calls the day before arriving.', 'Le technicien appelle la veille de sa venue.'),
    delay: [
      both('When the delay exceeds ', 'Quand le retard dépasse '),
      both(
        ', he calls again and the customer may choose another slot at no cost.',
        ', il rappelle et le client peut choisir un autre créneau sans frais.',
      ),
    ],
    slot: both(
      'If nobody answers, a text message is sent and the visit is kept.',
      'Si personne ne répond, un message est envoyé et la visite est maintenue.',
    ),
    call: [
      both('The technician calls at least ', 'Le technicien appelle au moins '),
      both(
        ' before arriving, even when a slot has been agreed. The call counts in the time of the visit.',
        ' avant d’arriver, même si un créneau a été convenu. L’appel compte dans le temps de la visite.',
      ),
    ],
    visit: both('Visits', 'Visites'),
    delays: both('Delays are told', 'Les retards sont annoncés'),
    message: both('A message when nobody answers', 'Un message si personne ne répond'),
    callBefore: both('Call before coming', 'Appeler avant de venir'),
    reasons: both(
      '27 customers ask for it, and the call counts as work.',
      '27 clients le demandent, et l’appel compte comme du travail.',
    ),
  },
  peers: {
    title: both('Peers first', 'Les pairs d’abord'),
    text: [
      both(
        'What a technician brings is seen by his peers for ',
        'Ce qu’un technicien rapporte est vu de ses pairs pendant ',
      ),
      both(' before the team lead sees it.', ' avant que le chef d’équipe le voie.'),
    ],
  },
  keys: {
    title: both('Two keys for the shed', 'Deux clés pour le local'),
    text: both(
      'Each site whose installation is locked has a second key with the team on duty, against signature.',
      'Pour chaque site dont le local est fermé, l’équipe de service détient une seconde clé, contre signature.',
    ),
    objection: both(
      'Who answers for a lost key? Not the one on duty alone.',
      'Qui répond d’une clé perdue ? Pas la seule personne de service.',
    ),
  },
  objections: {
    pace: both('The call is not in the visit time.', 'L’appel n’est pas dans le temps de visite.'),
    paceAnswer: both('Now it is: the block says so.', 'Il l’est désormais : le bloc le dit.'),
    hours: both(
      'Calls in the evening round come on top of the day.',
      'Les appels de la tournée du soir s’ajoutent à la journée.',
    ),
    hoursAnswer: both('The evening round has one visit less.', 'La tournée du soir compte une visite de moins.'),
  },
  differently: [
    both(
      'In the mountains there is no network for two hours; we call when we set out.',
      'En montagne, pas de réseau pendant deux heures ; nous appelons au départ.',
    ),
    both(
      'The wards ask us to call the desk, not the patient.',
      'Les services nous demandent d’appeler l’accueil, pas le patient.',
    ),
  ],
  view: both(
    'The dispatch list is printed too early; half the slots move afterwards.',
    'La feuille de route est imprimée trop tôt ; la moitié des créneaux bougent ensuite.',
  ),
  effect: {
    hours: both('+6 min per visit', '+6 min par visite'),
    pace: both('none', 'aucun'),
    mobility: both('none', 'aucun'),
    autonomy: both('he picks the moment', 'il choisit le moment'),
  },
  contested: both('I meant in the evening as well.', 'Je voulais dire le soir aussi.'),
} as const;
