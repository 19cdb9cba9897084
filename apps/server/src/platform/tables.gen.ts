// Written by `npm run tables` from apps/server/migrations. Do not edit.


/** Every table of the schema, for `Kysely<Tables>`. */
export interface Tables {

}
