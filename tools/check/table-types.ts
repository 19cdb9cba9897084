import type pg from 'pg';

/**
 * Writes the TypeScript of a migrated database: one interface a table, and `Tables` with keys `schema.table` for Kysely.
 * Types are those that platform/values.ts reads and writes; a text column whose check lists its values becomes a union.
 */
export async function tableTypes(owner: pg.Pool): Promise<string> {
  const columns = (await owner.query<Column>(columnsQuery)).rows;
  const tables = Map.groupBy(columns, (column) => column.table);
  const interfaces = [...tables].map(
    ([table, of]) =>
      `export interface ${interfaceName(table)} {\n${of.map((column) => `  ${column.name}: ${columnType(column)};`).join('\n')}\n}\n`,
  );
  const keys = [...tables.keys()].map((table) => `  '${table}': ${interfaceName(table)};`);
  const body = `${interfaces.join('\n')}\n/** Every table of the schema, for \`Kysely<Tables>\`. */\nexport interface Tables {\n${keys.join('\n')}\n}\n`;
  return `// Written by \`npm run tables\` from apps/server/migrations. Do not edit.\n${imports(body)}\n${body}`;
}

interface Column {
  readonly table: string;
  readonly name: string;
  readonly type: string;
  readonly isArray: boolean;
  readonly nullable: boolean;
  readonly identity: 'always' | 'default' | 'none';
  /** The values of an enum type, or those that a check of this column alone lists. */
  readonly labels: readonly string[] | null;
}

const columnsQuery = `
  select n.nspname || '.' || c.relname as table, a.attname as name,
         coalesce(element.typname, base.typname, t.typname) as type,
         element.oid is not null as "isArray",
         not a.attnotnull as nullable,
         case when a.attidentity = 'a' or a.attgenerated <> '' then 'always'
              when a.atthasdef or a.attidentity = 'd' then 'default' else 'none' end as identity,
         coalesce(
           (select array_agg(e.enumlabel::text order by e.enumsortorder) from pg_enum e where e.enumtypid = coalesce(element.oid, t.oid)),
           (select array_agg(m[1] order by ordinal)
            from pg_constraint k, regexp_matches(pg_get_constraintdef(k.oid), '''([^'']*)''::text', 'g') with ordinality as r(m, ordinal)
            where k.conrelid = c.oid and k.contype = 'c' and k.conkey = array[a.attnum]
              and pg_get_constraintdef(k.oid) ~ '^CHECK \\(\\([a-z_]+ = ANY \\(ARRAY\\[(''[^'']*''::text(, )?)+\\]\\)\\)\\)$')
         ) as labels
  from pg_class c
  join pg_namespace n on n.oid = c.relnamespace
  join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
  join pg_type t on t.oid = a.atttypid
  left join pg_type base on base.oid = t.typbasetype and t.typtype = 'd'
  left join pg_type element on element.oid = t.typelem and t.typcategory = 'A'
  where c.relkind in ('r', 'p') and not c.relispartition
    and n.nspname not in ('pg_catalog', 'information_schema', 'sec') and n.nspname not like 'pg\\_%'
  order by n.nspname, c.relname, a.attnum`;

/** `core.rule_version` -> `CoreRuleVersion` */
const interfaceName = (table: string): string =>
  table
    .split(/[._]/)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');

function columnType(column: Column): string {
  const nothing = column.nullable ? ' | null' : '';
  const special = column.isArray ? undefined : { bytea: 'BytesColumn', jsonb: 'JsonColumn' }[column.type];
  if (special !== undefined) {
    const absent = [...(column.nullable ? ['null'] : []), ...(column.identity === 'default' ? ['undefined'] : [])];
    return absent.length > 0 ? `${special}<${absent.join(' | ')}>` : special;
  }
  const scalar = scalarType(column);
  const type = column.isArray ? (scalar.includes('|') ? `(${scalar})[]` : `${scalar}[]`) : scalar;
  if (column.identity === 'always') return `GeneratedAlways<${type}${nothing}>`;
  if (column.identity === 'default') return `Generated<${type}${nothing}>`;
  return `${type}${nothing}`;
}

function scalarType({ type, labels }: Column): string {
  if (labels !== null && labels.length > 0) return labels.map((label) => `'${label}'`).join(' | ');
  return scalars[type] ?? 'string';
}

/** By pg_type.typname; whatever is missing here (uuid, text, numeric, inet, tsvector) travels as text. */
const scalars: Readonly<Record<string, string>> = {
  bool: 'boolean',
  date: 'Temporal.PlainDate',
  float4: 'number',
  float8: 'number',
  int2: 'number',
  int4: 'number',
  int8: 'number',
  timestamptz: 'Temporal.Instant',
};

function imports(body: string): string {
  const kysely = ['Generated', 'GeneratedAlways'].filter((name) => new RegExp(`\\b${name}<`).test(body));
  const values = ['BytesColumn', 'JsonColumn'].filter((name) => body.includes(name));
  return [
    ...(kysely.length > 0 ? [`import type { ${kysely.join(', ')} } from 'kysely';`] : []),
    ...(values.length > 0 ? [`import type { ${values.join(', ')} } from './values.ts';`] : []),
    '',
  ].join('\n');
}
