import { createHash, randomBytes } from 'node:crypto';

/** The link that opens one answer without an account: who holds it may read, contest and withdraw, nothing else. */
export type AnswerLink = { readonly token: string; readonly hash: Buffer };

/** @returns a new token, which is told once, and its hash, which is kept. The organization stands in it, so that rows can be found under its fence */
export function newAnswerLink(organization: string): AnswerLink {
  const token = Buffer.concat([Buffer.from(organization.replaceAll('-', ''), 'hex'), randomBytes(32)]).toString(
    'base64url',
  );
  return { token, hash: hashOf(token) };
}

/** @returns undefined for what is no token of ours */
export function readAnswerLink(token: string): { readonly organization: string; readonly hash: Buffer } | undefined {
  const bytes = Buffer.from(token, 'base64url');
  if (bytes.length !== 48 || bytes.toString('base64url') !== token) return undefined;
  const hex = bytes.subarray(0, 16).toString('hex');
  const organization = `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
  return { organization, hash: hashOf(token) };
}

const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest();
