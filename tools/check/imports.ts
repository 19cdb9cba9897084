import { readFileSync } from 'node:fs';
import { parseSync, Visitor } from 'oxc-parser';

/** One import, however it is written: static, re-export, dynamic, or in a type. */
export interface Import {
  /** Undefined when it is computed. */
  readonly name: string | undefined;
  readonly line: number;
  readonly typeOnly: boolean;
  /** Whether the line above says `computed import: <reason>`. */
  readonly marked: boolean;
}

/** @throws when the file cannot be parsed: what is not read is not judged */
export function importsOf(file: string): Import[] {
  const text = readFileSync(file, 'utf8');
  const { program, errors } = parseSync(file, text);
  if (errors.length > 0) throw new Error(`${file}: ${errors[0]!.message}`);
  const lines = text.split('\n');
  const found: Import[] = [];
  const add = (source: { type: string; value?: unknown } | null, start: number, typeOnly: boolean): void => {
    if (source === null) return;
    const line = text.slice(0, start).split('\n').length;
    found.push({
      name: source.type === 'Literal' && typeof source.value === 'string' ? source.value : undefined,
      line,
      typeOnly,
      marked: /computed import: \S/.test(lines[line - 2] ?? ''),
    });
  };
  new Visitor({
    ImportDeclaration: (node) => add(node.source, node.start, node.importKind === 'type'),
    ExportNamedDeclaration: (node) => add(node.source, node.start, node.exportKind === 'type'),
    ExportAllDeclaration: (node) => add(node.source, node.start, node.exportKind === 'type'),
    ImportExpression: (node) => add(node.source, node.start, false),
    TSImportType: (node) => add(node.source, node.start, true),
  }).visit(program);
  return found;
}
