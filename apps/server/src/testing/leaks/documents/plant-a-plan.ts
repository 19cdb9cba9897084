import { newId } from '../../../platform/ids.ts';
import { type Ground, done, signed } from './ground.ts';
import { staff } from './readers.ts';

/** A plant that makes some of what customers called off, a plan in force, and a draft that makes all of it. */
export async function plantAPlan({ house, planner, plant }: Ground): Promise<void> {
  const { rows: asked } = await house.database.owner.query<{ item: string }>(
    'select distinct item from planning.release_line where organization_id = $1 order by item',
    [house.organization],
  );
  const line = plant('a line', staff);
  const calendar = plant('a calendar', staff);
  const put = (sheet: string, rows: readonly Record<string, unknown>[]) =>
    done(planner.put(`/plant/${sheet}`, { changes: rows.map((cells) => ({ id: newId(), cells })) }));
  await put('shifts', [{ calendar, shift: plant('a shift', staff), days: '1-7', from: '06:00', to: '22:00' }]);
  await put('lines', [{ line, calendar }]);
  const make = async (items: readonly { item: string }[]): Promise<void> => {
    await put(
      'items',
      items.map(({ item }) => ({ item, description: plant('what an item is', staff), container: 10, holding: 0.25 })),
    );
    await put(
      'runs',
      items.map(({ item }) => ({ line, item, seconds: 5 })),
    );
  };
  await make(asked.slice(0, 1));
  const first = (await done(planner.post('/plans', {}))).plan;
  await done(planner.post(`/plans/${first}/adopt`, signed));
  await make(asked.slice(1));
  await done(planner.post('/plans', {}));
}
