import { resolve } from 'node:path';
import type { Command } from '../command.ts';

const backupCommand: Command = {
  order: 20,
  synopsis: 'FILE',
  names: { least: 1, most: 1 },
  summary: {
    en: 'Write everything that this installation keeps into one file, while it is used',
    fr: "Écrire dans un fichier tout ce que cette installation conserve, pendant qu'elle sert",
  },
  details: {
    en: 'The file is a gzipped tar of one moment, with checksums. It holds passwords (hashed), keys and secrets: keep it as you keep the database. An existing file is never overwritten.',
    fr: "Le fichier est un tar compressé (gzip) pris à un instant donné, avec ses sommes de contrôle. Il contient des mots de passe (hachés), des clés et des secrets : gardez-le comme vous gardez la base. Un fichier existant n'est jamais écrasé.",
  },
  async run({ names, configuration, say }) {
    const [{ backup }, { withDatabase }] = await Promise.all([
      import('@coprod/server/platform/backup'),
      import('../installation.ts'),
    ]);
    const path = resolve(names[0]!);
    const { tables, rows } = await withDatabase(configuration(), true, (database) => backup(database, path));
    say({ en: `${path}: ${rows} rows of ${tables} tables`, fr: `${path} : ${rows} lignes de ${tables} tables` });
    return 0;
  },
};
export default backupCommand;
