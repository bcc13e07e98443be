import { Validations } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';

/**
 * Accepts findings of cdk-nag's rule packs (infra/rule-packs.ts) for a construct and everything below it. `reasons`
 * maps a rule's id, with the finding in brackets where it has one, to why it stands. A finding that is not accepted
 * fails the synthesis.
 */
export const acceptFindings = (construct: IConstruct, reasons: Readonly<Record<string, string>>): void =>
  Validations.of(construct).acknowledge(...Object.entries(reasons).map(([id, reason]) => ({ id, reason })));
