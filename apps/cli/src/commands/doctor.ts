import type { Command } from '../command.ts';

const marks = { well: 'ok  ', note: 'note', ill: '!!  ' } as const;

const doctor: Command = {
  order: 31,
  summary: { en: 'Say what is wrong with this installation', fr: 'Dire ce qui ne va pas dans cette installation' },
  details: {
    en: 'Looks at the disk, the port, the settings, the database and its schema, and changes nothing; a server may be running meanwhile. Ends with code 1 if something is wrong.',
    fr: 'Regarde le disque, le port, les réglages, la base et son schéma, sans rien changer ; un serveur peut tourner pendant ce temps. Se termine par le code 1 si quelque chose ne va pas.',
  },
  async run({ configuration, language }) {
    const { examine } = await import('../doctor.ts');
    const observations = await examine(configuration());
    for (const { state, sentence } of observations) console.log(`${marks[state]} ${sentence[language]}`);
    return observations.some(({ state }) => state === 'ill') ? 1 : 0;
  },
};
export default doctor;
