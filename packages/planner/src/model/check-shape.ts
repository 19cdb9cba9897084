import { fault, type Fault } from './faults.ts';
import type { Schema } from './problem-schema.ts';

/** All places where `value` does not have the shape of `schema`; empty when it has. */
export const checkShape = (value: unknown, schema: Schema, path = ''): Fault[] => {
  switch (schema.type) {
    case 'object':
      return checkObject(value, schema, path);
    case 'array':
      return checkArray(value, schema, path);
    case 'string':
      return typeof value === 'string' ? checkText(value, schema, path) : [wrongType(path, 'string')];
    case 'number':
    case 'integer':
      return typeof value === 'number' &&
        Number.isFinite(value) &&
        (schema.type === 'number' || Number.isInteger(value))
        ? checkNumber(value, schema, path)
        : [wrongType(path, schema.type)];
    case 'boolean':
      return typeof value === 'boolean' ? [] : [wrongType(path, 'boolean')];
    default:
      throw new Error(`the schema at "${path}" has no type`);
  }
};

const wrongType = (path: string, expected: string): Fault => fault(path, 'wrong-type', { expected });

const checkObject = (value: unknown, schema: Schema, path: string): Fault[] => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [wrongType(path, 'object')];
  const faults: Fault[] = [];
  for (const field of schema.required ?? []) {
    if (!Object.hasOwn(value, field)) faults.push(fault(path, 'missing-field', { field }));
  }
  for (const [field, inner] of Object.entries(value)) {
    const known = schema.properties && Object.hasOwn(schema.properties, field) ? schema.properties[field] : undefined;
    // A field that holds undefined is absent: so it is in JSON.
    if (known === undefined) faults.push(fault(`${path}/${escape(field)}`, 'unknown-field', { field }));
    else if (inner !== undefined) faults.push(...checkShape(inner, known, `${path}/${escape(field)}`));
    else if (schema.required?.includes(field)) faults.push(fault(path, 'missing-field', { field }));
  }
  return faults;
};

const checkArray = (value: unknown, schema: Schema, path: string): Fault[] => {
  if (!Array.isArray(value)) return [wrongType(path, 'array')];
  if (value.length < (schema.minItems ?? 0)) return [fault(path, 'too-few', { expected: schema.minItems ?? 0 })];
  const inner = schema.items;
  return inner === undefined ? [] : value.flatMap((entry, index) => checkShape(entry, inner, `${path}/${index}`));
};

const checkText = (value: string, schema: Schema, path: string): Fault[] => {
  if (value.length < (schema.minLength ?? 0)) return [fault(path, 'wrong-form', { value, expected: 'text' })];
  if (schema.const !== undefined && value !== schema.const) {
    return [fault(path, 'not-allowed', { value, expected: schema.const })];
  }
  if (schema.enum && !schema.enum.includes(value)) {
    return [fault(path, 'not-allowed', { value, expected: schema.enum.join(', ') })];
  }
  if (schema.pattern && !new RegExp(schema.pattern, 'u').test(value)) {
    return [fault(path, 'wrong-form', { value, expected: schema.description ?? schema.pattern })];
  }
  if (schema.format === 'date-time' && !isInstant(value)) {
    return [fault(path, 'wrong-form', { value, expected: 'YYYY-MM-DDTHH:MM:SSZ' })];
  }
  if (schema.format === 'date' && !isDate(value)) return [fault(path, 'wrong-form', { value, expected: 'YYYY-MM-DD' })];
  return [];
};

const checkNumber = (value: number, schema: Schema, path: string): Fault[] => {
  const low = schema.minimum ?? schema.exclusiveMinimum;
  const tooLow = low !== undefined && (schema.exclusiveMinimum === undefined ? value < low : value <= low);
  const tooHigh = schema.maximum !== undefined && value > schema.maximum;
  if (!tooLow && !tooHigh) return [];
  const bounds = [
    low === undefined ? '' : `${schema.exclusiveMinimum === undefined ? '≥' : '>'} ${low}`,
    schema.maximum === undefined ? '' : `≤ ${schema.maximum}`,
  ];
  return [fault(path, 'out-of-bounds', { value, expected: bounds.filter(Boolean).join(', ') })];
};

const isInstant = (value: string): boolean => {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?(Z|[+-]\d\d:\d\d)$/.test(value)) return false;
  try {
    Temporal.Instant.from(value);
    return true;
  } catch {
    return false;
  }
};

const isDate = (value: string): boolean => {
  if (!/^\d{4}-\d\d-\d\d$/.test(value)) return false;
  try {
    Temporal.PlainDate.from(value, { overflow: 'reject' });
    return true;
  } catch {
    return false;
  }
};

const escape = (field: string): string => field.replaceAll('~', '~0').replaceAll('/', '~1');
