export type { Block, DocumentFacts, PresentedBlock } from './document.ts';
export { issueDocument } from './issue-document.ts';
export type { IssuedDocument } from './issue-document.ts';
export { present } from './present.ts';
export { verifyPresentation } from './verify-presentation.ts';
export type { PresentationProof } from './verify-presentation.ts';
