import * as z from 'zod';
import { resourcesOf, synthesise } from './deployment.ts';

/** The example, as it would be deployed. */
export const { service } = synthesise();
export const functionSchema = z.object({
  Architectures: z.array(z.string()),
  Runtime: z.string(),
  Description: z.string(),
  Timeout: z.number(),
  TracingConfig: z.unknown().optional(),
  LoggingConfig: z.object({ LogFormat: z.string(), LogGroup: z.object({ Ref: z.string() }) }),
  Environment: z.object({ Variables: z.record(z.string(), z.unknown()) }),
});
/** Every resource of it. */
export const resources = resourcesOf([service]);
/** And its functions. */
export const functions = resources
  .filter(({ type }) => type === 'AWS::Lambda::Function')
  .map(({ id, properties }) => ({ id, ...functionSchema.parse(properties) }));
