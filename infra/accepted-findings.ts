import { Validations } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';

/**
 * Says of a construct, and of what is below it, which findings of cdk-nag's rule packs (infra/rule-packs.ts) stand, and why:
 * a rule's id, with the finding in brackets where it has one, and the reason. What is not named here fails the synthesis.
 */
export const acceptFindings = (construct: IConstruct, reasons: Readonly<Record<string, string>>): void =>
  Validations.of(construct).acknowledge(...Object.entries(reasons).map(([id, reason]) => ({ id, reason })));
