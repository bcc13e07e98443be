/** The name that everything of one stage begins with. */
export const prefixOf = (stage: string): string => `backbeat-${stage}`;

/** Fixed, not generated: the service stack must know it before the mail stack exists, and mail carries it as a tag. */
export const configurationSetName = (stage: string): string => prefixOf(stage);

/** One a stage: several stages may share the one rule set that a Region can have active. */
export const receiptRuleName = (stage: string): string => prefixOf(stage);

/** Read by the operator's commands, which know the stage and no more of it. */
export const lostTicksQueueName = (stage: string): string => `${prefixOf(stage)}-lost-ticks`;

/** An operator switches it on by this name (docs/deploy.md): CloudFormation cannot. */
export const receiptRuleSetName = (stage: string): string => `${prefixOf(stage)}-inbound`;
