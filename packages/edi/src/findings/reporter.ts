import { CATALOG, type FindingCode } from './catalog.ts';
import { finding, type Finding, type Place, type Severity } from './finding.ts';

/** Severities that a partner's profile gives to findings: an agreed deviation is a note, and is still listed. */
export type Severities = Readonly<Partial<Record<FindingCode, Severity>>>;

/** Gathers findings, at most `limit` of them: hostile input must not fill the memory with complaints. */
export class Reporter {
  readonly findings: Finding[] = [];
  /** How many there were, listed or not. */
  count = 0;
  /** Whether one of them is an error, listed or not. */
  failed = false;

  readonly #limit: number;
  readonly #severities: Severities;

  constructor(limit: number, severities: Severities = {}) {
    this.#limit = limit;
    this.#severities = severities;
  }

  add(code: FindingCode, place: Place, found: string | null = null, expected: string | null = null): void {
    const severity = this.#severities[code] ?? CATALOG[code].severity;
    this.count++;
    if (severity === 'error') this.failed = true;
    if (this.findings.length < this.#limit) this.findings.push(finding(code, place, found, expected, severity));
    else if (this.findings.length === this.#limit)
      this.findings.push(finding('too-many-findings', place, String(this.count), String(this.#limit)));
  }

  /** Takes in what was found elsewhere, at the severities of this one. */
  addAll(findings: readonly Finding[]): void {
    for (const f of findings) {
      const severity = this.#severities[f.code] ?? f.severity;
      this.count++;
      if (severity === 'error') this.failed = true;
      if (this.findings.length < this.#limit) this.findings.push({ ...f, severity });
    }
  }
}
