import pg from 'pg';

/** Works on one connection and closes it, whatever happens. A connection that breaks rejects what waits for it. */
export async function withClient<T>(config: pg.ClientConfig, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(config);
  // Without a listener a broken connection would end the process; the query under way gets the same error.
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end().catch(() => undefined);
  }
}
