/** The beginning of every name in one stage. */
export const prefixOf = (stage: string): string => `backbeat-${stage}`;

/**
 * The name of the configuration set. It is fixed, because the service stack must know it before the mail stack exists,
 * and mail carries it as a tag.
 */
export const configurationSetName = (stage: string): string => prefixOf(stage);

/**
 * The name of the receipt rule: one per stage, because several stages may share the one rule set that a Region can have
 * active.
 */
export const receiptRuleName = (stage: string): string => prefixOf(stage);

/** The name of the queue of lost ticks; the operator's commands know only the stage. */
export const lostTicksQueueName = (stage: string): string => `${prefixOf(stage)}-lost-ticks`;

/** The name of the receipt rule set, by which an operator activates it (docs/deploy.md): CloudFormation cannot. */
export const receiptRuleSetName = (stage: string): string => `${prefixOf(stage)}-inbound`;
