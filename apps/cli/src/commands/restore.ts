import { resolve } from 'node:path';
import type { Command } from '../command.ts';

const restoreCommand: Command = {
  order: 21,
  synopsis: 'FILE',
  names: { least: 1, most: 1 },
  summary: {
    en: 'Fill an empty database from a backup',
    fr: 'Remplir une base vide à partir d’une sauvegarde',
  },
  details: {
    en: 'The file is read to its end and its checksums are compared before anything is written. COPROD_DATA must name a new directory, or DATABASE_URL a new database. A backup of an older version is brought up to date.',
    fr: "Le fichier est lu jusqu'au bout et ses sommes de contrôle comparées avant toute écriture. COPROD_DATA doit indiquer un nouveau répertoire, ou DATABASE_URL une nouvelle base. Une sauvegarde d'une version antérieure est mise à jour.",
  },
  async run({ names, configuration, say }) {
    const [{ restore, checkBackup }, { withDatabase }] = await Promise.all([
      import('@coprod/server/platform/restore'),
      import('../installation.ts'),
    ]);
    const path = resolve(names[0]!);
    // A file that cannot be restored makes no data directory.
    await checkBackup(path);
    const { tables, rows } = await withDatabase(configuration(), false, (database) => restore(database, path));
    say({
      en: `${rows} rows of ${tables} tables are restored; start Coprod with the same settings.`,
      fr: `${rows} lignes de ${tables} tables sont restaurées ; démarrez Coprod avec les mêmes réglages.`,
    });
    return 0;
  },
};
export default restoreCommand;
